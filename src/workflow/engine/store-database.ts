export type Row = Readonly<Record<string, unknown>>;

/** The one database that the engine's tables and ours share, asked in the SQL that SQLite and Postgres have in common. */
export interface StoreDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /** One statement with `?` for its values. Column names in what it gives are as written after AS. */
  all(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements without values. */
  execute(sql: string): Promise<void>;
  /** A write that is on the disk before what it gives is used; its statements must be issued in the call itself. */
  durably<T>(write: () => Promise<T>): Promise<T>;
  /** The time by the store's own clock: of this process, or of the server that many of them share. */
  nowMs(): number;
  /** A table's name, qualified and quoted. */
  table(name: string): string;
  close(): Promise<void>;
}
