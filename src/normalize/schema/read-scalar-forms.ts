import { joinPointer } from '../../base/json-pointer.js';
import type { SchemaForm } from '../normal-schema.js';
import { formatUnknown } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { isKnownFormat } from './known-types.js';
import type { TypeChoice } from './read-types.js';

/** Text, as the schema's format and content keywords have it. */
export function readTextForm(reading: Reading, spot: Spot, choice: TypeChoice): SchemaForm {
  const encoded = readEncoded(reading, spot);
  if (encoded !== undefined) return encoded;
  const format = readFormat(reading, spot, 'string', choice);
  if (format === 'binary' || format === 'file') return { kind: 'file' };
  return format === undefined ? { kind: 'string' } : { kind: 'string', format };
}

/** A number, as the schema's format has it. */
export function readNumberForm(
  reading: Reading,
  spot: Spot,
  kind: 'integer' | 'number',
  choice: TypeChoice,
): SchemaForm {
  const format = readFormat(reading, spot, kind, choice);
  return format === undefined ? { kind } : { kind, format };
}

function readFormat(
  reading: Reading,
  spot: Spot,
  type: 'string' | 'integer' | 'number',
  choice: TypeChoice,
): string | undefined {
  if (!Object.hasOwn(spot.node, 'format')) return choice.format;
  const format = textAt(reading, spot, 'format');
  if (format === undefined || format === '') return choice.format;
  // Own formats are common: one word about each is enough.
  if (!isKnownFormat(type, format)) {
    reading.reportOnce(`format ${format}`, formatUnknown(joinPointer(spot.pointer, 'format'), { format }));
  }
  return format;
}

/** `contentEncoding` and `contentMediaType` (OpenAPI 3.1, section «Working with Binary Data»). */
function readEncoded(reading: Reading, spot: Spot): SchemaForm | undefined {
  if (!reading.isJsonSchema) return undefined;
  const encoding = textAt(reading, spot, 'contentEncoding')?.toLowerCase();
  if (encoding === 'base64') return { kind: 'string', format: 'byte' };
  if (encoding === 'base64url') return { kind: 'string', format: 'base64url' };
  if (encoding !== undefined) return undefined;
  const mediaType = textAt(reading, spot, 'contentMediaType');
  return mediaType === undefined || isTextual(mediaType) ? undefined : { kind: 'file' };
}

function isTextual(mediaType: string): boolean {
  return /^text\/|[/+](json|xml|yaml)\s*(;|$)/i.test(mediaType);
}
