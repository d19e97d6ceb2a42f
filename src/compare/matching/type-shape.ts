import { compareText } from '../../base/compare-text.js';
import type { Property, ServiceObject } from '../../model/connector.js';

/** Properties by what the service calls them. */
export function byWireName(properties: readonly Property[]): Map<string, Property> {
  return new Map(properties.map((property) => [property.wireName, property]));
}

/** At least half of the Properties of either are those of both. */
export function areAkin(before: ServiceObject, after: ServiceObject): boolean {
  if (before.isSingleValue !== after.isSingleValue) return false;
  if (before.isSingleValue === true) return before.value?.kind === after.value?.kind;
  const names = byWireName(after.properties);
  const shared = before.properties.filter(({ wireName }) => names.has(wireName)).length;
  return shared * 2 >= Math.max(before.properties.length, after.properties.length);
}

/** All that a type is, its name aside; the same text for the same shape. */
export function shapeOf({ systemName, value, properties }: ServiceObject): string {
  const members = properties.map(
    ({ wireName, required, value: held }) => [wireName, required, held] as const,
  );
  const sorted = members.sort(([one], [other]) => compareText(one, other));
  // A type that holds itself is of the shape of one that does under another name.
  return JSON.stringify([value, sorted], (key, part: unknown) =>
    key === 'object' && part === systemName ? '' : part,
  );
}
