import { joinPointer } from '../../base/json-pointer.js';
import type { NormalContent, NormalEncoding } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import { cleanMediaType, isJson } from '../operation/media-type.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { entriesAt, flagAt, spotOf, textAt } from '../tree/members.js';
import { resolveReference } from '../tree/resolve-reference.js';
import { readStyle } from './read-style.js';

/** `content` of a body, an answer, a parameter or a header, in document order. */
export function readContents(reader: SchemaReader, holder: Spot): readonly NormalContent[] {
  return entriesAt(reader.reading, holder, 'content').flatMap((entry) => {
    if (entry.name.startsWith('x-')) return [];
    const spot = resolveReference(reader.reading, entry);
    return spot === undefined ? [] : [readContent(reader, spot, cleanMediaType(entry.name))];
  });
}

function readContent(reader: SchemaReader, spot: Spot, mediaType: string): NormalContent {
  const schema = readContentSchema(reader, spot, mediaType);
  const encodings = readEncodings(reader, spot);
  const content = { pointer: spot.pointer, mediaType, schema };
  return encodings.size === 0 ? content : { ...content, encodings };
}

/** OpenAPI 3.2's `itemSchema` says what each item of a stream is; all of them are an array. */
function readContentSchema(reader: SchemaReader, spot: Spot, mediaType: string): NormalSchema {
  const { node, pointer } = spot;
  const schema = own(node, 'schema');
  if (schema !== undefined && schema !== null) return reader.read(schema, joinPointer(pointer, 'schema'));
  const item = own(node, 'itemSchema');
  if (item !== undefined && item !== null) {
    return { pointer, kind: 'array', items: reader.read(item, joinPointer(pointer, 'itemSchema')) };
  }
  return { pointer, kind: isBytes(mediaType) ? 'file' : 'any' };
}

// OpenAPI 3.1, «Considerations for File Uploads»: bytes need no schema.
function isBytes(mediaType: string): boolean {
  if (isJson(mediaType) || mediaType.includes('*')) return false;
  return /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip|vnd\.)/.test(mediaType);
}

function readEncodings(reader: SchemaReader, spot: Spot): ReadonlyMap<string, NormalEncoding> {
  const encodings = new Map<string, NormalEncoding>();
  for (const entry of entriesAt(reader.reading, spot, 'encoding')) {
    const encoding = spotOf(reader.reading, entry);
    if (encoding !== undefined) encodings.set(entry.name, readEncoding(reader, encoding));
  }
  return encodings;
}

function readEncoding({ reading }: SchemaReader, spot: Spot): NormalEncoding {
  const mediaType = textAt(reading, spot, 'contentType');
  const allowReserved = flagAt(reading, spot, 'allowReserved');
  const isStyled = Object.hasOwn(spot.node, 'style') || Object.hasOwn(spot.node, 'explode');
  return {
    ...(mediaType !== undefined && { mediaType: cleanMediaType(mediaType) }),
    ...(isStyled && readStyle(reading, spot, 'query')),
    ...(allowReserved !== undefined && { allowReserved }),
  };
}
