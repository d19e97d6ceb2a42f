import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalBody } from '../normal-descriptor.js';
import { orderBodyContents } from '../operation/media-type.js';
import { displayNameOf } from '../schema/read-remarks.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import { resolveReference } from '../tree/resolve-reference.js';
import { readContents } from './read-contents.js';

// OpenAPI 3 has no name for a body; converters and generators keep one in these.
const NAME_KEYS = ['x-ms-requestBody-name', 'x-codegen-request-body-name', 'x-body-name'];

/** `requestBody` of an operation, or nothing. */
export function readRequestBody(
  reader: SchemaReader,
  readShared: (spot: Spot) => NormalBody,
  operation: Spot,
): NormalBody | undefined {
  const value = own(operation.node, 'requestBody');
  if (value === undefined || value === null) return undefined;
  const spot = findBody(reader, operation, value);
  if (spot === undefined) return undefined;
  const body = readShared(spot);
  const name = readName(reader, operation) ?? body.name;
  return name === undefined ? body : { ...body, name };
}

/** A body wherever it stands, so that operations can share one of the components. */
export function readSharedBody(reader: SchemaReader, spot: Spot): NormalBody {
  const { reading } = reader;
  const name = readName(reader, spot);
  const displayName = displayNameOf(reading, spot);
  const description = textAt(reading, spot, 'description');
  return {
    pointer: spot.pointer,
    ...(name !== undefined && { name }),
    required: flagAt(reading, spot, 'required') === true,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    contents: orderBodyContents(readContents(reader, spot)),
  };
}

function findBody({ reading }: SchemaReader, operation: Spot, value: JsonTree): Spot | undefined {
  const pointer = joinPointer(operation.pointer, 'requestBody');
  return resolveReference(reading, { name: 'requestBody', value, pointer });
}

function readName({ reading }: SchemaReader, spot: Spot): string | undefined {
  for (const key of NAME_KEYS) {
    const name = textAt(reading, spot, key);
    if (name !== undefined) return name;
  }
  return undefined;
}
