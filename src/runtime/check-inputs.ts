import { InputError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { HTTP_HEADERS } from '../model/names.js';
import { isSerialized } from '../model/serialized-cells.js';
import { decimalOf, jsonOf } from './cells.js';
import { readJson, stringifyJson } from './json-text.js';
import type { MethodPlan, PlannedInput } from './method-plan.js';
import { hasTypeNames, isItem, setOwn } from './read-serialized.js';
import { inputsOf, otherType, type RecordShape } from './record.js';

/** A checked input: its JSON value, and the text it was given as where that can be sent unchanged. */
export interface CheckedInput {
  readonly value: unknown;
  readonly text?: string;
}

/** By index of the plan's inputs; absent ones are undefined. */
export type CheckedInputs = readonly (CheckedInput | undefined)[];

/**
 * Checks all inputs of a call before anything is sent. Names are matched without case.
 *
 * @throws InputError `INPUT_MISSING` (all missing ones at once), `INPUT_UNKNOWN`, `INPUT_INVALID`
 * @throws SerializationError
 */
export function checkInputs(plan: MethodPlan, given: unknown, withHeaders: boolean): CheckedInputs {
  const checked: (CheckedInput | undefined)[] = new Array(plan.inputs.length).fill(undefined);
  for (const [name, cell] of Object.entries(inputsOf(given, plan.who))) {
    if (cell === undefined || (withHeaders && sameName(name, HTTP_HEADERS))) continue;
    const index = plan.indexByLowerName.get(name.toLowerCase());
    if (index === undefined) throw unknownInput(plan, name, withHeaders);
    if (checked[index] !== undefined) throw givenTwice(plan, name);
    checked[index] = checkInput(plan, plan.inputs[index] as PlannedInput, cell);
  }
  refuseMissing(plan, checked);
  return checked;
}

export function sameName(left: string, right: string): boolean {
  return left === right || left.toLowerCase() === right.toLowerCase();
}

function checkInput(plan: MethodPlan, input: PlannedInput, cell: unknown): CheckedInput | undefined {
  const who = `${plan.who}, input ${input.systemName}`;
  // In a parameter, null is K2's empty value: not sent. In a body it is JSON's null.
  if (cell === null && input.in !== 'body') return undefined;
  const given = jsonOf(cell, input.type, who);
  if (input.item !== undefined && isItem(given)) checkItem(input.item, given, who);
  if (!isSerialized(input.type)) return { value: given };
  if (typeof cell === 'string') return hasTypeNames(cell) ? { value: given } : { value: given, text: cell };
  const value = input.item !== undefined && isItem(given) ? withDecimals(input.item.shape, given) : given;
  // What a class instance or a Date is as JSON; a body or a form is made to text later.
  const isParameter = input.in !== 'body' && input.in !== 'field';
  return { value: isParameter ? readJson(stringifyJson(value, who)) : value };
}

/** Another type's text is told by the Properties it lacks, or that hold something else. */
function checkItem(
  { required, shape }: NonNullable<PlannedInput['item']>,
  value: Readonly<Record<string, unknown>>,
  who: string,
): void {
  const lacking = required.filter((name) => !Object.hasOwn(value, name) || value[name] === undefined);
  const fault =
    lacking.length > 0 ? `the item has no ${lacking.map(quoted).join(', ')}` : shape.faultIn(value);
  if (fault !== undefined) throw otherType(who, fault);
}

/** A typed value may hold a decimal's digits as text, which on the wire are a number. */
function withDecimals(shape: RecordShape, item: Readonly<Record<string, unknown>>): unknown {
  const texts = shape.columns.filter(
    ({ type, wireName }) =>
      type === 'Decimal' && Object.hasOwn(item, wireName) && typeof item[wireName] === 'string',
  );
  if (texts.length === 0) return item;
  const copy = { ...item };
  for (const { wireName } of texts) setOwn(copy, wireName, decimalOf(String(item[wireName])));
  return copy;
}

function givenTwice(plan: MethodPlan, name: string): InputError {
  return new InputError('INPUT_INVALID', {
    who: plan.who,
    what: `the input ${quoted(name)} is given twice, in different case`,
    advice: 'Pass it once',
  });
}

function refuseMissing(plan: MethodPlan, checked: CheckedInputs): void {
  const missing = plan.inputs.filter((input, index) => input.required && checked[index] === undefined);
  if (missing.length === 0) return;
  const names = missing.map((input) => input.systemName).join(', ');
  throw new InputError('INPUT_MISSING', {
    who: plan.who,
    what: `the required input${missing.length > 1 ? 's' : ''} ${names} ${missing.length > 1 ? 'are' : 'is'} missing`,
    advice: 'Pass a value; nothing was sent',
  });
}

function unknownInput(plan: MethodPlan, name: string, withHeaders: boolean): InputError {
  const names = plan.inputs.map((input) => input.systemName);
  if (withHeaders) names.push(HTTP_HEADERS);
  return new InputError('INPUT_UNKNOWN', {
    who: plan.who,
    what: `there is no input ${quoted(name)}`,
    advice: names.length === 0 ? 'It takes no inputs' : `Its inputs are ${names.join(', ')}`,
  });
}
