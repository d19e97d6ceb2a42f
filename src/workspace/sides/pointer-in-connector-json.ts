import { pointerOfTokens } from '../../base/json-pointer.js';
import type { ChangedPart } from '../../compare/change.js';
import type { Connector, Method } from '../../model/connector.js';

/**
 * JSON Pointer of a part in its printed `connector.json`; of what was not printed, the pointer of what it belongs to
 * with a step that leads nowhere.
 */
export function pointerInConnectorJson({ serviceObjects }: Connector, part: ChangedPart): string {
  if (part.part === 'connector') return '';
  const at = indexOf(serviceObjects, part.object);
  const object = serviceObjects[Number(at)];
  const path = ['serviceObjects', at];
  if (part.part === 'service-object' || object === undefined) return pointerOfTokens(path);
  if (part.part === 'property')
    return pointerOfTokens([...path, 'properties', indexOf(object.properties, part.property)]);
  const methodAt = indexOf(object.methods, part.method);
  const method = object.methods[Number(methodAt)];
  path.push('methods', methodAt);
  if (part.part === 'method' || method === undefined) return pointerOfTokens(path);
  if (part.part === 'input') return pointerOfTokens([...path, 'inputs', indexOf(method.inputs, part.input)]);
  return pointerOfOutput(serviceObjects, method, part.output) ?? pointerOfTokens(path);
}

/** Outputs that are Properties of an answer's Object Type are printed there and nowhere else. */
function pointerOfOutput(
  serviceObjects: Connector['serviceObjects'],
  { answers }: Method,
  output: string,
): string | undefined {
  for (const { object: name } of answers) {
    const at = serviceObjects.findIndex(({ systemName }) => systemName === name);
    const property =
      serviceObjects[at]?.properties.findIndex(({ systemName }) => systemName === output) ?? -1;
    if (property >= 0) return pointerOfTokens(['serviceObjects', at, 'properties', property]);
  }
  return undefined;
}

function indexOf(things: readonly { readonly systemName: string }[], name: string): string {
  return String(things.findIndex(({ systemName }) => systemName === name));
}
