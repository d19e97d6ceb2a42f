/** How much a Problem takes away: nothing sensible is left · something is not carried over · worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * One finding about a descriptor. Findings are data: they are collected on the way and printed once.
 * Each code has a heading in `docs/problems.md`.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** JSON Pointer of the spot in the descriptor; `load/` knows its line and column. */
  readonly pointer: string;
  /** What is wrong, with untrusted text already made visible. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

/** Makes Problems of one kind. */
export interface ProblemKind<Holes> {
  readonly code: string;
  readonly severity: Severity;
  (pointer: string, holes: Holes): Problem;
}

/**
 * Defines one kind of Problem; every floor keeps its own kinds in its `problems.ts`.
 *
 * @param message fills the holes; untrusted text in it must go through `quoted`
 */
export function defineProblem<Holes = void>(
  code: string,
  severity: Severity,
  message: (holes: Holes) => string,
  advice: string,
): ProblemKind<Holes> {
  const make = (pointer: string, holes: Holes): Problem => ({
    code,
    severity,
    pointer,
    message: message(holes),
    advice,
  });
  return Object.assign(make, { code, severity });
}
