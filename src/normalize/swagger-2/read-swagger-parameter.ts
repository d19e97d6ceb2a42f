import { joinPointer } from '../../base/json-pointer.js';
import type { ParameterStyle } from '../../model/definition.js';
import type { NormalParameter, ParameterPlace, ValueStyle } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import type { DeclaredParameter } from '../operation/collect-parameters.js';
import { parameterStyleUnusable, pathParameterOptional, schemaMissing } from '../problems.js';
import { displayNameOf, isInternal, sunsetOf } from '../schema/read-remarks.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

/** A parameter that is not part of the body: it is its own schema. */
export function readSwaggerParameter(
  reader: SchemaReader,
  { name, spot }: DeclaredParameter,
  place: ParameterPlace,
): NormalParameter {
  const { reading } = reader;
  const description = textAt(reading, spot, 'description');
  const displayName = displayNameOf(reading, spot);
  const sunset = sunsetOf(spot);
  return {
    pointer: spot.pointer,
    name,
    in: place,
    required: isRequired(reading, spot, name, place),
    schema: readOwnSchema(reader, spot),
    ...readCollection(reading, spot, place),
    allowReserved: false,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    deprecated: flagAt(reading, spot, 'deprecated') === true || own(spot.node, 'x-deprecated') === true,
    ...(sunset !== undefined && { sunset }),
    internal: isInternal(spot),
  };
}

/** The schema of a parameter, header or form field of Swagger 2.0; without a type it is taken as text. */
export function readOwnSchema(reader: SchemaReader, spot: Spot): NormalSchema {
  const { node, pointer } = spot;
  if (Object.hasOwn(node, 'type') || Object.hasOwn(node, 'enum')) return reader.readPlain(spot);
  const schema = own(node, 'schema');
  if (schema !== undefined && schema !== null) {
    reader.reading.report(schemaMissing(pointer, { taken: 'its schema, as OpenAPI 3 has it, is read' }));
    return reader.read(schema, joinPointer(pointer, 'schema'));
  }
  reader.reading.report(schemaMissing(pointer, { taken: 'text is taken' }));
  return { pointer, kind: 'string' };
}

/**
 * `collectionFormat` (Swagger 2.0, Parameter Object): `csv` unless said otherwise; `multi` repeats the name
 * and is for query and form fields only.
 */
export function readCollection(reading: Reading, spot: Spot, place: ParameterPlace | 'formData'): ValueStyle {
  const isNamed = place === 'query' || place === 'formData' || place === 'cookie';
  const usual: ParameterStyle = isNamed ? 'form' : 'simple';
  const format = textAt(reading, spot, 'collectionFormat') ?? 'csv';
  switch (format) {
    case 'csv':
      return { style: usual, explode: false };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'tsv':
      return { style: 'tabDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    case 'multi':
      if (isNamed) return { style: 'form', explode: true };
  }
  reading.report(parameterStyleUnusable(spot.pointer, { style: format, place }));
  return { style: usual, explode: false };
}

function isRequired(reading: Reading, spot: Spot, name: string, place: ParameterPlace): boolean {
  const isMarked = flagAt(reading, spot, 'required') === true;
  if (place === 'path' && !isMarked) reading.report(pathParameterOptional(spot.pointer, { name }));
  return place === 'path' || isMarked;
}
