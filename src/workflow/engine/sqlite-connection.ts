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

const READS = /^\s*(SELECT|PRAGMA|EXPLAIN)\b/i;
const BEGINS = /^\s*BEGIN\b[^;]*;?\s*$/i;
const ENDS = /\b(COMMIT|ROLLBACK)\s*;?\s*$/i;

/**
 * A connection whose statements are prepared once: the engine prepares its own anew on each call. And whose writes
 * take the lock before they begin: libsql leaves a write that has found the file locked in progress until it is
 * collected as garbage, and no transaction of the connection can be committed before that.
 */
export function patientConnection(connection: SqliteConnection): SqliteConnection {
  const statements = new Map<string, SqliteStatement>();
  let isInTransaction = false;
  const exec = (sql: string): void => {
    if (ENDS.test(sql)) isInTransaction = false;
    connection.exec(sql);
    if (BEGINS.test(sql)) isInTransaction = true;
  };
  const locked = <T>(write: () => T): T => {
    if (isInTransaction) return write();
    connection.exec('BEGIN IMMEDIATE');
    try {
      const given = write();
      connection.exec('COMMIT');
      return given;
    } catch (error) {
      rollBack(connection);
      throw error;
    }
  };
  const prepare = (sql: string): SqliteStatement => {
    const statement = connection.prepare(sql);
    if (READS.test(sql)) return statement;
    return {
      run: (...values) => locked(() => statement.run(...values)),
      get: (...values) => locked(() => statement.get(...values)),
      all: (...values) => locked(() => statement.all(...values)),
    };
  };
  return {
    exec,
    close: () => {
      statements.clear();
      connection.close();
    },
    prepare: (sql) => {
      const known = statements.get(sql) ?? prepare(sql);
      statements.set(sql, known);
      return known;
    },
  };
}

function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // SQLite has done so by itself, as it does when the disk is full.
  }
}
