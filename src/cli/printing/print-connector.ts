import { visibleText } from '../../base/visible-text.js';
import { typeLabelOf } from '../../describe/type-label.js';
import type {
  Category,
  Connector,
  Input,
  Method,
  Names,
  Output,
  Property,
  ServiceObject,
  ValueType,
} from '../../model/connector.js';
import { OWN_PROPERTIES } from '../../model/helper-methods.js';
import { helpersOf } from '../../workspace/execution/find-method.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';

const CATEGORIES: readonly (readonly [Category, string])[] = [
  ['object-type', 'Object Types'],
  ['system-type', 'System Types'],
  ['service-operations', 'Service Operations'],
];

/** The tree as K2's management site shows it: categories, Service Objects, their Properties and Methods. */
export function printConnector(connector: Connector, withHelpers: boolean, paint: Paint): string[] {
  return CATEGORIES.flatMap(([category, title]) => {
    const objects = connector.serviceObjects.filter((object) => object.category === category);
    if (objects.length === 0) return [];
    const printed = objects.flatMap((object) => ['', ...printServiceObject(object, withHelpers, paint)]);
    return ['', paint.bold(title), ...printed];
  });
}

function printServiceObject(object: ServiceObject, withHelpers: boolean, paint: Paint): string[] {
  const { systemName, displayName, properties } = object;
  return [
    `  ${paint.cyan(visibleText(systemName))}${besides(systemName, displayName, paint)}`,
    ...section('Properties', printProperties(properties, paint), paint),
    ...section(
      'Methods',
      [...printMethods(object, paint), ...printHelpers(object, withHelpers, paint)],
      paint,
    ),
  ];
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [`    ${paint.dim(title)}`, ...lines];
}

function printProperties(properties: readonly Property[], paint: Paint): string[] {
  const rows = properties.map((property) => [
    property.systemName,
    ...typeCells(property, paint),
    remarks(property),
  ]);
  return alignColumns(withoutEmptyColumn(rows, 2), '      ');
}

function printMethods({ methods }: ServiceObject, paint: Paint): string[] {
  const rows = methods.map((method) => [
    ...method.inputs.map((input) => partRow('in', input, paint)),
    ...method.outputs.map((output) => partRow('out', output, paint)),
  ]);
  const lines = alignColumns(withoutEmptyColumn(rows.flat(), 3), '        ');
  let from = 0;
  return methods.flatMap((method, index) => {
    const to = from + (rows[index]?.length ?? 0);
    const own = lines.slice(from, to);
    from = to;
    return [`      ${methodLine(method, paint)}`, ...own];
  });
}

function methodLine({ systemName, displayName, type, deprecated, internal }: Method, paint: Paint): string {
  const marks = [type, ...(deprecated ? ['deprecated'] : []), ...(internal ? ['internal'] : [])];
  return `${paint.bold(visibleText(systemName))}${besides(systemName, displayName, paint)}${paint.dim(` · ${marks.join(', ')}`)}`;
}

function partRow(role: 'in' | 'out', part: Input | Output, paint: Paint): Cell[] {
  return [{ text: role, paint: paint.dim }, part.systemName, ...typeCells(part, paint), remarks(part)];
}

function typeCells({ type, value }: Input | Output | Property, paint: Paint): Cell[] {
  return [type, { text: type === 'Memo' ? memoLabel(value) : '', paint: paint.dim }];
}

/** What is Serialized in a Memo; nothing where it is just long text. */
function memoLabel(value: ValueType): string {
  const label = typeLabelOf(value);
  return label === 'String' ? '' : label;
}

/** What is worth knowing of a Property, an input or an output in a word or two. */
function remarks(
  part: Partial<Pick<Property, 'required' | 'readOnly' | 'writeOnly' | 'deprecated'>> & Names,
): string {
  const { required, readOnly, writeOnly, deprecated } = part;
  return [
    ...(required ? ['required'] : []),
    ...(readOnly ? ['read-only'] : []),
    ...(writeOnly ? ['write-only'] : []),
    ...(deprecated ? ['deprecated'] : []),
  ].join(', ');
}

function printHelpers(object: ServiceObject, withHelpers: boolean, paint: Paint): string[] {
  const helpers = helpersOf(object);
  if (helpers.length === 0) return [];
  if (!withHelpers) {
    const [first, second] = helpers;
    const line = `${first?.systemName} · ${second?.systemName} · … ${helpers.length} helper Methods`;
    return [`      ${paint.dim(line)}`];
  }
  const rows = helpers.map(({ systemName, displayName, type, inputs, outputs }): Cell[] => [
    { text: systemName, paint: paint.bold },
    displayName,
    { text: type, paint: paint.dim },
    `${inputs.map(ownOr).join(', ')} → ${outputs.map(ownOr).join(', ')}`,
  ]);
  return alignColumns(rows, '      ');
}

function ownOr(name: string): string {
  return name === OWN_PROPERTIES ? 'all Properties' : name;
}

function besides(systemName: string, displayName: string, paint: Paint): string {
  return displayName === systemName ? '' : `${paint.dim(' · ')}${visibleText(displayName)}`;
}

/** A column that is empty in all rows takes no room. */
function withoutEmptyColumn(
  rows: readonly (readonly Cell[])[],
  column: number,
): readonly (readonly Cell[])[] {
  const isEmpty = (cell: Cell | undefined): boolean =>
    cell === undefined || (typeof cell === 'string' ? cell : cell.text) === '';
  if (!rows.every((row) => isEmpty(row[column]))) return rows;
  return rows.map((row) => row.filter((_cell, index) => index !== column));
}
