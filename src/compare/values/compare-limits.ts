import { quoted } from '../../base/visible-text.js';
import type { Limits } from '../../model/limits.js';
import type { Facet } from './facet.js';

type Step = 'tightened' | 'loosened' | undefined;

/** What became of the limits of a value; tightened and loosened limits are told once each, all together. */
export function compareLimits(before: Limits = {}, after: Limits = {}): Facet[] {
  const tightened = COMPARED.filter(({ step }) => step(before, after) === 'tightened');
  const loosened = COMPARED.filter(({ step }) => step(before, after) === 'loosened');
  return [
    ...facetOf('limits-tightened', tightened, before, after),
    ...facetOf('limits-loosened', loosened, before, after),
    ...comparePatterns(before.pattern, after.pattern),
  ];
}

interface ComparedLimit {
  readonly step: (before: Limits, after: Limits) => Step;
  readonly shown: (limits: Limits) => string | undefined;
}

const COMPARED: readonly ComparedLimit[] = [
  { step: (before, after) => boundStep(lowerBound(before), lowerBound(after)), shown: shownLower },
  { step: (before, after) => boundStep(upperBound(before), upperBound(after)), shown: shownUpper },
  ...countLimits('minLength', 'maxLength', 'characters'),
  ...countLimits('minItems', 'maxItems', 'elements'),
  ...countLimits('minProperties', 'maxProperties', 'names'),
  {
    step: (before, after) => divisorStep(before.multipleOf, after.multipleOf),
    shown: ({ multipleOf }) => (multipleOf === undefined ? undefined : `multiples of ${multipleOf}`),
  },
  {
    step: (before, after) => presenceStep(before.uniqueItems, after.uniqueItems),
    shown: ({ uniqueItems }) => (uniqueItems === true ? 'no element twice' : undefined),
  },
];

type CountLimit = 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties';

function countLimits(least: CountLimit, most: CountLimit, unit: string): ComparedLimit[] {
  return [
    {
      step: (before, after) => valueStep(before[least] ?? 0, after[least] ?? 0),
      shown: (limits) => (limits[least] === undefined ? undefined : `at least ${limits[least]} ${unit}`),
    },
    {
      step: (before, after) => valueStep(-(before[most] ?? Infinity), -(after[most] ?? Infinity)),
      shown: (limits) => (limits[most] === undefined ? undefined : `at most ${limits[most]} ${unit}`),
    },
  ];
}

/** A bound that grows leaves less. */
interface Bound {
  readonly at: number;
  readonly isExclusive: boolean;
}

function lowerBound({ minimum = -Infinity, exclusiveMinimum = -Infinity }: Limits): Bound {
  return { at: Math.max(minimum, exclusiveMinimum), isExclusive: exclusiveMinimum >= minimum };
}

function upperBound({ maximum = Infinity, exclusiveMaximum = Infinity }: Limits): Bound {
  return { at: -Math.min(maximum, exclusiveMaximum), isExclusive: exclusiveMaximum <= maximum };
}

function boundStep(before: Bound, after: Bound): Step {
  if (before.at === after.at) return valueStep(Number(before.isExclusive), Number(after.isExclusive));
  return valueStep(before.at, after.at);
}

function valueStep(before: number, after: number): Step {
  if (before === after) return undefined;
  return after > before ? 'tightened' : 'loosened';
}

function divisorStep(before: number | undefined, after: number | undefined): Step {
  if (before === after) return undefined;
  if (after === undefined) return 'loosened';
  return before !== undefined && before % after === 0 ? 'loosened' : 'tightened';
}

function presenceStep(before: true | undefined, after: true | undefined): Step {
  if (before === after) return undefined;
  return after === true ? 'tightened' : 'loosened';
}

function shownLower(limits: Limits): string | undefined {
  const { at, isExclusive } = lowerBound(limits);
  return Number.isFinite(at) ? `${isExclusive ? 'more than' : 'at least'} ${at}` : undefined;
}

function shownUpper(limits: Limits): string | undefined {
  const { at, isExclusive } = upperBound(limits);
  return Number.isFinite(at) ? `${isExclusive ? 'less than' : 'at most'} ${-at}` : undefined;
}

function facetOf(
  kind: 'limits-tightened' | 'limits-loosened',
  limits: readonly ComparedLimit[],
  before: Limits,
  after: Limits,
): Facet[] {
  if (limits.length === 0) return [];
  const shown = (side: Limits): string =>
    limits.flatMap((limit) => limit.shown(side) ?? []).join(', ') || 'anything';
  return [{ kind, was: shown(before), is: shown(after) }];
}

/** Whether one pattern holds the other cannot be told. */
function comparePatterns(before: string | undefined, after: string | undefined): Facet[] {
  if (before === after) return [];
  const was = before === undefined ? 'any text' : quoted(before);
  const is = after === undefined ? 'any text' : quoted(after);
  if (before === undefined) return [{ kind: 'limits-tightened', was, is: `text that matches ${is}` }];
  if (after === undefined) return [{ kind: 'limits-loosened', was: `text that matches ${was}`, is }];
  return [{ kind: 'pattern-changed', was, is }];
}
