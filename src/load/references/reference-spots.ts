import { joinPointer } from '../../base/json-pointer.js';
import { type Container, isContainer, setMember } from '../container.js';
import { type Position, positionUnder, schemaPosition } from './reference-positions.js';
import { isOutside, namesFile } from './reference-text.js';

/** One reference where it stands. */
export interface ReferenceSpot {
  /** The object that holds it, and under which key: `$ref`, or a name in a discriminator's mapping. */
  readonly holder: Container;
  readonly key: string;
  readonly reference: string;
  /** It stands in a discriminator's mapping. */
  readonly isMapping: boolean;
  /** What the reference stands for. */
  readonly position: Position;
  /** The pointer of the holder in its document. */
  readonly pointer: string;
  /** Puts something in the holder's place. */
  readonly replace: ((value: unknown) => void) | undefined;
}

interface Frame {
  readonly node: object;
  readonly position: Position;
  readonly pointer: string;
  readonly parent?: object;
  readonly key?: string;
}

/**
 * Every reference below a value, in document order. Slower than `scanTree`, which knows that they are there
 * but not where.
 *
 * @param visited containers that have been walked already; grows
 */
export function* referenceSpots(
  top: unknown,
  position: Position,
  pointer: string,
  visited: Set<object> = new Set(),
): Generator<ReferenceSpot> {
  const stack: Frame[] = isContainer(top) ? [{ node: top, position, pointer }] : [];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    if (visited.has(frame.node)) continue;
    visited.add(frame.node);
    yield* spotsOf(frame);
    for (const child of childrenOf(frame).reverse()) stack.push(child);
  }
}

function* spotsOf({ node, position, pointer, parent, key }: Frame): Generator<ReferenceSpot> {
  if (Array.isArray(node)) return;
  const holder = node as Container;
  const replace =
    parent && key !== undefined ? (value: unknown) => void setMember(parent, key, value) : undefined;
  if (position.isMapping) {
    for (const [name, reference] of Object.entries(holder)) {
      if (typeof reference !== 'string' || !isOutside(reference) || !namesFile(reference)) continue;
      yield {
        holder,
        key: name,
        reference,
        isMapping: true,
        position: schemaPosition,
        pointer,
        replace: undefined,
      };
    }
  } else if (Object.hasOwn(holder, '$ref') && typeof holder['$ref'] === 'string') {
    yield { holder, key: '$ref', reference: holder['$ref'], isMapping: false, position, pointer, replace };
  }
}

function childrenOf({ node, position, pointer }: Frame): Frame[] {
  const children: Frame[] = [];
  for (const key of Object.keys(node)) {
    const child: unknown = Reflect.get(node, key);
    const under = Array.isArray(node) ? position : positionUnder(position, key);
    if (under === undefined || !isContainer(child)) continue;
    children.push({ node: child, position: under, pointer: joinPointer(pointer, key), parent: node, key });
  }
  return children;
}
