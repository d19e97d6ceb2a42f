import type { Input, Method, Output, Property, ServiceObject } from '../../model/connector.js';
import {
  HTTP_HEADER,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
} from '../../model/names.js';
import { serviceObjectDefinition } from '../../model/service-object-definition.js';
import type { Emission } from './emission.js';
import { printJson } from './print-json.js';
import { IN_INTERFACE, IN_METHOD, inBraces, printMember } from './print-members.js';
import type { TypePrinter } from './print-type.js';
import type { Remarks } from './remarks.js';
import {
  code,
  comment,
  deprecatedTag,
  identifier,
  joined,
  literal,
  propertyKey,
  type SafeText,
  textBlock,
} from './safe-text.js';

interface TypeView {
  readonly doc: SafeText;
  readonly name: SafeText;
  /** `type` is members in braces. */
  readonly isRecord: boolean;
  readonly type: SafeText;
}

interface MethodView {
  readonly doc: SafeText;
  readonly key: SafeText;
  /** `void | ` where no input is required. */
  readonly optional: SafeText;
  /** In braces. */
  readonly inputs: SafeText;
  readonly outputs: SafeText;
  readonly data: SafeText;
  /** `Method`, or `PagedMethod` where the answer has rows. */
  readonly kind: SafeText;
  /** What one row is, behind a comma. */
  readonly row: SafeText;
}

/** What a Service Object's file shows, without its header and imports. */
export interface ServiceObjectView {
  readonly doc: SafeText;
  readonly name: SafeText;
  readonly smartObject: SafeText;
  /** All that a SmartObject without Methods of its own has. */
  readonly helpers: SafeText;
  readonly extends: SafeText;
  readonly types: readonly TypeView[];
  readonly hasMethods: boolean;
  readonly methods: readonly MethodView[];
  readonly definition: SafeText;
}

export function serviceObjectView(
  object: ServiceObject,
  printer: TypePrinter,
  emission: Emission,
): ServiceObjectView {
  const { systemName, displayName, description, methods, value } = object;
  const { names, remarks } = emission;
  const properties = identifier(names.propertiesOf(systemName));
  const isType = value !== undefined;
  return {
    doc: comment([`SmartObject ${displayName}.`, isType ? undefined : description]),
    name: identifier(systemName),
    smartObject: identifier(names.smartObjectOf(systemName)),
    helpers: isType ? code`broker.HelperMethods<${identifier(systemName)}, ${properties}>` : code`{}`,
    extends: isType ? code` extends broker.HelperMethods<${identifier(systemName)}, ${properties}>` : code``,
    types: isType ? typeViews(object, properties, printer, emission) : [],
    hasMethods: methods.length > 0,
    methods: methods.map((method) => methodView(method, printer, remarks)),
    definition: textBlock(printJson(serviceObjectDefinition(object))),
  };
}

/** The typed value under its wire names, and the row of K2 cells under system names. */
function typeViews(
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

function documentation(thing: Property | Input, remarks: Remarks, indent: string): SafeText {
  const { displayName, systemName, description, deprecated } = thing;
  const label = displayName === systemName || displayName === description ? undefined : displayName;
  return comment([label, description, ...remarks.at(thing.pointer), deprecatedTag(deprecated)], indent);
}

function methodView(method: Method, printer: TypePrinter, remarks: Remarks): MethodView {
  const { displayName, description, call, inputs } = method;
  return {
    doc: comment(
      [
        displayName,
        description === displayName ? undefined : description,
        `\`${call.verb} ${call.path}\``,
        ...remarks.at(method.pointer),
        deprecatedTag(method.deprecated),
      ],
      '  ',
    ),
    key: propertyKey(method.systemName),
    optional: inputs.some((input) => input.required) ? code`` : code`void | `,
    inputs: inBraces(
      inputs.map((input) => printInput(input, printer, remarks)),
      code`    `,
    ),
    outputs: outputsType(method, printer),
    data: dataType(method, printer),
    kind: method.rows === undefined ? code`Method` : code`PagedMethod`,
    row: method.rows === undefined ? code`` : code`,\n    ${printer.printType(method.rows)}`,
  };
}

function printInput(input: Input, printer: TypePrinter, remarks: Remarks): SafeText {
  const doc = documentation(input, remarks, IN_METHOD);
  return printMember(
    doc,
    propertyKey(input.systemName),
    printer.printInput(input),
    input.required,
    IN_METHOD,
  );
}

const HTTP_OUTPUTS = new Set([HTTP_RESPONSE_CODE, HTTP_RESPONSE_CONTENT, HTTP_RESPONSE_HEADERS]);

/** The Properties of the one type that is answered, or all outputs one by one. */
function outputsType({ answers, outputs }: Method, printer: TypePrinter): SafeText {
  const withHeaders = outputs.some((output) => output.systemName === HTTP_RESPONSE_HEADERS);
  const common = withHeaders ? code`broker.HttpOutputs & broker.HttpHeaderOutputs` : code`broker.HttpOutputs`;
  const own = outputs.filter((output) => !HTTP_OUTPUTS.has(output.systemName));
  if (own.length === 0) return common;
  const [object, ...others] = [
    ...new Set(answers.flatMap((answer) => (answer.definition.as === 'nothing' ? [] : [answer.object]))),
  ];
  if (object !== undefined && others.length === 0)
    return code`${printer.nameOfProperties(object)} & ${common}`;
  return code`{ ${joined(
    own.map((output) => outputMember(output, printer)),
    ', ',
  )} } & ${common}`;
}

function outputMember(output: Output, printer: TypePrinter): SafeText {
  return code`${propertyKey(output.systemName)}?: ${printer.printCell(output)} | undefined`;
}

function dataType({ answers }: Method, printer: TypePrinter): SafeText {
  const types = answers.map(({ value, definition }) => {
    if (definition.as === 'text') return code`string`;
    return value === undefined ? code`undefined` : printer.printType(value);
  });
  const distinct = [...new Set(types)];
  return distinct.length === 0 ? code`undefined` : joined(distinct, ' | ');
}
