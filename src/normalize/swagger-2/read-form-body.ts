import type { NormalBody, NormalContent, NormalEncoding } from '../normal-descriptor.js';
import type { NormalProperty, NormalSchema } from '../normal-schema.js';
import type { DeclaredParameter } from '../operation/collect-parameters.js';
import { orderBodyContents } from '../operation/media-type.js';
import { displayNameOf, isInternal } from '../schema/read-remarks.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import type { Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import { readMediaTypes } from './read-media-types.js';
import { readCollection, readOwnSchema } from './read-swagger-parameter.js';

const MULTIPART = 'multipart/form-data';
const URL_ENCODED = 'application/x-www-form-urlencoded';

/** `in: formData` fields as one object, in each form media type that fits; nothing without fields. */
export function readFormBody(
  reader: SchemaReader,
  fields: readonly DeclaredParameter[],
  operation: Spot,
): NormalBody | undefined {
  const [firstField] = fields;
  if (firstField === undefined) return undefined;
  const { pointer } = firstField.spot;
  const properties = fields.map((field) => readField(reader, field));
  const schema: NormalSchema = { pointer, kind: 'object', properties };
  const encodings = readEncodings(reader, fields, properties);
  const contents = formTypes(reader, operation, properties).map((mediaType): NormalContent => {
    const content = { pointer, mediaType, schema };
    return encodings.size === 0 ? content : { ...content, encodings };
  });
  return {
    pointer,
    required: properties.some(({ required }) => required),
    contents: orderBodyContents(contents),
  };
}

function readField(reader: SchemaReader, { name, spot }: DeclaredParameter): NormalProperty {
  const { reading } = reader;
  const displayName = displayNameOf(reading, spot);
  const description = textAt(reading, spot, 'description');
  const schema: NormalSchema = {
    ...readOwnSchema(reader, spot),
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(isInternal(spot) && { internal: true }),
  };
  return { name, required: flagAt(reading, spot, 'required') === true, schema };
}

/** A file can only travel in multipart; else what `consumes` says, else the plain form. */
function formTypes(
  reader: SchemaReader,
  operation: Spot,
  fields: readonly NormalProperty[],
): readonly string[] {
  if (fields.some(({ schema }) => schema.kind === 'file')) return [MULTIPART];
  const consumed = readMediaTypes(reader.reading, operation, 'consumes');
  const forms = consumed.filter((type) => type === MULTIPART || type === URL_ENCODED);
  return forms.length === 0 ? [URL_ENCODED] : forms;
}

function readEncodings(
  reader: SchemaReader,
  fields: readonly DeclaredParameter[],
  properties: readonly NormalProperty[],
): ReadonlyMap<string, NormalEncoding> {
  const encodings = new Map<string, NormalEncoding>();
  fields.forEach(({ name, spot }, index) => {
    if (properties[index]?.schema.kind !== 'array') return;
    encodings.set(name, readCollection(reader.reading, spot, 'formData'));
  });
  return encodings;
}
