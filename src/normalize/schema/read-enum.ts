import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { EnumValue, SchemaForm } from '../normal-schema.js';
import { enumValueUnusable } from '../problems.js';
import { isList, isNode, kindOf, own, type Spot } from '../tree/json-node.js';
import { listAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import type { NullableForm } from './schema-reader.js';

/** `const` and `enum`; nothing where the schema has neither, or no value of it is usable. */
export function readEnum(reading: Reading, spot: Spot): NullableForm | undefined {
  if (Object.hasOwn(spot.node, 'const')) {
    return choicesOf(reading, spot, [own(spot.node, 'const') as JsonTree], 'const');
  }
  if (!Object.hasOwn(spot.node, 'enum')) return undefined;
  const values = listAt(reading, spot, 'enum');
  return values === undefined ? undefined : choicesOf(reading, spot, values, 'enum');
}

function choicesOf(
  reading: Reading,
  spot: Spot,
  all: readonly JsonTree[],
  key: 'const' | 'enum',
): NullableForm | undefined {
  const allNames = key === 'enum' ? namesOf(spot, all) : undefined;
  const values: EnumValue[] = [];
  const names: string[] = [];
  all.forEach((value, index) => {
    if (value === null) return;
    if (typeof value === 'object') {
      reading.report(enumValueUnusable(joinPointer(spot.pointer, key), { found: kindOf(value) }));
      return;
    }
    values.push(value);
    const name = allNames?.[index];
    if (name !== undefined) names.push(name);
  });
  const nullable = all.includes(null);
  if (values.length === 0) return nullable ? { form: { kind: 'null' }, nullable: false } : undefined;
  return { form: formOf(values, allNames === undefined ? undefined : names), nullable };
}

function formOf(values: readonly EnumValue[], names: readonly string[] | undefined): SchemaForm {
  if (values.length === 2 && values.includes(true) && values.includes(false)) return { kind: 'boolean' };
  return names === undefined ? { kind: 'enum', values } : { kind: 'enum', values, names };
}

/** `x-enum-varnames`, `x-enumNames` or `x-ms-enum.values`, if there is a name for each value. */
function namesOf({ node }: Spot, values: readonly JsonTree[]): readonly string[] | undefined {
  for (const key of ['x-enum-varnames', 'x-enumNames']) {
    const names = own(node, key);
    if (isList(names) && names.length === values.length && names.every(isText)) return names;
  }
  return microsoftNames(node, values);
}

function microsoftNames(node: Spot['node'], values: readonly JsonTree[]): readonly string[] | undefined {
  const extension = own(node, 'x-ms-enum');
  const entries = isNode(extension) ? own(extension, 'values') : undefined;
  if (!isList(entries)) return undefined;
  const byValue = new Map<JsonTree | undefined, JsonTree | undefined>();
  for (const entry of entries) if (isNode(entry)) byValue.set(own(entry, 'value'), own(entry, 'name'));
  const names = values.map((value) => byValue.get(value) ?? String(value));
  return names.every(isText) && byValue.size > 0 ? names : undefined;
}

function isText(value: JsonTree): value is string {
  return typeof value === 'string';
}
