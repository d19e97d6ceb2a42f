import { splitPointer } from '../../base/json-pointer.js';
import { percentDecoded } from '../../base/percent-decoded.js';

/** Whether a reference leads out of the document it stands in. */
export function isOutside(reference: string): boolean {
  return !reference.startsWith('#') && reference !== '';
}

/** Whether a value of `discriminator.mapping` names a file and not a schema: the two share one field. */
export function namesFile(value: string): boolean {
  return value.includes('/') || value.includes('#') || /\.(?:json|ya?ml)$/i.test(value);
}

/** The document part of a reference, without its fragment. */
export function addressOf(reference: string): string {
  const hash = reference.indexOf('#');
  return hash < 0 ? reference : reference.slice(0, hash);
}

/**
 * The JSON Pointer in a reference's fragment (RFC 6901 section 6), `` for the whole document; undefined for a
 * fragment that is no pointer, as `#anchor`.
 */
export function pointerOf(reference: string): string | undefined {
  const hash = reference.indexOf('#');
  if (hash < 0) return '';
  const pointer = percentDecoded(reference.slice(hash + 1));
  return pointer === '' || pointer.startsWith('/') ? pointer : undefined;
}

/** The reference to a pointer in the same document. */
export function localReference(pointer: string): string {
  return `#${encodeURI(pointer).replaceAll('#', '%23')}`;
}

/** The value a pointer leads to; undefined where there is none. */
export function resolvePointer(tree: unknown, pointer: string): unknown {
  let value = tree;
  for (const token of splitPointer(pointer)) {
    if (!isMember(value, token)) return undefined;
    value = Reflect.get(value, token);
  }
  return value;
}

/** Whether a value has a token of a pointer: an own key, or the number of an item. */
export function isMember(container: unknown, token: string): container is object {
  if (typeof container !== 'object' || container === null || !Object.hasOwn(container, token)) return false;
  return !(Array.isArray(container) && token === 'length');
}
