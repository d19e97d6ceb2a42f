import type { Input, Method, Output, Property, ServiceObject } from '../../model/connector.js';
import {
  HTTP_HEADER,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
} from '../../model/names.js';
import { serviceObjectDefinition } from '../../model/service-object-definition.js';
import { printLiteral } from './print-literal.js';
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
} from './safe-text.js';
import type { TypeNames } from './type-names.js';

export interface MemberView {
  readonly doc: SafeText;
  readonly key: SafeText;
  readonly type: SafeText;
}

interface TypeView {
  readonly doc: SafeText;
  readonly name: SafeText;
  readonly isRecord: boolean;
  readonly type: SafeText;
  readonly members: readonly MemberView[];
}

interface MethodView {
  readonly doc: SafeText;
  readonly key: SafeText;
  /** `void | ` where no input is required. */
  readonly optional: SafeText;
  readonly inputs: readonly MemberView[];
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
  readonly extends: SafeText;
  readonly types: readonly TypeView[];
  readonly hasMethods: boolean;
  readonly methods: readonly MethodView[];
  readonly definition: SafeText;
}

export function serviceObjectView(
  object: ServiceObject,
  printer: TypePrinter,
  names: TypeNames,
  serviceInstance: string,
  remarks: Remarks,
): ServiceObjectView {
  const { systemName, value } = object;
  const properties = names.propertiesOf(systemName);
  return {
    doc: comment([
      `SmartObject ${object.displayName}.`,
      value === undefined ? object.description : undefined,
    ]),
    name: identifier(systemName),
    smartObject: identifier(names.smartObjectOf(systemName)),
    extends:
      value === undefined
        ? code``
        : code` extends broker.HelperMethods<${identifier(systemName)}, ${identifier(properties)}>`,
    types:
      value === undefined ? [] : typeViews(object, printer, identifier(properties), serviceInstance, remarks),
    hasMethods: object.methods.length > 0,
    methods: object.methods.map((method) => methodView(method, printer, remarks)),
    definition: printLiteral(serviceObjectDefinition(object)),
  };
}

/** The typed value under its wire names, and the row of K2 cells under system names. */
function typeViews(
  object: ServiceObject,
  printer: TypePrinter,
  propertiesName: SafeText,
  serviceInstance: string,
  remarks: Remarks,
): TypeView[] {
  const docs = object.properties.map((property) => documentation(property, remarks, '  '));
  return [
    valueView(object, printer, docs, serviceInstance, remarks),
    {
      doc: comment([`Properties of ${object.displayName}; nested values as Serialized text.`]),
      name: propertiesName,
      isRecord: true,
      type: code``,
      members: object.properties.map((property, index) => ({
        doc: docs[index] ?? code``,
        key: code`${propertyKey(property.systemName)}?`,
        type: code`${printer.printCell(property)} | undefined`,
      })),
    },
  ];
}

function valueView(
  object: ServiceObject,
  printer: TypePrinter,
  docs: readonly SafeText[],
  serviceInstance: string,
  remarks: Remarks,
): TypeView {
  const { systemName, value = { kind: 'any' }, properties, description } = object;
  const doc = comment([description ?? object.displayName, ...remarks.at(object.pointer)]);
  const common = { doc, name: identifier(systemName), isRecord: false, members: [] };
  if (systemName === HTTP_HEADER) return { ...common, type: code`broker.HTTPHeader` };
  if (value.kind !== 'record') return { ...common, type: printer.printType(value) };
  const mark = {
    doc: code``,
    key: code`readonly [broker.typeName]?`,
    type: literal(`${serviceInstance}.${systemName}`),
  };
  const members = properties.map((property, index) => fieldView(property, docs[index] ?? code``, printer));
  const rest =
    value.rest === undefined ? [] : [{ doc: code``, key: code`[name: string]`, type: code`unknown` }];
  return { ...common, isRecord: true, type: code``, members: [mark, ...members, ...rest] };
}

function fieldView(property: Property, doc: SafeText, printer: TypePrinter): MemberView {
  const type = printer.printType(property.value);
  const key = propertyKey(property.wireName);
  return {
    doc,
    key: property.required ? key : code`${key}?`,
    type: property.required ? type : code`${type} | undefined`,
  };
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
    inputs: inputs.map((input) => inputView(input, printer, remarks)),
    outputs: outputsType(method, printer),
    data: dataType(method, printer),
    kind: method.rows === undefined ? code`Method` : code`PagedMethod`,
    row: method.rows === undefined ? code`` : code`,\n    ${printer.printType(method.rows)}`,
  };
}

function inputView(input: Input, printer: TypePrinter, remarks: Remarks): MemberView {
  const type = printer.printInput(input);
  const key = propertyKey(input.systemName);
  return {
    doc: documentation(input, remarks, '      '),
    key: input.required ? key : code`${key}?`,
    type: input.required ? type : code`${type} | undefined`,
  };
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
