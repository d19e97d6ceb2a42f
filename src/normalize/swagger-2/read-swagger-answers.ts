import { joinPointer } from '../../base/json-pointer.js';
import type { NormalAnswer } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import { orderAnswerContents } from '../operation/media-type.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { entriesAt, spotOf, textAt } from '../tree/members.js';
import { readMediaTypes } from './read-media-types.js';
import { readOwnSchema } from './read-swagger-parameter.js';

/** An answer without the codes it is for and without media types: those are the operation's. */
export interface SharedAnswer {
  readonly pointer: string;
  readonly description?: string;
  readonly schema?: NormalSchema;
  readonly headers: NormalAnswer['headers'];
}

/** What several operations may share of an answer. */
export function readSharedAnswer(reader: SchemaReader, spot: Spot): SharedAnswer {
  const description = textAt(reader.reading, spot, 'description');
  const schema = own(spot.node, 'schema');
  return {
    pointer: spot.pointer,
    ...(description !== undefined && { description }),
    ...(schema !== undefined &&
      schema !== null && { schema: reader.read(schema, joinPointer(spot.pointer, 'schema')) }),
    headers: readHeaders(reader, spot),
  };
}

/** The answer of one operation: its schema in every media type that the operation produces. */
export function answerOf(
  { reading }: SchemaReader,
  { schema, ...shared }: SharedAnswer,
  codes: string,
  operation: Spot,
): NormalAnswer {
  if (schema === undefined) return { ...shared, codes, contents: [] };
  const contents = readMediaTypes(reading, operation, 'produces').map((mediaType) => {
    return { pointer: schema.pointer, mediaType, schema };
  });
  return { ...shared, codes, contents: orderAnswerContents(contents) };
}

function readHeaders(reader: SchemaReader, spot: Spot): NormalAnswer['headers'] {
  return entriesAt(reader.reading, spot, 'headers').flatMap((entry) => {
    const header = spotOf(reader.reading, entry);
    if (header === undefined) return [];
    const description = textAt(reader.reading, header, 'description');
    const schema = readOwnSchema(reader, header);
    return [{ name: entry.name, schema, ...(description !== undefined && { description }) }];
  });
}
