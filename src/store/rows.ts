import { CompiledQuery } from 'kysely';
import type { Engine } from './schema.ts';

/** Columns of rows that are given to a statement, and their types in the table. */
export type Columns = Readonly<Record<string, 'text' | 'bigint'>>;

/** One row: its values by the names of the columns. */
export type Row<C extends Columns> = {
  readonly [Name in keyof C]: (C[Name] extends 'text' ? string : number) | null;
};

/** Makes the text of a statement of the name of the table that its rows are given as. */
export type Write = (given: string) => string;

/*
 * Statements that every message needs. Their text is made once, and the engine prepares it once. U+0000 is left out of
 * the texts given to them, as `without-nul.ts` does with the parameters of other statements.
 */

/** A statement over one row. */
export function statementOfOne<const C extends Columns>(
  engine: Engine,
  columns: C,
  write: Write,
): (row: Row<C>) => CompiledQuery {
  const types = Object.entries(columns);
  const values = types.map(([name, type], index) =>
    engine === 'sqlite' ? `? as "${name}"` : `$${index + 1}::${type} as "${name}"`,
  );
  const text = write(`(select ${values.join()}) as given`);
  return (row) =>
    CompiledQuery.raw(
      text,
      types.map(([name]) => storable(name, row[name])),
    );
}

/** A statement over any number of rows, which are one parameter. */
export function statementOver<const C extends Columns, Result = unknown>(
  engine: Engine,
  columns: C,
  write: Write,
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
