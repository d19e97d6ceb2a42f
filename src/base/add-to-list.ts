/** Adds to the list that is kept under a key. */
export function addToList<Key, Thing>(lists: Map<Key, Thing[]>, key: Key, thing: Thing): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [thing]);
  else list.push(thing);
}
