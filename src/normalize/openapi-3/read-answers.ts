import type { NormalAnswer } from '../normal-descriptor.js';
import { orderAnswerContents } from '../operation/media-type.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import type { Spot } from '../tree/json-node.js';
import { entriesAt, textAt } from '../tree/members.js';
import { resolveReference } from '../tree/resolve-reference.js';
import { readContents } from './read-contents.js';
import { readValue } from './read-parameter.js';

/** An answer without the codes it is for: several operations may share it. */
export type SharedAnswer = Omit<NormalAnswer, 'codes'>;

type AnswerHeader = NormalAnswer['headers'][number];

/** An answer wherever it stands. */
export function readSharedAnswer(reader: SchemaReader, spot: Spot): SharedAnswer {
  const description = textAt(reader.reading, spot, 'description');
  return {
    pointer: spot.pointer,
    ...(description !== undefined && { description }),
    contents: orderAnswerContents(readContents(reader, spot)),
    headers: readHeaders(reader, spot),
  };
}

/** Response Object: a header named `Content-Type` SHALL be ignored. */
function readHeaders(reader: SchemaReader, spot: Spot): readonly AnswerHeader[] {
  return entriesAt(reader.reading, spot, 'headers').flatMap((entry): AnswerHeader[] => {
    if (entry.name.toLowerCase() === 'content-type') return [];
    const header = resolveReference(reader.reading, entry);
    if (header === undefined) return [];
    const description = textAt(reader.reading, header, 'description');
    const { schema } = readValue(reader, header);
    return [{ name: entry.name, schema, ...(description !== undefined && { description }) }];
  });
}
