import { splitPointer } from '../../base/json-pointer.js';
import type { Connector, ServiceObject, ValueType } from '../../model/connector.js';

/** The Service Objects that are types, by system name. */
export type TypesByName = ReadonlyMap<string, ServiceObject>;

/** The types of a Connector. */
export function typesByName({ serviceObjects }: Connector): TypesByName {
  return new Map(
    serviceObjects.flatMap((object) => (object.value === undefined ? [] : [[object.systemName, object]])),
  );
}

const NAMED_SCHEMAS = new Set(['definitions', 'schemas', '$defs']);

/** A type that the descriptor gives no name: its name follows from where it stands, and so do its comings and goings. */
export function isInline({ category, pointer }: ServiceObject): boolean {
  if (category === 'system-type' || pointer === undefined) return false;
  return !NAMED_SCHEMAS.has(splitPointer(pointer).at(-2) ?? '');
}

/** A type that is no item, as what it is: whether that has a name makes no difference to what is sent. */
export function unfolded(value: ValueType, types: TypesByName): ValueType {
  let found = value;
  for (const passed = new Set<string>(); found.kind === 'named' && !passed.has(found.object); ) {
    passed.add(found.object);
    const type = types.get(found.object);
    if (type?.value === undefined || type.value.kind === 'record') break;
    const { nullable, limits } = found;
    found = {
      ...type.value,
      ...(nullable === true ? { nullable } : {}),
      ...(limits === undefined ? {} : { limits: { ...type.value.limits, ...limits } }),
    };
  }
  return found;
}
