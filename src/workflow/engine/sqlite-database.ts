import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { WorkflowError } from '../workflow-error.js';
import type { Row, StoreDatabase } from './store-database.js';

/** What node:sqlite and libsql have in common. */
export interface SqliteConnection {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  run(...values: unknown[]): { changes: number };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

export interface SqliteDatabase extends StoreDatabase {
  readonly connection: SqliteConnection;
}

/**
 * What a power cut may cost. `FULL`: nothing that another system was told — a start, a finish, a Serial Number;
 * steps of the last moments may be repeated, with their keys. `NORMAL`: the last moments. Never the file.
 */
export type SqliteSynchronous = 'FULL' | 'NORMAL';

const BUSY_TIMEOUT_MS = 5_000;

/** Opens a database file, and makes it and its folder where there is none. */
export async function openSqlite(path: string, synchronous: SqliteSynchronous): Promise<SqliteDatabase> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const connection = remembering(await connect(path));
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
    close: async () => connection.close(),
  };
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
  try {
    const { default: Libsql } = (await import('libsql')) as unknown as {
      default: new (path: string) => SqliteConnection;
    };
    return new Libsql(path);
  } catch (cause) {
    throw new WorkflowError('ENGINE_MISSING', {
      who: 'Workflow store',
      what: 'this Node has no SQLite of its own, and the package libsql is not there',
      advice: 'Run npm install libsql, take Node 22.13 or later, or give a Postgres connection string',
      cause,
    });
  }
}

/** Statements are prepared once: the engine prepares its own anew on each call. */
function remembering(connection: SqliteConnection): SqliteConnection {
  const statements = new Map<string, SqliteStatement>();
  return {
    exec: (sql) => connection.exec(sql),
    close: () => {
      statements.clear();
      connection.close();
    },
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = connection.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}
