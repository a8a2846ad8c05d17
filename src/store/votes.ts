import type { Period } from './questions.ts';
import type { Database } from './schema.ts';

/** What a person thinks of an answer. */
export interface Vote {
  readonly answer: string;
  /** Path of the document answered from. */
  readonly document?: string;
  /** The person's hash. */
  readonly asker: string;
  readonly vote: 'useful' | 'useless';
}

/** The votes of one answer. */
export interface VoteCount {
  readonly answer: string;
  readonly document?: string;
  readonly useful: number;
  readonly useless: number;
}

/** Votes: one of each person for each answer; the last one counts. */
export interface Votes {
  cast(vote: Vote): Promise<void>;
  /** Votes cast in a period, answers with most of them first. */
  counts(period: Period): Promise<readonly VoteCount[]>;
}

/** Votes in the store. The methods reject when it can't be reached. */
export function createVotes(db: Database, now: () => Date): Votes {
  return {
    async cast({ answer, asker, vote, document }) {
      const row = { vote, document: document ?? null, at: now().getTime() };
      await db
        .insertInto('votes')
        .values({ answer, asker, ...row })
        .onConflict((conflict) => conflict.columns(['answer', 'asker']).doUpdateSet(row))
        .execute();
    },
    async counts({ since, until }) {
      const rows = await db
        .selectFrom('votes')
        .select((of) => [
          'answer',
          of.fn.max('document').as('document'),
          of.fn.countAll<number>().filterWhere('vote', '=', 'useful').as('useful'),
          of.fn.countAll<number>().filterWhere('vote', '=', 'useless').as('useless'),
        ])
        .where('at', '>=', since.getTime())
        .where('at', '<', until.getTime())
        .groupBy('answer')
        .execute();
      const total = ({ useful, useless }: VoteCount): number => useful + useless;
      return rows
        .map(({ document, ...count }) => (document === null ? count : { ...count, document }))
        .sort((a, b) => total(b) - total(a) || (a.answer < b.answer ? -1 : 1));
    },
  };
}
