import { quoted } from '../../base/visible-text.js';
import type { ChoiceValue, ValueType } from '../../model/connector.js';
import type { Facet } from './facet.js';
import { towards } from './make-facet.js';
import { shownChoices } from './shown-value.js';

/** How two texts are written. */
export function compareFormats(before: string | undefined, after: string | undefined): Facet[] {
  if (before === after) return [];
  const shown = (format: string | undefined): string =>
    format === undefined ? 'plain text' : quoted(format);
  const told = { was: shown(before), is: shown(after) };
  // What was asked to be written in one way may be written in any: that harms only who reads it.
  return [
    after === undefined
      ? { kind: 'widened', answered: 'format-changed', ...told }
      : { kind: 'format-changed', ...told },
  ];
}

/** Whole numbers fit into longer ones, these into numbers, and all of them into exact decimals. */
export function compareNumbers(
  before: ValueType & { kind: 'number' },
  after: ValueType & { kind: 'number' },
): Facet[] {
  const step = rankOf(after) - rankOf(before);
  return step === 0 ? [] : [towards(step > 0 ? 'widened' : 'narrowed', before, after)];
}

function rankOf({ format, whole }: ValueType & { kind: 'number' }): number {
  if (format === 'decimal') return 3;
  if (format === 'int64') return 1;
  return whole ? 0 : 2;
}

/** What may be chosen. */
export function compareChoices(before: readonly ChoiceValue[], after: readonly ChoiceValue[]): Facet[] {
  const removed = before.filter((value) => !after.includes(value));
  const added = after.filter((value) => !before.includes(value));
  const isOther = removed.length === before.length && kindsIn(removed) !== kindsIn(added);
  const told = { was: shownChoices(removed), is: shownChoices(added) };
  if (isOther && added.length > 0)
    return [{ kind: 'retyped', was: `one of ${told.was}`, is: `one of ${told.is}` }];
  return [
    ...(removed.length === 0 ? [] : [{ kind: 'choice-removed', was: told.was, is: '' } as const]),
    ...(added.length === 0 ? [] : [{ kind: 'choice-added', was: '', is: told.is } as const]),
  ];
}

/** The kinds of choices: `string`, `number,string`. */
export function kindsIn(values: readonly ChoiceValue[]): string {
  return [...new Set(values.map((value) => typeof value))].sort().join();
}
