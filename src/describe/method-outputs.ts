import type { Answer, Output, Property, ValueType } from '../model/connector.js';
import type { CellType } from '../model/definition.js';
import {
  FILE,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
  SERIALIZED_ARRAY,
  SERIALIZED_ITEM,
  VALUE,
} from '../model/names.js';
import { smartObjectTypeOf } from './cell-type.js';
import { HTTP_HEADER_LIST } from './system-types.js';

/** The outputs of an answer that is no record: one or none. */
export function outputsOfSingle({ definition, value = { kind: 'any' } }: Answer): Output[] {
  switch (definition.as) {
    case 'array':
      return [output(SERIALIZED_ARRAY, 'Serialized Array', 'SerializedArray', value)];
    case 'item':
      return [output(SERIALIZED_ITEM, 'Serialized Item (String)', 'SerializedValue', value)];
    case 'value':
      return [output(VALUE, VALUE, definition.type, value)];
    case 'file':
      return [output(FILE, FILE, 'File', value)];
    default:
      return [];
  }
}

/** A Property of the answered Object Type, as the Method's output. */
export function outputOfProperty({
  systemName,
  displayName,
  wireName,
  type,
  cell,
  value,
  description,
}: Property): Output {
  return {
    systemName,
    displayName,
    wireName,
    type,
    cell,
    value,
    ...(description === undefined ? {} : { description }),
  };
}

/** What every Method answers beside its own. */
export const COMMON_OUTPUTS: readonly Output[] = [
  {
    ...output(HTTP_RESPONSE_CODE, HTTP_RESPONSE_CODE, 'Number', { kind: 'number', whole: true }),
    description: "The answer's status code",
  },
  {
    ...output(HTTP_RESPONSE_CONTENT, HTTP_RESPONSE_CONTENT, 'Text', { kind: 'text' }),
    type: 'Memo',
    description: "The answer's text, where it was not taken apart",
  },
];

/** With «Add HTTP Response Header Property To Methods». */
export const HEADERS_OUTPUT: Output = {
  ...output(HTTP_RESPONSE_HEADERS, HTTP_RESPONSE_HEADERS, 'SerializedArray', HTTP_HEADER_LIST),
  description: "The answer's headers, for HTTPHeader › Deserialize Typed Array",
};

function output(systemName: string, displayName: string, cell: CellType, value: ValueType): Output {
  return { systemName, displayName, wireName: systemName, type: smartObjectTypeOf(cell), cell, value };
}
