import { joinPointer } from '../../base/json-pointer.js';
import { parameterDuplicate } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { listAt, reportMissing, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { resolveReference } from '../tree/resolve-reference.js';

/** A parameter as declared, not read yet. */
export interface DeclaredParameter {
  readonly name: string;
  /** As written; each version knows other places. */
  readonly place: string;
  readonly spot: Spot;
}

/**
 * The parameters of an operation: the path's first, each replaced by the operation's own of the same name
 * and place (Path Item Object, `parameters`).
 */
export function collectParameters(
  reading: Reading,
  item: Spot,
  operation: Spot,
): readonly DeclaredParameter[] {
  const collected = new Map<string, DeclaredParameter>();
  for (const holder of [item, operation]) {
    for (const [key, parameter] of readList(reading, holder)) collected.set(key, parameter);
  }
  return [...collected.values()];
}

function readList(reading: Reading, holder: Spot): ReadonlyMap<string, DeclaredParameter> {
  const declared = new Map<string, DeclaredParameter>();
  listAt(reading, holder, 'parameters')?.forEach((value, index) => {
    const pointer = joinPointer(holder.pointer, 'parameters', index);
    const spot = resolveReference(reading, { name: 'parameters', value, pointer });
    const parameter = spot && readDeclared(reading, spot);
    if (parameter === undefined) return;
    const { name, place } = parameter;
    const key = `${place}\n${name}`;
    if (declared.has(key)) reading.report(parameterDuplicate(pointer, { name, place }));
    else declared.set(key, parameter);
  });
  return declared;
}

function readDeclared(reading: Reading, spot: Spot): DeclaredParameter | undefined {
  const name = textAt(reading, spot, 'name');
  const place = textAt(reading, spot, 'in');
  if (name === undefined) reportMissing(reading, spot, 'name');
  if (place === undefined) reportMissing(reading, spot, 'in');
  return name === undefined || place === undefined ? undefined : { name, place, spot };
}
