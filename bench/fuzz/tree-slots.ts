/** A JSON tree that may be changed in place. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One spot of a tree: a member of an object or an element of a list. */
export interface Slot {
  readonly parent: Json[] | { [key: string]: Json };
  readonly key: string;
  /** Slots from the root to here, this one included. */
  readonly path: readonly string[];
}

/** Past this many, further spots are not looked for. */
const MAX_SLOTS = 20_000;

/** The spots of a tree, those nearer to the root first. */
export function slotsOf(tree: Json): Slot[] {
  const slots: Slot[] = [];
  addSlots(tree, [], slots);
  for (let index = 0; index < slots.length && slots.length < MAX_SLOTS; index++) {
    const slot = slots[index];
    if (slot !== undefined) addSlots(valueAt(slot), slot.path, slots);
  }
  return slots;
}

function addSlots(tree: Json, path: readonly string[], slots: Slot[]): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const key of Object.keys(tree)) slots.push({ parent: tree, key, path: [...path, key] });
}

export function valueAt({ parent, key }: Slot): Json {
  return (Object.getOwnPropertyDescriptor(parent, key)?.value as Json | undefined) ?? null;
}

/** Writes an own member, also where its name is `__proto__`. */
export function put(parent: Slot['parent'], key: string, value: Json): void {
  if (Array.isArray(parent) && !/^\d{1,6}$/.test(key)) {
    parent.push(value);
    return;
  }
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes a member away; a list closes up. */
export function take({ parent, key }: Slot): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Renames a member where it stands: the order of the others stays. */
export function rename({ parent, key }: Slot, to: string): void {
  if (Array.isArray(parent)) return;
  const members = Object.entries(parent);
  for (const [name] of members) delete parent[name];
  for (const [name, value] of members) put(parent, name === key ? to : name, value);
}

export function copyOf(tree: Json): Json {
  return JSON.parse(JSON.stringify(tree)) as Json;
}
