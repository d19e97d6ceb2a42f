import type { Input, Output } from '../model/connector.js';
import type { Finding } from './make-change.js';

/** One difference between two Methods; without input and output it is about the Method as a whole. */
export interface MethodFinding extends Finding {
  readonly input?: { readonly before?: Input; readonly after?: Input };
  readonly output?: { readonly before?: string; readonly after?: string };
}

/** An output that is there on both sides, by its system name. */
export function sameOutput({ systemName }: Output): NonNullable<MethodFinding['output']> {
  return { before: systemName, after: systemName };
}
