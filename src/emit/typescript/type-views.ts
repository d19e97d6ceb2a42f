import type { Property, ServiceObject } from '../../model/connector.js';
import { HTTP_HEADER } from '../../model/names.js';
import { documentation } from './documentation.js';
import type { Emission } from './emission.js';
import { IN_INTERFACE, inBraces, printMember } from './print-members.js';
import { code, comment, identifier, literal, propertyKey, type SafeText } from './safe-text.js';
import type { TypePrinter } from './type-printer.js';

/** One type that a file declares. */
export interface TypeView {
  readonly doc: SafeText;
  readonly name: SafeText;
  /** `type` is members in braces. */
  readonly isRecord: boolean;
  readonly type: SafeText;
}

/** The typed value under its wire names, and the row of K2 cells under system names. */
export function typeViews(
  object: ServiceObject,
  propertiesName: SafeText,
  printer: TypePrinter,
  emission: Emission,
): TypeView[] {
  const docs = object.properties.map((property) => documentation(property, emission.remarks, IN_INTERFACE));
  const value = valueView(object, printer, docs, emission);
  const properties = {
    doc: comment([`Properties of ${object.displayName}; nested values as Serialized text.`]),
    name: propertiesName,
  };
  if (emission.derivesProperties.of(object)) {
    const type = code`broker.PropertiesOf<${identifier(object.systemName)}>`;
    return [value, { ...properties, isRecord: false, type }];
  }
  const members = object.properties.map((property, index) =>
    printMember(docs[index] ?? code``, propertyKey(property.systemName), printer.printCell(property), false),
  );
  return [value, { ...properties, isRecord: true, type: inBraces(members) }];
}

function valueView(
  object: ServiceObject,
  printer: TypePrinter,
  docs: readonly SafeText[],
  { connector, remarks }: Emission,
): TypeView {
  const { systemName, value = { kind: 'any' }, properties, description } = object;
  const doc = comment([description ?? object.displayName, ...remarks.at(object.pointer)]);
  const common = { doc, name: identifier(systemName), isRecord: false };
  if (systemName === HTTP_HEADER) return { ...common, type: code`broker.HTTPHeader` };
  if (value.kind !== 'record') return { ...common, type: printer.printType(value) };
  const mark = literal(`${connector.serviceInstance}.${systemName}`);
  const members = properties.map((property, index) => fieldOf(property, docs[index] ?? code``, printer));
  members.unshift(code`  readonly [broker.typeName]?: ${mark};\n`);
  if (value.rest !== undefined) members.push(code`  [name: string]: unknown;\n`);
  return { ...common, isRecord: true, type: inBraces(members) };
}

function fieldOf({ wireName, value, required }: Property, doc: SafeText, printer: TypePrinter): SafeText {
  return printMember(doc, propertyKey(wireName), printer.printType(value), required);
}
