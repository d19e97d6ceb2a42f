import type { NormalBody, NormalParameter, ParameterPlace } from '../normal-descriptor.js';
import { collectParameters, type DeclaredParameter } from '../operation/collect-parameters.js';
import type { Request } from '../operation/read-operations.js';
import { bodyAndForm, bodySeveral, parameterPlaceUnknown } from '../problems.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import type { Spot } from '../tree/json-node.js';
import { readBodyParameter } from './read-body-parameter.js';
import { readFormBody } from './read-form-body.js';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header'];

/** Swagger 2.0 keeps the body among the parameters: as one of its own, or as form fields. */
export function readSwaggerRequest(
  reader: SchemaReader,
  readParameter: (declared: DeclaredParameter, place: ParameterPlace) => NormalParameter,
  item: Spot,
  operation: Spot,
): Request {
  const declared = collectParameters(reader.reading, item, operation);
  const parameters: NormalParameter[] = [];
  for (const parameter of declared) {
    const { name, place, spot } = parameter;
    const known = PLACES.find((candidate) => candidate === place);
    if (known !== undefined) parameters.push(readParameter(parameter, known));
    else if (place !== 'body' && place !== 'formData') {
      reader.reading.report(parameterPlaceUnknown(spot.pointer, { name, place }));
    }
  }
  const body = readBody(reader, declared, operation);
  return body === undefined ? { parameters } : { parameters, body };
}

function readBody(
  reader: SchemaReader,
  declared: readonly DeclaredParameter[],
  operation: Spot,
): NormalBody | undefined {
  const fields = declared.filter(({ place }) => place === 'formData');
  const [body, ...others] = declared.filter(({ place }) => place === 'body');
  for (const { name, spot } of others) reader.reading.report(bodySeveral(spot.pointer, { name }));
  if (body === undefined) return readFormBody(reader, fields, operation);
  if (fields.length > 0) reader.reading.report(bodyAndForm(operation.pointer));
  return readBodyParameter(reader, body, operation);
}
