import type { ChangeCode } from './change-kinds.js';

/** What a change means to someone who calls the generated Methods: it stops · it may surprise · it goes on. */
export type ChangeSeverity = 'breaking' | 'dangerous' | 'safe';

/** The role of a named thing in what a caller writes or reads. */
export type ChangedPart =
  | { readonly part: 'connector' }
  | { readonly part: 'service-object'; readonly object: string }
  | { readonly part: 'property'; readonly object: string; readonly property: string }
  | { readonly part: 'method'; readonly object: string; readonly method: string }
  | { readonly part: 'input'; readonly object: string; readonly method: string; readonly input: string }
  | { readonly part: 'output'; readonly object: string; readonly method: string; readonly output: string };

/** A Method by the system names. */
export interface MethodName {
  readonly object: string;
  readonly method: string;
}

/** One end of a change: the part by system names, and where the descriptor says it. */
export interface ChangeEnd {
  readonly subject: ChangedPart;
  /** JSON Pointer in that side's descriptor. Absent where no single place says it. */
  readonly pointer?: string;
}

/** One difference between two Connectors, as a caller meets it. Each code has a heading in `docs/changes.md`. */
export interface Change {
  readonly code: ChangeCode;
  readonly severity: ChangeSeverity;
  /** Absent where it is new. */
  readonly before?: ChangeEnd;
  /** Absent where it is gone. */
  readonly after?: ChangeEnd;
  /**
   * On a change of a type: the Methods whose input or answer holds it, of the Connector before, in order of their
   * names. Absent where the change is about one Method or none.
   */
  readonly methods?: readonly MethodName[];
  /** What changed, with untrusted text already made visible; without a full stop. */
  readonly message: string;
  /** What to do about it; without a full stop. */
  readonly advice: string;
}
