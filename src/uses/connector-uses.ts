import type { Use } from './use.js';

/** A spot where an object literal is written for inputs or a type: what a newly required name concerns. */
export interface Given {
  readonly use: Use;
  readonly names: ReadonlySet<string>;
  /** More may be given than can be seen. */
  readonly open: boolean;
}

/** Where workflow code touches a generated connector, by system names: `Tasks`, `Tasks.Get_tasks`, and so on. */
export class ConnectorUses {
  readonly imports: Use[] = [];
  readonly objects = new Map<string, Use[]>();
  readonly methods = new Map<string, Use[]>();
  /** By `Object.Method.input`. */
  readonly inputs = new Map<string, Use[]>();
  /** By `Object.Method.output`. */
  readonly outputs = new Map<string, Use[]>();
  /** By `Object.Property`, of a type that is sent or answered. */
  readonly properties = new Map<string, Use[]>();
  /** Calls by `Object.Method`. */
  readonly calls = new Map<string, Given[]>();
  /** Calls whose result is handed on whole, by `Object.Method`. */
  readonly results = new Map<string, Use[]>();
  /** Literals of a type, by its Service Object. */
  readonly literals = new Map<string, Given[]>();
}
