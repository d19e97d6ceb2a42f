import { addToList } from '../../base/add-to-list.js';
import type { Connector, Method } from '../../model/connector.js';

/** A Method and the Service Object that carries it. */
export interface PlacedMethod {
  readonly object: string;
  readonly method: Method;
}

/** The Methods of two Connectors: those that go on, those that went and those that came. */
export interface MatchedMethods {
  readonly pairs: readonly MethodPair[];
  readonly gone: readonly PlacedMethod[];
  readonly come: readonly PlacedMethod[];
}

/** A Method that goes on, on both sides. */
export interface MethodPair {
  readonly before: PlacedMethod;
  readonly after: PlacedMethod;
}

/**
 * The Methods of both Connectors, each with what became of it: the Method of its own name; else that of the same
 * operation, be it by verb and path or by operationId.
 */
export function matchMethods(before: Connector, after: Connector): MatchedMethods {
  const pairs: MethodPair[] = [];
  let gone = methodsOf(before);
  let come = methodsOf(after);
  for (const keyOf of [nameOf, addressOf(before, after), operationOf, shapeOfAddress]) {
    const found = pairsBy(gone, come, keyOf);
    pairs.push(...found);
    const passed = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    gone = gone.filter((one) => !passed.has(one));
    come = come.filter((one) => !passed.has(one));
  }
  return { pairs, gone, come };
}

function methodsOf({ serviceObjects }: Connector): PlacedMethod[] {
  return serviceObjects.flatMap(({ systemName, methods }) =>
    methods.map((method) => ({ object: systemName, method })),
  );
}

type KeyOf = (placed: PlacedMethod, side: 'before' | 'after') => string | undefined;

const nameOf: KeyOf = ({ object, method }) => JSON.stringify([object, method.systemName]);

/** The operationId, which is the service's own name of the operation. */
const operationOf: KeyOf = ({ method: { wireName, call } }) =>
  wireName.endsWith(call.path) ? undefined : wireName;

/** Verb and path, whatever the path's parameters are called. */
const shapeOfAddress: KeyOf = ({ method: { call } }) => `${call.verb} ${plainPath(call.path)}`;

/** Verb and the whole address: a piece of the path may have moved to the service URL. */
function addressOf(before: Connector, after: Connector): KeyOf {
  const base = { before: pathOf(before.serviceUrl), after: pathOf(after.serviceUrl) };
  return ({ method: { call } }, side) =>
    `${call.verb} ${call.serviceUrl === undefined ? base[side] : pathOf(call.serviceUrl)}${plainPath(call.path)}`;
}

function pathOf(url: string | undefined): string {
  return url?.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') ?? '';
}

/** A path without the names of its parameters: `/tasks/{}`. */
export function plainPath(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** Those of one key, where each side has just one. */
function pairsBy(gone: readonly PlacedMethod[], come: readonly PlacedMethod[], keyOf: KeyOf): MethodPair[] {
  const earlier = byKey(gone, (placed) => keyOf(placed, 'before'));
  const later = byKey(come, (placed) => keyOf(placed, 'after'));
  return [...earlier].flatMap(([key, [before, ...moreBefore]]) => {
    const [after, ...moreAfter] = later.get(key) ?? [];
    const isSole = moreBefore.length + moreAfter.length === 0;
    return before === undefined || after === undefined || !isSole ? [] : [{ before, after }];
  });
}

function byKey(
  methods: readonly PlacedMethod[],
  keyOf: (placed: PlacedMethod) => string | undefined,
): Map<string, PlacedMethod[]> {
  const keyed = new Map<string, PlacedMethod[]>();
  for (const placed of methods) {
    const key = keyOf(placed);
    if (key !== undefined) addToList(keyed, key, placed);
  }
  return keyed;
}
