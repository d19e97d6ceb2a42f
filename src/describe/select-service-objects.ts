import type { Connector, ServiceObject, ValueType } from '../model/connector.js';
import type { Selection } from '../model/service-instance.js';
import { partsOfValue } from '../model/value-parts.js';

/** Names in a selection that the Connector does not have. */
export interface UnknownNames {
  readonly objects: readonly string[];
  readonly systemTypes: readonly string[];
}

/** The names of a selection that no Service Object of the right category has; K2 does not look at the case. */
export function unknownNamesIn({ serviceObjects }: Connector, selection: Selection): UnknownNames {
  const has = (name: string, isSystemType: boolean): boolean =>
    serviceObjects.some(
      ({ systemName, category }) =>
        systemName.toLowerCase() === name.toLowerCase() && (category === 'system-type') === isSystemType,
    );
  return {
    objects: selection.objects.filter((name) => !has(name, false)),
    systemTypes: selection.systemTypes.filter((name) => !has(name, true)),
  };
}

/**
 * The Connector with the selected Service Objects and the types they need; all of it where nothing is selected.
 * A type that is only needed comes without Methods that call the service: they would bring types of their own.
 */
export function selectServiceObjects(connector: Connector, selection: Selection | undefined): Connector {
  if (selection === undefined) return connector;
  const chosen = new Set([...selection.objects, ...selection.systemTypes].map((name) => name.toLowerCase()));
  const byName = new Map(connector.serviceObjects.map((object) => [object.systemName, object]));
  const kept = new Map<string, ServiceObject>();
  const waiting = [...byName.keys()].filter((name) => chosen.has(name.toLowerCase()));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const object = byName.get(name);
    if (object === undefined || kept.has(name)) continue;
    const needed = chosen.has(name.toLowerCase()) ? object : { ...object, methods: [] };
    kept.set(name, needed);
    waiting.push(...typesUsedBy(needed));
  }
  const serviceObjects = connector.serviceObjects.flatMap(({ systemName }) => kept.get(systemName) ?? []);
  return { ...connector, serviceObjects };
}

/** System names of the Object Types in a Service Object's Properties, inputs and answers. */
function typesUsedBy({ value, properties, methods }: ServiceObject): Set<string> {
  const found = new Set<string>();
  const collect = (part: ValueType | undefined): void => {
    if (part !== undefined) collectNames(part, found);
  };
  collect(value);
  for (const property of properties) collect(property.value);
  for (const { inputs, outputs, answers } of methods) {
    for (const part of [...inputs, ...outputs, ...answers]) collect(part.value);
  }
  return found;
}

function collectNames(root: ValueType, found: Set<string>): void {
  const waiting = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.kind === 'named') found.add(value.object);
    waiting.push(...partsOfValue(value));
  }
}
