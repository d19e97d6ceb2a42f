import { ANY_MEDIA_TYPE, cleanMediaType } from '../operation/media-type.js';
import type { Spot } from '../tree/json-node.js';
import { textsAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

/** `consumes` or `produces`: the operation's, even where empty, else the document's. */
export function readMediaTypes(
  reading: Reading,
  operation: Spot,
  key: 'consumes' | 'produces',
): readonly string[] {
  const written = textsAt(reading, operation, key) ?? textsAt(reading, reading.root, key) ?? [];
  return written.length === 0 ? [ANY_MEDIA_TYPE] : written.map(cleanMediaType);
}
