/** What became of one descriptor. Only `generated` means that the connector also compiles. */
export type Status = 'generated' | 'refused' | 'crashed' | 'not-compiling';

/** One thing that is wrong, with the emitted line it is wrong in. */
export interface Finding {
  readonly message: string;
  /** `path:line` in the emitted connector. */
  readonly at?: string;
  /** The emitted line. */
  readonly line?: string;
}

export interface Outcome {
  readonly status: Status;
  /** The first of them. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** Absent where nothing was emitted. */
  readonly emitted?: Emitted;
}

/** What a descriptor came to, and what it cost. */
export interface Emitted {
  readonly files: number;
  readonly bytes: number;
  /** Problems of each severity. */
  readonly problems: { readonly warning: number; readonly note: number };
  readonly generateMs: number;
  readonly checkMs: number;
}

/** How many findings of a descriptor are kept. */
const MAX_FINDINGS = 10;

/** An outcome with its first findings. */
export function outcomeOf(status: Status, findings: readonly Finding[], emitted?: Emitted): Outcome {
  const kept = findings.slice(0, MAX_FINDINGS);
  return { status, findings: kept, findingCount: findings.length, ...(emitted !== undefined && { emitted }) };
}
