import { compareText } from '../../base/compare-text.js';
import type { Change, ChangedPart } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import { emitTypeScript } from '../../emit/typescript/emit-typescript.js';
import type { Connector } from '../../model/connector.js';
import type { ConnectorUses, Given } from '../../uses/connector-uses.js';
import { findUses } from '../../uses/find-uses.js';
import type { Use } from '../../uses/use.js';
import type { PlacedChange } from './placed-change.js';

/**
 * Tells of each change which lines of workflow code touch what changes. The code is read against the connector
 * before: what is gone could not be found in the one that was generated since.
 *
 * @param folder of workflow code that imports the generated connector
 * @throws SettingError USAGE_WRONG as `findUses`
 */
export async function usesOfChanges(
  changes: readonly PlacedChange[],
  folder: string,
  before: Connector,
): Promise<PlacedChange[]> {
  const files = emitTypeScript(before, { descriptorFile: '', whole: before });
  const found = await findUses(folder, before.serviceInstance, files);
  return changes.map((change) => ({ ...change, uses: usesOf(change, found) }));
}

/** The spots that a change concerns, each once and in order. */
export function usesOf(
  change: Pick<Change, 'code' | 'before' | 'after'>,
  found: ConnectorUses,
): readonly Use[] {
  return inOrder(concerned(change, found));
}

function concerned(
  { code, before, after }: Pick<Change, 'code' | 'before' | 'after'>,
  found: ConnectorUses,
): readonly Use[] {
  const subject = before?.subject ?? after?.subject;
  if (subject === undefined) return found.imports;
  if (NEWLY_REQUIRED.has(code)) return withoutName(subject, found);
  return before === undefined ? [] : usesOfPart(subject, found);
}

/** Changes that concern whoever does not give a name yet. */
const NEWLY_REQUIRED: ReadonlySet<string> = new Set([
  'input-added-required',
  'input-became-required',
  'property-added-required',
]);

function withoutName(part: ChangedPart, { calls, literals }: ConnectorUses): readonly Use[] {
  if (part.part === 'input') return lacking(calls.get(`${part.object}.${part.method}`), part.input);
  return part.part === 'property' ? lacking(literals.get(part.object), part.property) : [];
}

function lacking(all: readonly Given[] = [], name: string): Use[] {
  return all.flatMap(({ use, names, open }) => {
    if (names.has(name)) return [];
    return open ? [{ ...use, possible: true as const }] : [use];
  });
}

function usesOfPart(part: ChangedPart, found: ConnectorUses): readonly Use[] {
  const { imports, objects, methods, inputs, outputs, properties, calls, results } = found;
  const name = partName(part);
  switch (part.part) {
    case 'connector':
      return imports;
    case 'service-object':
      return objects.get(name) ?? [];
    case 'method':
      return methods.get(name) ?? [];
    case 'property':
      return properties.get(name) ?? [];
    case 'input': {
      const open = (calls.get(`${part.object}.${part.method}`) ?? []).filter((call) => call.open);
      const perhaps = open.map(({ use }): Use => ({ ...use, possible: true }));
      return [...(inputs.get(name) ?? []), ...perhaps];
    }
    case 'output':
      return [...(outputs.get(name) ?? []), ...(results.get(`${part.object}.${part.method}`) ?? [])];
  }
}

/** Each spot once; where it is sure, that counts. */
function inOrder(uses: readonly Use[]): Use[] {
  const bySpot = new Map<string, Use>();
  for (const use of uses) {
    const spot = `${use.place.document}\n${String(use.place.line).padStart(9)}\n${String(use.place.column).padStart(9)}`;
    if (bySpot.get(spot)?.possible !== undefined || !bySpot.has(spot)) bySpot.set(spot, use);
  }
  return [...bySpot].sort(([left], [right]) => compareText(left, right)).map(([, use]) => use);
}
