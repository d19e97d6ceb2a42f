import type { NormalSecurityScheme } from '../normal-descriptor.js';
import { securitySchemeUnreadable } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { entriesAt, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { resolveReference } from '../tree/resolve-reference.js';

type KeyPlace = (NormalSecurityScheme & { kind: 'api-key' })['in'];

/** The declared security schemes by name; one that cannot be used is kept as `other`, with a Problem. */
export function readSecuritySchemes(
  reading: Reading,
  holder: Spot,
  key: string,
  readScheme: (reading: Reading, spot: Spot) => NormalSecurityScheme | undefined,
): ReadonlyMap<string, NormalSecurityScheme> {
  const schemes = new Map<string, NormalSecurityScheme>();
  for (const entry of entriesAt(reading, holder, key)) {
    const spot = resolveReference(reading, entry);
    if (spot === undefined) continue;
    const scheme = readScheme(reading, spot);
    if (scheme === undefined) reading.report(securitySchemeUnreadable(entry.pointer, { name: entry.name }));
    schemes.set(entry.name, scheme ?? { kind: 'other', type: textAt(reading, spot, 'type') ?? '' });
  }
  return schemes;
}

/** An API key; nothing where its name is missing, or its place none of these. */
export function readApiKey(
  reading: Reading,
  spot: Spot,
  places: readonly KeyPlace[],
): NormalSecurityScheme | undefined {
  const name = textAt(reading, spot, 'name');
  const written = textAt(reading, spot, 'in');
  const place = places.find((known) => known === written);
  return name === undefined || place === undefined ? undefined : { kind: 'api-key', in: place, name };
}

/** The names of `scopes`; their texts are for people who grant them. */
export function readScopes(reading: Reading, spot: Spot): readonly string[] {
  const names = entriesAt(reading, spot, 'scopes').map(({ name }) => name);
  return names.filter((name) => !name.startsWith('x-'));
}
