import { quoted } from '../../base/visible-text.js';
import type { ChoiceValue, ValueType } from '../../model/connector.js';

/** Longer lists are cut in messages. */
const MAX_SHOWN_PARTS = 6;

/** What a value is, for people. */
export function shownValue(value: ValueType): string {
  const form = shownForm(value);
  return value.nullable === true ? `${form} or null` : form;
}

function shownForm(value: ValueType): string {
  switch (value.kind) {
    case 'any':
      return 'any value';
    case 'nothing':
      return 'no value';
    case 'null':
      return 'null';
    case 'text':
      return value.format === undefined ? 'text' : `text (${quoted(value.format)})`;
    case 'number':
      return shownNumber(value);
    case 'yes-no':
      return 'yes or no';
    case 'file':
      return 'a file';
    case 'choice':
      return `one of ${shownChoices(value.values)}`;
    case 'named':
      return quoted(value.object);
    case 'list':
      return `a list of ${shownValue(value.of)}`;
    case 'tuple':
      return `a list of ${value.items.length} parts`;
    case 'map':
      return `a map of ${shownValue(value.of)}`;
    case 'one-of':
      return shownList(value.of.map(shownValue), ' or ');
    case 'record':
      return 'an item with Properties';
  }
}

function shownNumber({ format, whole }: ValueType & { kind: 'number' }): string {
  if (format === 'decimal') return 'a decimal number';
  if (format === 'int64') return 'a whole number (64 bits)';
  return whole ? 'a whole number' : 'a number';
}

/** The values of a choice, for people. */
export function shownChoices(values: readonly ChoiceValue[]): string {
  return shownList(values.map(shownJson), ', ');
}

/** Any JSON value on one line. */
export function shownJson(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : quoted(JSON.stringify(value) ?? 'nothing').slice(1, -1);
}

/** Parts of a message, the first few of them where there are many. */
export function shownList(parts: readonly string[], between: string): string {
  const shown = parts.slice(0, MAX_SHOWN_PARTS).join(between);
  return parts.length > MAX_SHOWN_PARTS ? `${shown} and ${parts.length - MAX_SHOWN_PARTS} more` : shown;
}
