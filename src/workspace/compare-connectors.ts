import type { Connector, Method, ServiceObject } from '../model/connector.js';

/** Names of what came, went, or is no longer as it was. A Method is written `Tasks.Get_tasks`. */
export interface NameChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface ConnectorChanges {
  readonly serviceObjects: NameChanges;
  readonly methods: NameChanges;
}

/** What an author notices first when a descriptor has changed: Service Objects and Methods by system name. */
export function compareConnectors(before: Connector, after: Connector): ConnectorChanges {
  return {
    serviceObjects: changesBetween(typesOf(before), typesOf(after)),
    methods: changesBetween(methodsOf(before), methodsOf(after)),
  };
}

/** Service Objects by name, without their Methods: these are compared on their own. */
function typesOf({ serviceObjects }: Connector): Map<string, string> {
  return new Map(serviceObjects.map((object) => [object.systemName, printOf(object)]));
}

function methodsOf({ serviceObjects }: Connector): Map<string, string> {
  return new Map(
    serviceObjects.flatMap(({ systemName, methods }) =>
      methods.map((method): [string, string] => [
        `${systemName}.${method.systemName}`,
        printOfMethod(method),
      ]),
    ),
  );
}

function printOf({ methods: _methods, ...type }: ServiceObject): string {
  return JSON.stringify(type);
}

/** Where an operation stands in the file says nothing about it. */
function printOfMethod({ pointer: _pointer, ...method }: Method): string {
  return JSON.stringify(method);
}

function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): NameChanges {
  const kept = [...after.keys()].filter((name) => before.has(name));
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: kept.filter((name) => before.get(name) !== after.get(name)),
  };
}
