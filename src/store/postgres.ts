import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** Most connections of one process: what it does at once is little, and replicas share the server. */
const MOST_CONNECTIONS = 10;

/** Milliseconds to wait for a connection and for a query, so that an answer never waits long for the store. */
const CONNECTION_TIMEOUT = 2_000;
const QUERY_TIMEOUT = 5_000;

/** The type of whole numbers of 64 bits, which `pg` gives as text by default; ours are below 2^53. */
const INT8 = types.builtins.INT8;

/** A PostgreSQL server (`postgres://…`). Connects when the first query comes. */
export function openPostgres(databaseUrl: string): Dialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)),
    },
  });
  // A connection that breaks between two queries has nobody to tell: the next query fails, or opens another one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}
