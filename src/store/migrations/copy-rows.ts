import { type Kysely, sql } from 'kysely';

/** Copies the named columns of every row of one table to another. */
export async function copyRows(
  db: Kysely<unknown>,
  from: string,
  to: string,
  columns: readonly string[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(to)} (${names}) select ${names} from ${sql.table(from)}`.execute(db);
}
