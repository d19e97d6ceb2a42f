import type { Workflows } from '../workflow/workflows.js';
import type { KnownCaller } from './callers.js';

/** One request, as an operation sees it. */
export interface Call {
  readonly workflows: Workflows;
  /** What stood in the path's brackets, in order, decoded. */
  readonly ids: readonly string[];
  /** A parameter of the query, its name in any case. */
  query(name: string): string | undefined;
  /** Members of the body. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly finishedTwice: 204 | 409;
  /** Who calls. @throws Refusal 401 */
  caller(): KnownCaller;
  /** Who calls, signed callbacks for this Serial Number included. @throws Refusal 401 */
  callerFor(serialNumber: string): Promise<KnownCaller>;
  /** User name of who may have tasks of a workflow, as a redirect names him; undefined: nobody, or several. */
  taskUser(named: string, workflow: string): string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export type Operation = (call: Call) => Promise<Answer>;
