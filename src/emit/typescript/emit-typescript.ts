import { compareText } from '../../base/compare-text.js';
import type { Category, Connector, ServiceObject } from '../../model/connector.js';
import { serviceInstanceDefinition } from '../../model/service-object-definition.js';
import type { EmittedFile } from '../emitted-file.js';
import { templatesIn } from '../render-template.js';
import { connectorJson } from './connector-json.js';
import { type HeaderView, headerOf } from './file-header.js';
import { printLiteral } from './print-literal.js';
import { TypePrinter } from './print-type.js';
import { code, comment, identifier, joined, literal, type SafeText } from './safe-text.js';
import { type MemberView, type ServiceObjectView, serviceObjectView } from './service-object-view.js';
import { TypeNames } from './type-names.js';

export interface EmitOptions {
  /** The registered descriptor, as the header names it. */
  readonly descriptorFile: string;
  /** The Connector as described, where only a selection of it is emitted: names do not depend on the selection. */
  readonly whole?: Connector;
}

const FOLDERS: Readonly<Record<Category, string>> = {
  'object-type': 'object-types',
  'system-type': 'system-types',
  'service-operations': 'service-operations',
};

const template = templatesIn('typescript', ['header', 'member']);

/** A Connector as TypeScript source files, and as the JSON that a reviewer reads first. */
export function emitTypeScript(connector: Connector, options: EmitOptions): EmittedFile[] {
  const header = headerOf(connector, options.descriptorFile);
  const names = new TypeNames(options.whole ?? connector);
  const folderOf = new Map(
    connector.serviceObjects.map(({ systemName, category }) => [systemName, FOLDERS[category]]),
  );
  const files = connector.serviceObjects.map((object) =>
    emitServiceObject(object, connector, header, names, folderOf),
  );
  return [
    emitIndex(connector, header, names, folderOf),
    emitServiceInstance(connector, header),
    { path: 'connector.json', content: connectorJson(connector) },
    ...files,
  ].sort((left, right) => compareText(left.path, right.path));
}

interface ImportView {
  readonly names: SafeText;
  readonly from: SafeText;
}

function emitServiceObject(
  object: ServiceObject,
  connector: Connector,
  header: HeaderView,
  names: TypeNames,
  folderOf: ReadonlyMap<string, string>,
): EmittedFile {
  const printer = new TypePrinter(names);
  const view = serviceObjectView(object, printer, names, connector.serviceInstance);
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

function emitServiceInstance(connector: Connector, header: HeaderView): EmittedFile {
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

function emitIndex(
  connector: Connector,
  header: HeaderView,
  names: TypeNames,
  folderOf: ReadonlyMap<string, string>,
): EmittedFile {
  const objects = connector.serviceObjects.map((object) => indexedObject(object, names, folderOf));
  const view = {
    header,
    objects,
    doc: comment([`The SmartObjects of ${connector.title}.`, connector.description]),
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
