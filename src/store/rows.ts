import { CompiledQuery } from 'kysely';
import type { Engine } from './schema.ts';

/** Columns of rows that are given to a statement, and their types in the table. */
export type Columns = Readonly<Record<string, 'text' | 'bigint'>>;

/** One row: its values by the names of the columns. */
export type Row<C extends Columns> = {
  readonly [Name in keyof C]: (C[Name] extends 'text' ? string : number) | null;
};

/**
 * A statement that every message needs, over any number of rows; `write` makes its text of the name of the table
 * that they are given as. They are one parameter, so that the text is made once and the engine prepares it once.
 * U+0000 is left out of their texts, as `without-nul.ts` does with the parameters of other statements.
 */
export function statementOver<const C extends Columns, Result = unknown>(
  engine: Engine,
  columns: C,
  write: (given: string) => string,
): (rows: readonly Row<C>[]) => CompiledQuery<Result> {
  const types = Object.entries(columns);
  const text = write(
    engine === 'sqlite'
      ? `(select ${types.map(([name]) => `value ->> '${name}' as "${name}"`).join()} from json_each(?))`
      : `json_to_recordset($1::json) as given(${types.map(([name, type]) => `"${name}" ${type}`).join()})`,
  );
  return (rows) => CompiledQuery.raw(text, [toJson(rows)]) as CompiledQuery<Result>;
}

function toJson(rows: readonly unknown[]): string {
  const json = JSON.stringify(rows);
  return json.includes('\\u0000') ? JSON.stringify(rows, storable) : json;
}

function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
