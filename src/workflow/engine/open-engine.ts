import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RestBrokerError, WorkflowError } from '../../base/errors.js';
import { visibleText } from '../../base/visible-text.js';
import type { Engine } from './engine-port.js';
import { type Bell, openWorkflowEngine } from './openworkflow-engine.js';
import { postgresBackend, sqliteBackend } from './openworkflow-internals.js';
import { openPostgres, type PostgresDatabase } from './postgres-database.js';
import { openSqlite, type SqliteDatabase, type SqliteSynchronous } from './sqlite-database.js';
import type { StoreDatabase } from './store-database.js';

/** Where runs are kept, and how. */
export interface StoreOptions {
  /** `file:` and a path, or a `postgres://` connection string. */
  readonly store: string;
  /** SQLite only: what a power cut may cost. */
  readonly synchronous: SqliteSynchronous;
  /** Postgres only: schema of all tables, made when absent. */
  readonly schema: string;
  /** Postgres only: size of the pool. */
  readonly maxConnections: number;
}

export interface OpenedStore {
  readonly engine: Engine;
  readonly database: StoreDatabase;
}

const BUSY_TRIES = 5;
const BUSY_PAUSE_MS = 200;

/** @throws WorkflowError `PACKAGE_MISSING`, `STORE_UNUSABLE` */
export async function openEngine(options: StoreOptions): Promise<OpenedStore> {
  try {
    if (/^postgres(ql)?:\/\//i.test(options.store)) return await onPostgres(options);
    return await onSqlite(sqlitePath(options.store), options);
  } catch (error) {
    throw storeUnusable(error, options.store);
  }
}

/** What was thrown while a store was opened, without its password and with no cause, which may hold it too. */
export function storeUnusable(error: unknown, store: string): WorkflowError {
  if (error instanceof WorkflowError) return error;
  return new WorkflowError('STORE_UNUSABLE', {
    who: 'Workflow store',
    what: `it cannot be opened: ${messageOf(error, store)}`,
    advice: 'Check the path or the connection string, and the rights on it',
  });
}

/** What an opened store threw, as an error of ours; a mistake in a program stays what it is. */
export function storeFailed(error: unknown, store: string): unknown {
  if (error instanceof RestBrokerError || error instanceof TypeError) return error;
  return new WorkflowError('STORE_UNUSABLE', {
    who: 'Workflow store',
    what: `it failed: ${messageOf(error, store)}`,
    advice: 'Try again when it can be reached',
  });
}

/** Two processes that make the same file at once may find it locked, whatever the time-out. */
async function onSqlite(path: string, { synchronous }: StoreOptions): Promise<OpenedStore> {
  for (let tries = 1; ; tries += 1) {
    let database: SqliteDatabase | undefined;
    try {
      database = await openSqlite(path, synchronous);
      return { database, engine: await openWorkflowEngine(database, await sqliteBackend(database), SILENT) };
    } catch (error) {
      await database?.close();
      if (tries === BUSY_TRIES || !/locked|busy/i.test(String(error))) throw error;
      await new Promise((done) => setTimeout(done, BUSY_PAUSE_MS * tries));
    }
  }
}

async function onPostgres({ store, schema, maxConnections }: StoreOptions): Promise<OpenedStore> {
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema)) throw new Error('the schema is not a plain lower-case name');
  if (!Number.isSafeInteger(maxConnections) || maxConnections < 1) {
    throw new Error('maxConnections is not a whole number above 0');
  }
  const database = await openPostgres(store, schema, maxConnections);
  try {
    const backend = await postgresBackend(database);
    return { database, engine: await openWorkflowEngine(database, backend, bellOf(database)) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** SQLite cannot call another process: its worker's poll finds what this one has done. */
const SILENT: Bell = { ring: async () => undefined, listen: async () => async () => undefined };

function bellOf({ pool, schema }: PostgresDatabase): Bell {
  const channel = `rest_broker_${schema}`;
  return {
    ring: async () => void (await pool.notify(channel, '')),
    listen: async (onRing) => {
      // onlisten also runs after a lost connection is back: something may have been missed.
      const { unlisten } = await pool.listen(channel, onRing, onRing);
      return unlisten;
    },
  };
}

function sqlitePath(store: string): string {
  if (store.startsWith('file://')) return fileURLToPath(store);
  const path = store.replace(/^file:/, '');
  // Another database's address would become a folder with its password for a name. One letter is a drive.
  const [, scheme] = /^(?!file:)([a-z][a-z0-9+.-]+):/i.exec(store) ?? [];
  if (scheme !== undefined)
    throw new Error(`an address of the kind ${scheme}: is neither file: nor postgres://`);
  if (path === '') throw new Error('its address is empty');
  if (path === ':memory:' || isAbsolute(path)) return path;
  return resolve(path);
}

/** Without a full stop, and without the store's password. */
function messageOf(error: unknown, store: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const secret = /^[a-z]+:\/\/[^:/@]*:([^@]*)@/i.exec(store)?.[1];
  const masked = secret === undefined || secret === '' ? message : message.replaceAll(secret, '[hidden]');
  return visibleText(masked).replace(/\.$/, '');
}
