import type { Sql } from 'postgres';
import { packageMissing } from '../package-missing.js';
import { ServerClock } from './server-clock.js';
import type { Row, StoreDatabase } from './store-database.js';

export interface PostgresDatabase extends StoreDatabase {
  readonly pool: Sql;
  readonly schema: string;
}

const TAKE_TURNS = 'SELECT pg_advisory_xact_lock(5310532)';

/** By itself it would look for a server that was gone for some seconds only after 20. */
const MAX_RECONNECT_S = 1;

const SERVER_TIME = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"';

/** A pool of connections, with one of them made. */
export async function openPostgres(
  url: string,
  schema: string,
  maxConnections: number,
): Promise<PostgresDatabase> {
  const { default: postgres } = await import('postgres').catch(packageMissing('postgres'));
  const pool = postgres(url, {
    max: maxConnections,
    connect_timeout: 10,
    backoff: reconnectAfterS,
    onnotice: () => undefined,
    // The engine reads its rows in camel case.
    transform: { column: { from: postgres.toCamel } },
  });
  const clock = await ServerClock.compare(async () => {
    const [row] = await pool.unsafe<Row[]>(SERVER_TIME);
    return Number(row?.['nowMs']);
  }).catch(async (error: unknown) => {
    await pool.end({ timeout: 5 });
    throw error;
  });
  return {
    dialect: 'postgres',
    pool,
    schema,
    table: (name) => `"${schema}"."${name}"`,
    all: async (sql, values = []) => [
      ...(await pool.unsafe<Row[]>(numbered(sql), values as never[], { prepare: true })),
    ],
    // Statements sent as one are one transaction: two processes that make the tables at once take turns.
    execute: async (sql) => void (await pool.unsafe(`${TAKE_TURNS}; ${sql}`).simple()),
    // The server's own synchronous_commit says it.
    durably: (write) => write(),
    nowMs: () => clock.nowMs(),
    close: () => pool.end({ timeout: 5 }),
  };
}

/** Between two tries to reach the server again, in seconds; random, so that not all processes come at once. */
function reconnectAfterS(tries: number): number {
  return (0.5 + Math.random() / 2) * Math.min(0.01 * 3 ** tries, MAX_RECONNECT_S);
}

const numberedStatements = new Map<string, string>();

/** `?` → `$1`, `$2`, …; our statements hold no other question mark. */
function numbered(sql: string): string {
  let text = numberedStatements.get(sql);
  if (text === undefined) {
    let count = 0;
    text = sql.replace(/\?/g, () => `$${++count}`);
    numberedStatements.set(sql, text);
  }
  return text;
}
