import { compareText } from '../../base/compare-text.js';
import type { Connector, ServiceObject } from '../../model/connector.js';
import { serviceInstanceDefinition } from '../../model/service-object-definition.js';
import type { EmittedFile } from '../emitted-file.js';
import { connectorJson } from './connector-json.js';
import { type Emission, type EmitOptions, emissionOf } from './emission.js';
import { emitServiceObjects } from './emit-service-objects.js';
import { printLiteral } from './print-literal.js';
import { IN_INTERFACE, inBraces, printMember } from './print-members.js';
import { code, comment, identifier, joined, literal, type SafeText } from './safe-text.js';
import { template } from './template.js';
import type { TypeNames } from './type-names.js';

/** A Connector as TypeScript source files, and as the JSON that a reviewer reads first. */
export function emitTypeScript(connector: Connector, options: EmitOptions): EmittedFile[] {
  const emission = emissionOf(connector, options);
  const byPlace = objectsByPlace(emission);
  return [
    emitIndex(byPlace, emission),
    emitServiceInstance(emission),
    { path: 'connector.json', content: connectorJson(connector) },
    ...Array.from(byPlace, ([place, objects]) => emitServiceObjects(place, objects, emission)),
  ].sort((left, right) => compareText(left.path, right.path));
}

/** In the order of the Connector, but for the owner of a file: it comes first in it. */
function objectsByPlace({ connector, places }: Emission): Map<string, ServiceObject[]> {
  const byPlace = new Map<string, ServiceObject[]>();
  for (const object of connector.serviceObjects) {
    const place = places.get(object.systemName) ?? '';
    const objects = byPlace.get(place);
    if (objects === undefined) byPlace.set(place, [object]);
    else if (place.endsWith(`/${object.systemName}`)) objects.unshift(object);
    else objects.push(object);
  }
  return byPlace;
}

function emitServiceInstance({ connector, header }: Emission): EmittedFile {
  const view = {
    header,
    doc: comment([`The Service Instance ${connector.serviceInstance}, as registered.`]),
    definition: printLiteral(serviceInstanceDefinition(connector)),
  };
  return { path: 'service-instance.ts', content: template<typeof view>('service-instance')(view) };
}

function emitIndex(
  byPlace: ReadonlyMap<string, readonly ServiceObject[]>,
  { connector, header, names, remarks }: Emission,
): EmittedFile {
  const view = {
    header,
    files: Array.from(byPlace, ([place, objects]) => ({
      from: literal(`./${place}.js`),
      names: joined(
        objects.map((object) => importedNames(object, names)),
        ', ',
      ),
    })),
    members: inBraces(connector.serviceObjects.map((object) => smartObjectMember(object, names))),
    doc: comment([`The SmartObjects of ${connector.title}.`, connector.description, ...remarks.at('')]),
    names: joined(
      connector.serviceObjects.map(({ systemName }) => identifier(systemName)),
      ', ',
    ),
  };
  return { path: 'index.ts', content: template<typeof view>('index')(view) };
}

function importedNames({ systemName }: ServiceObject, names: TypeNames): SafeText {
  return code`${identifier(systemName)}, type ${identifier(names.smartObjectOf(systemName))}`;
}

function smartObjectMember(
  { systemName, displayName, description }: ServiceObject,
  names: TypeNames,
): SafeText {
  const doc = comment([description ?? displayName], IN_INTERFACE);
  const type = identifier(names.smartObjectOf(systemName));
  return printMember(doc, code`readonly ${identifier(systemName)}`, type, true);
}
