import { joinPointer } from '../../base/json-pointer.js';
import type { NormalParameter, ParameterPlace } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import type { DeclaredParameter } from '../operation/collect-parameters.js';
import {
  parameterHeaderReserved,
  parameterPlaceUnknown,
  parameterQuerystring,
  pathParameterOptional,
  schemaMissing,
} from '../problems.js';
import { displayNameOf, isInternal, sunsetOf } from '../schema/read-remarks.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { readContents } from './read-contents.js';
import { readStyle } from './read-style.js';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];
// Parameter Object: definitions of these headers SHALL be ignored.
const RESERVED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** A parameter; nothing where its place is none we know, or where it stands for something else. */
export function readParameter(
  reader: SchemaReader,
  declared: DeclaredParameter,
): NormalParameter | undefined {
  const place = readPlace(reader.reading, declared);
  if (place === undefined) return undefined;
  const { reading } = reader;
  const { name, spot } = declared;
  const description = textAt(reading, spot, 'description');
  const displayName = displayNameOf(reading, spot);
  const sunset = sunsetOf(spot);
  return {
    pointer: spot.pointer,
    name,
    in: place,
    required: isRequired(reading, declared, place),
    ...readValue(reader, spot),
    ...readStyle(reading, spot, place),
    allowReserved: flagAt(reading, spot, 'allowReserved') === true,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    deprecated: flagAt(reading, spot, 'deprecated') === true,
    ...(sunset !== undefined && { sunset }),
    internal: isInternal(spot),
  };
}

/** What a parameter or a header holds: its `schema`, or the one entry of its `content`. */
export function readValue(
  reader: SchemaReader,
  spot: Spot,
): { readonly schema: NormalSchema; readonly mediaType?: string } {
  const { node, pointer } = spot;
  const schema = own(node, 'schema');
  if (schema !== undefined && schema !== null) {
    return { schema: reader.read(schema, joinPointer(pointer, 'schema')) };
  }
  const [content] = readContents(reader, spot);
  if (content !== undefined) return { schema: content.schema, mediaType: content.mediaType };
  if (Object.hasOwn(node, 'type')) {
    reader.reading.report(
      schemaMissing(pointer, { taken: 'the type beside it, as Swagger 2.0 has it, is read' }),
    );
    return { schema: reader.readPlain(spot) };
  }
  reader.reading.report(schemaMissing(pointer, { taken: 'text is taken' }));
  return { schema: { pointer, kind: 'string' } };
}

function readPlace(reading: Reading, { name, place, spot }: DeclaredParameter): ParameterPlace | undefined {
  const known = PLACES.find((candidate) => candidate === place);
  if (known === 'header' && RESERVED_HEADERS.has(name.toLowerCase())) {
    reading.report(parameterHeaderReserved(spot.pointer, { name }));
    return undefined;
  }
  if (known !== undefined) return known;
  const isWhole = place === 'querystring' && reading.dialect === '3.2';
  reading.report(
    isWhole
      ? parameterQuerystring(spot.pointer, { name })
      : parameterPlaceUnknown(spot.pointer, { name, place }),
  );
  return undefined;
}

function isRequired(reading: Reading, { name, spot }: DeclaredParameter, place: ParameterPlace): boolean {
  const isMarked = flagAt(reading, spot, 'required') === true;
  if (place === 'path' && !isMarked) reading.report(pathParameterOptional(spot.pointer, { name }));
  return place === 'path' || isMarked;
}
