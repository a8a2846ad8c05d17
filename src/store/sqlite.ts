import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, SqliteDialect } from 'kysely';
import Libsql from 'libsql';

/** Milliseconds that a statement waits, and the process with it, for another one that writes to the file. */
const BUSY_TIMEOUT = 1_000;

/**
 * An SQLite file. Makes it and its folder when they are not there, readable by this user alone. What a crash of
 * the process interrupts is not lost; a power cut may lose the last moments, never the file. What is deleted is
 * overwritten. Throws the engine's error, or the file system's.
 */
export function openSqlite(file: string): Dialect {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  const database = new Libsql(file);
  for (const setting of [
    `busy_timeout = ${BUSY_TIMEOUT}`,
    'journal_mode = WAL',
    'synchronous = NORMAL',
    'foreign_keys = ON',
    'secure_delete = ON',
  ])
    database.exec(`PRAGMA ${setting}`);
  return new SqliteDialect({
    database: {
      close: () => void database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        return {
          reader: statement.reader,
          all: (parameters) => statement.all(parameters),
          run: (parameters) => statement.run(parameters),
          iterate: (parameters) => statement.iterate(parameters),
        };
      },
    },
  });
}
