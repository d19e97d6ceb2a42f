import { joinPointer } from '../../base/json-pointer.js';
import type { NormalBody } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import type { DeclaredParameter } from '../operation/collect-parameters.js';
import { orderBodyContents } from '../operation/media-type.js';
import { schemaMissing } from '../problems.js';
import { displayNameOf } from '../schema/read-remarks.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import { readMediaTypes } from './read-media-types.js';

/** `in: body`: one schema, in each of the media types the operation consumes. */
export function readBodyParameter(
  reader: SchemaReader,
  { name, spot }: DeclaredParameter,
  operation: Spot,
): NormalBody {
  const { reading } = reader;
  const schema = readBodySchema(reader, spot);
  const displayName = displayNameOf(reading, spot);
  const description = textAt(reading, spot, 'description');
  const contents = readMediaTypes(reading, operation, 'consumes').map((mediaType) => {
    return { pointer: spot.pointer, mediaType, schema };
  });
  return {
    pointer: spot.pointer,
    name,
    required: flagAt(reading, spot, 'required') === true,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    contents: orderBodyContents(contents),
  };
}

function readBodySchema(reader: SchemaReader, spot: Spot): NormalSchema {
  const schema = own(spot.node, 'schema');
  if (schema !== undefined && schema !== null)
    return reader.read(schema, joinPointer(spot.pointer, 'schema'));
  if (Object.hasOwn(spot.node, 'type')) {
    reader.reading.report(schemaMissing(spot.pointer, { taken: 'the type beside it is read' }));
    return reader.readPlain(spot);
  }
  reader.reading.report(schemaMissing(spot.pointer, { taken: 'any value is taken' }));
  return { pointer: spot.pointer, kind: 'any' };
}
