import { joinPointer } from '../../base/json-pointer.js';
import type { NormalDescriptor, NormalTag } from '../normal-descriptor.js';
import { displayNameOf } from '../schema/read-remarks.js';
import { own, type Spot } from '../tree/json-node.js';
import { listAt, reportMissing, spotAt, spotOf, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

type Heading = Pick<NormalDescriptor, 'title' | 'version' | 'description'>;

/** `info`. YAML reads an unquoted version 1.0 as a number; it is taken as text. */
export function readHeading(reading: Reading): Heading {
  const heading = spotAt(reading, reading.root, 'info');
  if (heading === undefined) return { title: '', version: '' };
  const description = textAt(reading, heading, 'description');
  const heads = {
    title: plainText(reading, heading, 'title'),
    version: plainText(reading, heading, 'version'),
  };
  return description === undefined ? heads : { ...heads, description };
}

/** The document's `tags`, for their descriptions and display names. */
export function readTags(reading: Reading): readonly NormalTag[] {
  const list = listAt(reading, reading.root, 'tags') ?? [];
  return list.flatMap((value, index) => {
    const spot = spotOf(reading, { name: 'tags', value, pointer: joinPointer('', 'tags', index) });
    return spot === undefined ? [] : readTag(reading, spot);
  });
}

function readTag(reading: Reading, spot: Spot): NormalTag[] {
  const name = textAt(reading, spot, 'name');
  if (name === undefined) {
    reportMissing(reading, spot, 'name');
    return [];
  }
  const displayName =
    displayNameOf(reading, spot) ??
    textAt(reading, spot, 'x-displayName') ??
    textAt(reading, spot, 'summary');
  const description = textAt(reading, spot, 'description');
  return [
    {
      name,
      ...(displayName !== undefined && { displayName }),
      ...(description !== undefined && { description }),
    },
  ];
}

function plainText(reading: Reading, spot: Spot, key: string): string {
  const value = own(spot.node, key);
  return typeof value === 'number' ? String(value) : (textAt(reading, spot, key) ?? '');
}
