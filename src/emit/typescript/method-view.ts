import type { Input, Method, Output } from '../../model/connector.js';
import { HTTP_OUTPUTS, HTTP_RESPONSE_HEADERS } from '../../model/names.js';
import { documentation } from './documentation.js';
import { IN_INTERFACE, IN_METHOD, inBraces, printMember } from './print-members.js';
import type { Remarks } from './remarks.js';
import { code, comment, deprecatedTag, joined, propertyKey, type SafeText } from './safe-text.js';
import type { TypePrinter } from './type-printer.js';

/** One Method in the interface of its SmartObject. */
export interface MethodView {
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

/** A Method as the answers that its template asks for. */
export function methodView(method: Method, printer: TypePrinter, remarks: Remarks): MethodView {
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
      IN_INTERFACE,
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
