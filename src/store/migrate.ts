import { type Migration, Migrator, sql } from 'kysely';
import { messages } from './migrations/001-messages.ts';
import { questions } from './migrations/002-questions.ts';
import { team } from './migrations/003-team.ts';
import { attention } from './migrations/004-attention.ts';
import { takes } from './migrations/005-takes.ts';
import { cards } from './migrations/006-cards.ts';
import { leanInbox } from './migrations/007-lean-inbox.ts';
import { keyedInbox } from './migrations/008-keyed-inbox.ts';
import { leanQuestions } from './migrations/009-lean-questions.ts';
import type { Database, Engine } from './schema.ts';

/** The steps of the schema, in the order in which they run. A name never changes once it is published. */
export type MigrationName =
  | '001-messages'
  | '002-questions'
  | '003-team'
  | '004-attention'
  | '005-takes'
  | '006-cards'
  | '007-lean-inbox'
  | '008-keyed-inbox'
  | '009-lean-questions';

/**
 * Brings the schema to `target`, the newest one by default, in one transaction: all of it or nothing. Several
 * processes may call it at once; one works and the others wait. Rejects with the engine's error.
 */
export async function migrate(
  db: Database,
  engine: Engine,
  target: MigrationName = '009-lean-questions',
): Promise<void> {
  if (engine === 'postgres') return run(db, engine, target);
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await run(connection, engine, target);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function run(db: Database, engine: Engine, target: MigrationName): Promise<void> {
  const steps: Record<MigrationName, Migration> = {
    '001-messages': messages(engine),
    '002-questions': questions(),
    '003-team': team(),
    '004-attention': attention(),
    '005-takes': takes(),
    '006-cards': cards(),
    '007-lean-inbox': leanInbox(),
    '008-keyed-inbox': keyedInbox(engine),
    '009-lean-questions': leanQuestions(),
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateTo(target);
  if (error !== undefined) throw error;
}
