import type { Operation } from './operation.js';
import { Refusal } from './refusal.js';
import { finishServerEvent, getServerEvent } from './server-event-operations.js';
import { actionTask, getTask, getTaskActions, getTasks } from './task-operations.js';
import { assignTask, redirectTask, releaseTask, sleepTask, wakeTask } from './task-system-actions.js';
import { getWorkflow, getWorkflowSchema, getWorkflows, startWorkflow } from './workflow-operations.js';

interface Route {
  readonly verb: 'GET' | 'POST';
  readonly path: string;
  readonly operation: Operation;
}

/** K2's paths below its base, and what serves them. */
const ROUTES: readonly Route[] = [
  { verb: 'GET', path: 'serverEvents/{serialNumber}', operation: getServerEvent },
  { verb: 'POST', path: 'serverEvents/{serialNumber}/finish', operation: finishServerEvent },
  { verb: 'GET', path: 'tasks', operation: getTasks },
  { verb: 'GET', path: 'tasks/{serialNumber}', operation: getTask },
  { verb: 'GET', path: 'tasks/{serialNumber}/actions', operation: getTaskActions },
  // K2's own before those of a task's author.
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/assign', operation: assignTask },
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/release', operation: releaseTask },
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/redirect', operation: redirectTask },
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/sleep', operation: sleepTask },
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/wake', operation: wakeTask },
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/{customAction}', operation: actionTask },
  { verb: 'GET', path: 'workflows', operation: getWorkflows },
  { verb: 'GET', path: 'workflows/{id}', operation: getWorkflow },
  { verb: 'POST', path: 'workflows/{id}', operation: startWorkflow },
  { verb: 'GET', path: 'workflows/{id}/schema', operation: getWorkflowSchema },
  { verb: 'GET', path: 'op/{operation}', operation: reservedOperation },
];

/** GET op/{operation}: «reserved for the system» in K2, which says nowhere what stands behind it. */
async function reservedOperation(): Promise<never> {
  throw new Refusal(404, 'This operation is reserved for K2 itself; nothing stands behind it here.');
}

export interface FoundRoute {
  readonly operation: Operation;
  readonly ids: readonly string[];
}

/** The route of a path below the base, without regard to case. @throws Refusal 400, 404, 405 */
export function findRoute(verb: string, rest: string): FoundRoute {
  const segments = rest.replace(/\/$/, '').split('/');
  const fitting = ROUTES.filter(({ path }) => fits(path.split('/'), segments));
  if (fitting.length === 0) throw new Refusal(404, 'There is nothing at this address.');
  const route = fitting.find((candidate) => candidate.verb === verb);
  if (route === undefined) {
    const allow = [...new Set(fitting.map((candidate) => candidate.verb))].join(', ');
    throw new Refusal(405, `This address takes ${allow}.`, { allow });
  }
  const pattern = route.path.split('/');
  const ids = segments.filter((_, index) => pattern[index]?.startsWith('{') === true).map(decoded);
  return { operation: route.operation, ids };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => {
      const segment = segments[index] ?? '';
      return part.startsWith('{') ? segment !== '' : part.toLowerCase() === segment.toLowerCase();
    })
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'The path is not well encoded.');
  }
}
