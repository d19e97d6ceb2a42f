import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { packageMissing } from '../package-missing.js';
import { patientConnection, type SqliteConnection } from './sqlite-connection.js';
import type { Row, StoreDatabase } from './store-database.js';

export interface SqliteDatabase extends StoreDatabase {
  readonly connection: SqliteConnection;
}

/**
 * What a power cut may cost. `FULL`: nothing that another system was told — a start, a finish, a Serial Number;
 * steps of the last moments may be repeated, with their keys. `NORMAL`: the last moments. Never the file.
 */
export type SqliteSynchronous = 'FULL' | 'NORMAL';

const BUSY_TIMEOUT_MS = 5_000;
const NO_SQLITE = 'Run npm install libsql, take Node 22.13 or later, or give a Postgres connection string';

/** Opens a database file, and makes it and its folder where there is none. */
export async function openSqlite(path: string, synchronous: SqliteSynchronous): Promise<SqliteDatabase> {
  if (path !== ':memory:') makeFile(path);
  const connection = patientConnection(await connect(path));
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  if (path !== ':memory:') connection.exec('PRAGMA journal_mode = WAL');
  connection.exec('PRAGMA synchronous = NORMAL');
  connection.exec('PRAGMA foreign_keys = ON');
  return {
    dialect: 'sqlite',
    connection,
    table: (name) => `"${name}"`,
    all: async (sql, values = []) => connection.prepare(sql).all(...values) as Row[],
    execute: async (sql) => connection.exec(sql),
    durably: (write) => (synchronous === 'FULL' ? synced(connection, write) : write()),
    nowMs: () => Date.now(),
    close: async () => connection.close(),
  };
}

/** Hidden data fields are in it: its owner alone may read it, wherever it lies. What is there stays as it is. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/** A synced commit takes everything with it that was written to the log before. */
function synced<T>(connection: SqliteConnection, write: () => Promise<T>): Promise<T> {
  connection.exec('PRAGMA synchronous = FULL');
  try {
    return write();
  } finally {
    connection.exec('PRAGMA synchronous = NORMAL');
  }
}

/** node:sqlite where Node has it without a flag (22.13 and later), else the prebuilt libsql. */
async function connect(path: string): Promise<SqliteConnection> {
  const builtin = process.getBuiltinModule('node:sqlite') as
    | { DatabaseSync: new (path: string) => SqliteConnection }
    | undefined;
  if (builtin !== undefined) return new builtin.DatabaseSync(path);
  const { default: Libsql } = await import('libsql').catch(packageMissing('libsql', NO_SQLITE));
  return new Libsql(path) as unknown as SqliteConnection;
}
