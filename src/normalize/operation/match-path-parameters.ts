import type { NormalParameter } from '../normal-descriptor.js';
import { pathParameterUndeclared, pathParameterUnused } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import type { Reading } from '../tree/reading.js';

/** The parameters with exactly those in the path that its template names: missing ones added, others left out. */
export function matchPathParameters(
  reading: Reading,
  operation: Spot,
  path: string,
  parameters: readonly NormalParameter[],
): readonly NormalParameter[] {
  const names = namesInTemplate(path);
  const missing = new Set(names);
  const kept = parameters.filter((parameter) => {
    if (parameter.in !== 'path') return true;
    if (!names.includes(parameter.name)) {
      reading.report(pathParameterUnused(parameter.pointer, { name: parameter.name }));
      return false;
    }
    return missing.delete(parameter.name);
  });
  const added = [...missing].map((name) => {
    reading.report(pathParameterUndeclared(operation.pointer, { name }));
    return requiredText(operation.pointer, name);
  });
  return added.length === 0 && kept.length === parameters.length ? parameters : [...added, ...kept];
}

/** The names in braces, in order: `/a/{b}/c/{d}` gives b and d. */
export function namesInTemplate(template: string): readonly string[] {
  const names: string[] = [];
  for (let open = template.indexOf('{'); open !== -1; open = template.indexOf('{', open + 1)) {
    const close = template.indexOf('}', open);
    if (close === -1) break;
    const name = template.slice(open + 1, close);
    if (name !== '' && !name.includes('{')) names.push(name);
  }
  return names;
}

/** A parameter of the path that is text and nothing more. */
export function requiredText(pointer: string, name: string): NormalParameter {
  return {
    pointer,
    name,
    in: 'path',
    required: true,
    schema: { pointer, kind: 'string' },
    style: 'simple',
    explode: false,
    allowReserved: false,
    deprecated: false,
    internal: false,
  };
}
