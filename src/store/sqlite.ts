import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import Libsql from 'libsql';

/** Most statements that stay prepared: more than the store has, but for those that name a list of any length. */
const MOST_PREPARED = 500;

/**
 * Pages of 4 KB that are written before the file itself is brought up to date. Every answer writes the same few pages,
 * so that waiting for four times the usual number writes most of them a fourth of the times.
 */
const CHECKPOINT = 4_000;

/** Milliseconds that a statement waits, and the process with it, for another one that writes to the file. */
const BUSY_TIMEOUT = 1_000;

/**
 * An SQLite file, opened when the first query comes: made with its folder when they are not there, readable by this
 * user alone. A query rejects with the engine's error, or the file system's, when it can't be; the next one tries
 * again. What is written outlives a crash of the process; a power cut may lose the last moments, never the file
 * (https://www.sqlite.org/pragma.html#pragma_synchronous). What is deleted is overwritten.
 */
export function openSqlite(file: string): Dialect {
  return new SqliteDialect({ database: async () => preparing(openFile(file)) });
}

type File = InstanceType<typeof Libsql>;

function openFile(path: string): File {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  const file = new Libsql(path);
  try {
    for (const setting of [
      `busy_timeout = ${BUSY_TIMEOUT}`,
      'journal_mode = WAL',
      'synchronous = NORMAL',
      `wal_autocheckpoint = ${CHECKPOINT}`,
      'foreign_keys = ON',
      'secure_delete = ON',
    ])
      file.exec(`PRAGMA ${setting}`);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The file as queries see it: each statement is prepared once. */
function preparing(file: File): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void file.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      if (prepared.size === MOST_PREPARED) prepared.clear();
      const statement = file.prepare(sql);
      const made: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
        iterate: (parameters) => statement.iterate(parameters),
      };
      prepared.set(sql, made);
      return made;
    },
  };
}
