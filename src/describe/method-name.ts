import type { NormalOperation } from '../normalize/normal-descriptor.js';

type Named = Pick<NormalOperation, 'operationId' | 'verb' | 'path' | 'pathKey'>;

/**
 * The name of an operation's Method, before it is made an identifier: its `operationId`; without one, the verb
 * with a capital, and the path as it is written. `GET /tasks` → `Get/tasks`, whose identifier is `Get_tasks`.
 */
export function methodNameOf({ operationId, verb, path, pathKey = path }: Named): string {
  return operationId || capitalised(verb) + pathKey;
}

/** What people are shown where the descriptor gives no name at all: `Get /tasks`. */
export function readableNameOf({ operationId, verb, path, pathKey = path }: Named): string {
  return operationId || `${capitalised(verb)} ${pathKey}`;
}

function capitalised(verb: string): string {
  return verb.charAt(0) + verb.slice(1).toLowerCase();
}

/** Name of the group of an operation: its first tag, else the first path segment that is no parameter. */
export function groupNameOf({ tags, path }: Pick<NormalOperation, 'tags' | 'path'>): string | undefined {
  const tag = tags.find((name) => name.trim() !== '');
  return tag ?? path.split('/').find((segment) => segment !== '' && !segment.includes('{'));
}
