import type { Operation } from './operation.js';
import { Refusal } from './refusal.js';
import { finishServerEvent, getServerEvent } from './server-event-operations.js';
import { actionTask, getTask, getTaskActions, getTasks } from './task-operations.js';
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
  { verb: 'POST', path: 'tasks/{serialNumber}/actions/{customAction}', operation: actionTask },
  { verb: 'GET', path: 'workflows', operation: getWorkflows },
  { verb: 'GET', path: 'workflows/{id}', operation: getWorkflow },
  { verb: 'POST', path: 'workflows/{id}', operation: startWorkflow },
  { verb: 'GET', path: 'workflows/{id}/schema', operation: getWorkflowSchema },
];

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
    const allow = fitting.map((candidate) => candidate.verb).join(', ');
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
