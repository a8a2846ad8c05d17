import { randomUUID } from 'node:crypto';
import { mayBeKept } from './may-be-kept.ts';
import type { Database } from './schema.ts';

/** A person says that an answer is wrong. */
export interface Report {
  readonly answer: string;
  /** Path of the document answered from. */
  readonly document?: string;
  readonly question?: string;
  /** The person's hash. */
  readonly asker: string;
}

/** A report as it is kept: who made it is not shown. */
export interface KeptReport extends Omit<Report, 'asker'> {
  readonly at: Date;
}

/** Reports of wrong answers. */
export interface Reports {
  /** Keeps the question only when it holds no personal data. */
  add(report: Report): Promise<void>;
  /** Those made since then, newest first. */
  since(time: Date): Promise<readonly KeptReport[]>;
}

/** Reports in the store. The methods reject when it can't be reached. */
export function createReports(db: Database, now: () => Date): Reports {
  return {
    async add({ answer, document, question, asker }) {
      const kept = question !== undefined && mayBeKept(question) ? question : null;
      await db
        .insertInto('reports')
        .values({
          id: randomUUID(),
          answer,
          document: document ?? null,
          question: kept,
          at: now().getTime(),
          asker,
        })
        .execute();
    },
    async since(time) {
      const rows = await db
        .selectFrom('reports')
        .select(['answer', 'document', 'question', 'at'])
        .where('at', '>=', time.getTime())
        .orderBy('at', 'desc')
        .execute();
      return rows.map(({ answer, document, question, at }) => ({
        answer,
        ...(document === null ? {} : { document }),
        ...(question === null ? {} : { question }),
        at: new Date(at),
      }));
    },
  };
}
