import { splitPointer } from '../base/json-pointer.js';

/** An object of a parsed document that may be changed. */
export type Container = Record<string, unknown>;

/** An object or a list. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An own member of what may be anything; undefined where there is none. */
export function ownMember(value: unknown, key: string): unknown {
  return isContainer(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Sets an own member, whatever its name. */
export function setMember(container: object, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The container at a pointer of a document, which is made where there is none. */
export function ensureContainer(root: object, pointer: string): object {
  let at = root;
  for (const token of splitPointer(pointer)) {
    const child = ownMember(at, token);
    const next = isContainer(child) ? child : {};
    if (next !== child) setMember(at, token, next);
    at = next;
  }
  return at;
}
