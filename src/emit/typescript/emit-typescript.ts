import { compareText } from '../../base/compare-text.js';
import type { Problem } from '../../base/problem.js';
import type { Category, Connector, ServiceObject } from '../../model/connector.js';
import { serviceInstanceDefinition } from '../../model/service-object-definition.js';
import type { EmittedFile } from '../emitted-file.js';
import { templatesIn } from '../render-template.js';
import { connectorJson } from './connector-json.js';
import { type HeaderView, headerOf } from './file-header.js';
import { printLiteral } from './print-literal.js';
import { TypePrinter } from './print-type.js';
import { Remarks } from './remarks.js';
import { code, comment, identifier, joined, literal, type SafeText } from './safe-text.js';
import { type MemberView, type ServiceObjectView, serviceObjectView } from './service-object-view.js';
import { TypeNames } from './type-names.js';

export interface EmitOptions {
  /** The registered descriptor, as the header names it. */
  readonly descriptorFile: string;
  /** The Connector as described, where only a selection of it is emitted: names do not depend on the selection. */
  readonly whole?: Connector;
  /** What was found on the way: what is not carried over is remarked where it would have stood. */
  readonly problems?: readonly Problem[];
}

const FOLDERS: Readonly<Record<Category, string>> = {
  'object-type': 'object-types',
  'system-type': 'system-types',
  'service-operations': 'service-operations',
};

const template = templatesIn('typescript', ['header', 'member']);

/** What every file of one connector is made with. */
interface Emission {
  readonly connector: Connector;
  readonly header: HeaderView;
  readonly names: TypeNames;
  /** Folder of each Service Object, by system name. */
  readonly folderOf: ReadonlyMap<string, string>;
  readonly remarks: Remarks;
}

/** A Connector as TypeScript source files, and as the JSON that a reviewer reads first. */
export function emitTypeScript(connector: Connector, options: EmitOptions): EmittedFile[] {
  const emission: Emission = {
    connector,
    header: headerOf(connector, options.descriptorFile),
    names: new TypeNames(options.whole ?? connector),
    folderOf: new Map(
      connector.serviceObjects.map(({ systemName, category }) => [systemName, FOLDERS[category]]),
    ),
    remarks: new Remarks(connector, options.problems ?? []),
  };
  return [
    emitIndex(emission),
    emitServiceInstance(emission),
    { path: 'connector.json', content: connectorJson(connector) },
    ...connector.serviceObjects.map((object) => emitServiceObject(object, emission)),
  ].sort((left, right) => compareText(left.path, right.path));
}

interface ImportView {
  readonly names: SafeText;
  readonly from: SafeText;
}

function emitServiceObject(object: ServiceObject, emission: Emission): EmittedFile {
  const { connector, header, names, folderOf, remarks } = emission;
  const printer = new TypePrinter(names);
  const view = serviceObjectView(object, printer, names, connector.serviceInstance, remarks);
  const folder = FOLDERS[object.category];
  const imports = importsOf(object, printer, folder, folderOf);
  const render = template<ServiceObjectView & { header: HeaderView; imports: readonly ImportView[] }>(
    'service-object',
  );
  return { path: `${folder}/${object.systemName}.ts`, content: render({ ...view, header, imports }) };
}

function importsOf(
  { systemName }: ServiceObject,
  printer: TypePrinter,
  folder: string,
  folderOf: ReadonlyMap<string, string>,
): ImportView[] {
  return [...printer.used]
    .filter(([object]) => object !== systemName)
    .sort(([left], [right]) => compareText(left, right))
    .map(([object, used]) => {
      const from = folderOf.get(object) ?? folder;
      return {
        names: joined([...used].sort(compareText).map(identifier), ', '),
        from: literal(`${from === folder ? '.' : `../${from}`}/${object}.js`),
      };
    });
}

function emitServiceInstance({ connector, header }: Emission): EmittedFile {
  const view = {
    header,
    doc: comment([`The Service Instance ${connector.serviceInstance}, as registered.`]),
    definition: printLiteral(serviceInstanceDefinition(connector)),
  };
  return { path: 'service-instance.ts', content: template<typeof view>('service-instance')(view) };
}

interface IndexedObject {
  readonly name: SafeText;
  readonly smartObject: SafeText;
  readonly types: SafeText;
  readonly from: SafeText;
  readonly member: MemberView;
}

function emitIndex({ connector, header, names, folderOf, remarks }: Emission): EmittedFile {
  const objects = connector.serviceObjects.map((object) => indexedObject(object, names, folderOf));
  const view = {
    header,
    objects,
    doc: comment([`The SmartObjects of ${connector.title}.`, connector.description, ...remarks.at('')]),
    names: joined(
      objects.map((object) => object.name),
      ', ',
    ),
  };
  return { path: 'index.ts', content: template<typeof view>('index')(view) };
}

function indexedObject(
  object: ServiceObject,
  names: TypeNames,
  folderOf: ReadonlyMap<string, string>,
): IndexedObject {
  const { systemName, displayName, value, description } = object;
  const name = identifier(systemName);
  const smartObject = identifier(names.smartObjectOf(systemName));
  const types =
    value === undefined ? [smartObject] : [name, identifier(names.propertiesOf(systemName)), smartObject];
  return {
    name,
    smartObject,
    types: joined(types, ', '),
    from: literal(`./${folderOf.get(systemName)}/${systemName}.js`),
    member: {
      doc: comment([description ?? displayName], '  '),
      key: code`readonly ${name}`,
      type: smartObject,
    },
  };
}
