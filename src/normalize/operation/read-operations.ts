import type {
  NormalAnswer,
  NormalBody,
  NormalEvent,
  NormalOperation,
  NormalParameter,
  NormalServer,
  Verb,
} from '../normal-descriptor.js';
import { operationIdDuplicate, pathAmbiguous, pathWithoutSlash, verbUnsupported } from '../problems.js';
import { isNode, type JsonNode, type Spot } from '../tree/json-node.js';
import { type Entry, entriesAt, entriesOf, spotOf } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { resolveReference } from '../tree/resolve-reference.js';
import { type PathQuery, splitPathQuery } from './path-query.js';
import { readOperation } from './read-operation.js';

/** What a version of the specification says in its own way about operations. */
export interface OperationSteps {
  readonly reading: Reading;
  readonly verbs: ReadonlyMap<string, Verb>;
  readonly securitySchemes: ReadonlyMap<string, unknown>;
  readRequest(item: Spot, operation: Spot): Request;
  readAnswers(operation: Spot): readonly NormalAnswer[];
  /** Servers of this operation alone; nothing where the document's apply. */
  readServers(item: Spot, operation: Spot): readonly NormalServer[] | undefined;
  /** Requests the service makes in answer to this operation. */
  readEvents(operation: Spot): readonly NormalEvent[];
}

/** What an operation asks of a caller. */
export interface Request {
  readonly parameters: readonly NormalParameter[];
  readonly body?: NormalBody;
}

/** One operation of a Path Item. */
export interface ItemOperation {
  readonly verb: Verb;
  readonly item: Spot;
  readonly operation: Spot;
}

/** One operation as it stands in the document. */
export interface FoundOperation extends ItemOperation {
  readonly path: string;
  /** With the query that the path is written with. */
  readonly pathKey: string;
  readonly query: PathQuery;
}

// AutoRest's extension holds paths that differ only in their query, which `paths` may not.
const PATH_MAPS = ['paths', 'x-ms-paths'];

// Members of a Path Item that are not operations.
const NO_VERBS = new Set(['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']);

/** All operations of `paths`, then of `x-ms-paths`, in document order, no operationId twice, and the events they bring. */
export function readOperations(steps: OperationSteps): {
  readonly operations: readonly NormalOperation[];
  readonly events: readonly NormalEvent[];
} {
  const taken = new Set<string>();
  const found = findOperations(steps);
  return {
    operations: found.map((one) => withUniqueId(steps.reading, readOperation(steps, one), taken)),
    events: found.flatMap(({ operation }) => steps.readEvents(operation)),
  };
}

function withUniqueId(reading: Reading, operation: NormalOperation, taken: Set<string>): NormalOperation {
  const { operationId, ...unnamed } = operation;
  if (operationId === undefined) return operation;
  if (!taken.has(operationId)) {
    taken.add(operationId);
    return operation;
  }
  reading.report(operationIdDuplicate(operation.pointer, { operationId }));
  return unnamed;
}

function findOperations(steps: OperationSteps): readonly FoundOperation[] {
  const { reading } = steps;
  const templates = new Map<string, string>();
  const taken = new Set<string>();
  const found: FoundOperation[] = [];
  for (const entry of PATH_MAPS.flatMap((map) => entriesAt(reading, reading.root, map))) {
    if (entry.name.startsWith('x-')) continue;
    const pathKey = mendPath(reading, entry);
    const { path, query } = splitPathQuery(pathKey);
    // A query is there to tell apart what would be one path without it.
    if (query.size === 0) noteAmbiguous(reading, templates, path, entry.pointer);
    const item = readPathItem(reading, entry);
    // `a` and `/a` are one path; where both refer to one Path Item, its operations are there once.
    if (item === undefined || taken.has(`${item.pointer} ${pathKey}`)) continue;
    taken.add(`${item.pointer} ${pathKey}`);
    for (const one of operationsOf(reading, steps.verbs, item)) found.push({ ...one, path, pathKey, query });
  }
  return found;
}

/** The Path Item behind an entry; what stands beside its `$ref` is its own and wins. */
export function readPathItem(reading: Reading, entry: Entry): Spot | undefined {
  const target = resolveReference(reading, entry);
  if (target === undefined || !isNode(entry.value) || target.node === entry.value) return target;
  if (Object.keys(entry.value).length === 1) return target;
  return { node: { ...target.node, ...withoutReference(entry.value) }, pointer: target.pointer };
}

/** The operations of one Path Item; a member that is neither verb nor known is reported. */
export function operationsOf(
  reading: Reading,
  verbs: ReadonlyMap<string, Verb>,
  item: Spot,
): readonly ItemOperation[] {
  const found: ItemOperation[] = [];
  for (const entry of entriesOf(item)) {
    const verb = verbs.get(entry.name);
    if (verb !== undefined) {
      const operation = entry.value === null ? undefined : spotOf(reading, entry);
      if (operation !== undefined) found.push({ verb, item, operation });
    } else if (!NO_VERBS.has(entry.name) && !entry.name.startsWith('x-')) {
      reading.report(verbUnsupported(entry.pointer, { verb: entry.name }));
    }
  }
  for (const { name, pointer } of entriesAt(reading, item, 'additionalOperations')) {
    reading.report(verbUnsupported(pointer, { verb: name }));
  }
  return found;
}

function mendPath(reading: Reading, { name, pointer }: Entry): string {
  if (name.startsWith('/')) return name;
  reading.report(pathWithoutSlash(pointer, { path: name }));
  return `/${name}`;
}

function noteAmbiguous(
  reading: Reading,
  templates: Map<string, string>,
  path: string,
  pointer: string,
): void {
  const shape = path.replace(/\{[^{}]*\}/g, '{}');
  const other = templates.get(shape);
  if (other === undefined) templates.set(shape, path);
  else reading.report(pathAmbiguous(pointer, { other }));
}

function withoutReference(node: JsonNode): JsonNode {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== '$ref'));
}

/** The verbs a version knows, by the key they stand under. */
export function verbsOf(...verbs: readonly Verb[]): ReadonlyMap<string, Verb> {
  return new Map(verbs.map((verb) => [verb.toLowerCase(), verb]));
}
