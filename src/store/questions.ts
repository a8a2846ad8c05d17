import { sql } from 'kysely';
import type { Language } from '../messaging/index.ts';
import { createLater } from './later.ts';
import { mayBeKept } from './may-be-kept.ts';
import { type Columns, type Row, statementOver } from './rows.ts';
import type { Database, Engine } from './schema.ts';

/** One exchange, to be counted. */
export interface AskedQuestion {
  readonly platform: string;
  readonly language: Language;
  readonly intent: string;
  readonly status: string;
  readonly reason?: string;
  /** Path of the document answered from. */
  readonly document?: string;
  readonly milliseconds: number;
  /** The person's hash. */
  readonly asker: string;
  readonly text: string;
  /** Gives the same for questions that say the same, such as their sorted stems. Asked only of a text that is kept. */
  readonly key: () => string;
}

/** Times between which things are counted; `until` is left out. */
export interface Period {
  readonly since: Date;
  readonly until: Date;
}

/** What questions are counted by; a day is one of Colombia, `2026-11-24`. */
export type CountedBy = 'status' | 'reason' | 'platform' | 'intent' | 'language' | 'document' | 'day';

/** How many questions have one value. */
export interface Count {
  readonly value: string;
  readonly count: number;
}

/** Questions that say the same and got no answer. `text` is one of them. */
export interface Unanswered {
  readonly text: string;
  readonly asked: number;
  /** Distinct people. */
  readonly askers: number;
  readonly lastAt: Date;
}

/** What was asked, without who asked it. */
export interface Questions {
  /**
   * Records one exchange a moment later, with those that come meanwhile; resolves once it is written. Its text is
   * kept only when it got no answer or a question back, and holds no personal data.
   */
  record(question: AskedQuestion): Promise<void>;
  /** Resolves once all that was recorded is written, or could not be. */
  written(): Promise<void>;
  /** Whether anything is kept of a person, by hash. */
  knows(asker: string): Promise<boolean>;
  /** Most frequent first; questions without a value are left out. */
  countsBy(by: CountedBy, period: Period): Promise<readonly Count[]>;
  /** By most people first. */
  unanswered(period: Period): Promise<readonly Unanswered[]>;
}

const KEPT_STATUSES: readonly string[] = ['no-answer', 'clarify'];

/** Colombia is five hours behind UTC all year. */
const BOGOTA_OFFSET = 5 * 3_600_000;
const DAY = 86_400_000;

const COLUMNS = {
  at: 'bigint',
  platform: 'text',
  language: 'text',
  intent: 'text',
  status: 'text',
  reason: 'text',
  document: 'text',
  milliseconds: 'bigint',
  asker: 'text',
  key: 'text',
  text: 'text',
} as const satisfies Columns;

/** Questions in the store. The methods reject when it can't be reached. */
export function createQuestions(db: Database, engine: Engine, now: () => Date): Questions {
  const names = Object.keys(COLUMNS)
    .map((name) => `"${name}"`)
    .join();
  const inserting = statementOver(
    engine,
    COLUMNS,
    (given) => `insert into questions (${names}) select ${names} from ${given}`,
  );
  const later = createLater<Row<typeof COLUMNS>>(async (rows) => {
    await db.executeQuery(inserting(rows));
  });

  return {
    record({ text, key, reason, document, milliseconds, status, ...asked }) {
      const isKept = KEPT_STATUSES.includes(status) && mayBeKept(text);
      return later.add({
        ...asked,
        at: now().getTime(),
        status,
        reason: reason ?? null,
        document: document ?? null,
        milliseconds: Math.round(milliseconds),
        key: isKept ? key() : null,
        text: isKept ? text : null,
      });
    },
    written: later.written,
    async knows(asker) {
      await later.written();
      const found = await db
        .selectFrom('questions')
        .select('at')
        .where('asker', '=', asker)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
    async countsBy(by, { since, until }) {
      await later.written();
      const value =
        by === 'day'
          ? sql<number | string | null>`(${sql.ref('at')} - ${sql.lit(BOGOTA_OFFSET)}) / ${sql.lit(DAY)}`
          : sql.ref<number | string | null>(by);
      const rows = await db
        .selectFrom('questions')
        .select((of) => [value.as('value'), of.fn.countAll<number>().as('count')])
        .where('at', '>=', since.getTime())
        .where('at', '<', until.getTime())
        .groupBy(value)
        .execute();
      return rows
        .flatMap(({ value: found, count }) => (found === null ? [] : [{ value: shown(found), count }]))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    },
    async unanswered({ since, until }) {
      await later.written();
      const rows = await db
        .selectFrom('questions')
        .select((of) => [
          of.fn.min<string>('text').as('text'),
          of.fn.countAll<number>().as('asked'),
          of.fn.count<number>('asker').distinct().as('askers'),
          of.fn.max<number>('at').as('lastAt'),
        ])
        .where('status', '=', 'no-answer')
        .where('text', 'is not', null)
        .where('at', '>=', since.getTime())
        .where('at', '<', until.getTime())
        .groupBy('key')
        .execute();
      return rows
        .map(({ lastAt, ...row }) => ({ ...row, lastAt: new Date(lastAt) }))
        .sort((a, b) => b.askers - a.askers || b.asked - a.asked || (a.text < b.text ? -1 : 1));
    },
  };
}

function shown(value: string | number): string {
  return typeof value === 'number' ? new Date(value * DAY).toISOString().slice(0, 10) : value;
}
