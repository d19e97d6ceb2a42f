import { joinPointer } from '../../base/json-pointer.js';
import { withoutEndSlashes } from '../../base/without-end-slashes.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalServer, NormalServerVariable } from '../normal-descriptor.js';
import { namesInTemplate } from '../operation/match-path-parameters.js';
import { serverVariableUndeclared } from '../problems.js';
import { isNode, own, type Spot } from '../tree/json-node.js';
import { listAt, reportMissing, reportWrongType, spotAt, spotOf, textAt, textsAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

/** `servers` of the document, a path or an operation; nothing where there are none. */
export function readServers(reading: Reading, holder: Spot): readonly NormalServer[] | undefined {
  const list = listAt(reading, holder, 'servers');
  if (list === undefined || list.length === 0) return undefined;
  return list.flatMap((value, index) => {
    const pointer = joinPointer(holder.pointer, 'servers', index);
    const spot = spotOf(reading, { name: 'servers', value, pointer });
    return spot === undefined ? [] : readServer(reading, spot);
  });
}

function readServer(reading: Reading, spot: Spot): NormalServer[] {
  const url = textAt(reading, spot, 'url');
  if (url === undefined) {
    reportMissing(reading, spot, 'url');
    return [];
  }
  const description = textAt(reading, spot, 'description');
  return [
    {
      pointer: spot.pointer,
      url: withoutEndSlashes(url.trim()),
      ...(description !== undefined && { description }),
      variables: readVariables(reading, spot, url),
    },
  ];
}

/** The variables that the address holds, in its order; each once. */
function readVariables(reading: Reading, server: Spot, url: string): readonly NormalServerVariable[] {
  const declared = spotAt(reading, server, 'variables');
  return [...new Set(namesInTemplate(url))].map((name) => {
    const variable = declared === undefined ? undefined : own(declared.node, name);
    if (declared !== undefined && isNode(variable)) {
      return readVariable(reading, name, { node: variable, pointer: joinPointer(declared.pointer, name) });
    }
    reading.report(serverVariableUndeclared(server.pointer, { name }));
    return { name };
  });
}

function readVariable(reading: Reading, name: string, spot: Spot): NormalServerVariable {
  const fallback = own(spot.node, 'default');
  const description = textAt(reading, spot, 'description');
  const values = Object.hasOwn(spot.node, 'enum') ? textsAt(reading, spot, 'enum') : undefined;
  if (fallback === undefined) reading.report(serverVariableUndeclared(spot.pointer, { name }));
  return {
    name,
    ...defaultOf(reading, spot, fallback),
    ...(values !== undefined && { values }),
    ...(description !== undefined && { description }),
  };
}

// YAML reads an unquoted port as a number.
function defaultOf(reading: Reading, spot: Spot, value: JsonTree | undefined): { default?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') return { default: String(value) };
  reportWrongType(reading, joinPointer(spot.pointer, 'default'), 'default', value, 'text');
  return {};
}
