import type { Spot } from '../tree/json-node.js';

/** The reader, made to read each spot once: what many operations reference is shared among them. */
export function remembered<T>(read: (spot: Spot) => T): (spot: Spot) => T {
  const known = new Map<string, T>();
  return (spot) => {
    if (known.has(spot.pointer)) return known.get(spot.pointer) as T;
    const value = read(spot);
    known.set(spot.pointer, value);
    return value;
  };
}
