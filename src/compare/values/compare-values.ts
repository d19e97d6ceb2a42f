import { quoted } from '../../base/visible-text.js';
import type { ValueType } from '../../model/connector.js';
import { compareLimits } from './compare-limits.js';
import { compareChoices, compareFormats, compareNumbers } from './compare-scalars.js';
import type { Comparing } from './comparing.js';
import type { Facet } from './facet.js';
import { holdingOf, isWide } from './holding.js';
import { inside, retyped, towards } from './make-facet.js';
import { shownList, shownValue } from './shown-value.js';
import { type TypesByName, unfolded } from './types-by-name.js';

/** How two values differ. Types that are a pair do not: what changed in them is told of them. */
export function compareValues(before: ValueType, after: ValueType, comparing: Comparing): Facet[] {
  if (isPair(before, after, comparing)) return [...compareNull(before, after), ...limitsOf(before, after)];
  const was = unfolded(before, comparing.before);
  const is = unfolded(after, comparing.after);
  const isUnfolded = was !== before || is !== after;
  const facets = isUnfolded
    ? comparing.once(before, after, () => compareForms(was, is, comparing))
    : compareForms(was, is, comparing);
  // Of a value that is another one now, nothing more need be said.
  if (facets.some(({ kind, inside }) => kind === 'retyped' && inside === undefined)) return facets;
  return [
    ...facets,
    ...compareNull(withOwnNull(was, comparing.before), withOwnNull(is, comparing.after)),
    ...limitsOf(was, is),
  ];
}

/** A type that may be null itself makes each use of it so. */
function withOwnNull(value: ValueType, types: TypesByName): ValueType {
  return value.kind === 'named' && types.get(value.object)?.value?.nullable === true
    ? { ...value, nullable: true }
    : value;
}

function isPair(before: ValueType, after: ValueType, { paired }: Comparing): boolean {
  return before.kind === 'named' && after.kind === 'named' && paired.get(before.object) === after.object;
}

function compareNull(before: ValueType, after: ValueType): Facet[] {
  if (before.nullable === after.nullable) return [];
  return [{ kind: after.nullable === true ? 'became-nullable' : 'no-longer-nullable', was: '', is: '' }];
}

function limitsOf(before: ValueType, after: ValueType): Facet[] {
  if (before.limits === undefined && after.limits === undefined) return [];
  return compareLimits(before.limits, after.limits);
}

function compareForms(before: ValueType, after: ValueType, comparing: Comparing): Facet[] {
  if (before.kind === 'one-of' || after.kind === 'one-of')
    return compareAlternatives(before, after, comparing);
  return before.kind === after.kind
    ? compareSameKind(before, after, comparing)
    : compareKinds(before, after, comparing);
}

function compareSameKind(before: ValueType, after: ValueType, comparing: Comparing): Facet[] {
  if (before.kind === 'named' && after.kind === 'named') return compareNamed(before, after, comparing);
  if (before.kind === 'text' && after.kind === 'text') return compareFormats(before.format, after.format);
  if (before.kind === 'number' && after.kind === 'number') return compareNumbers(before, after);
  if (before.kind === 'choice' && after.kind === 'choice') return compareChoices(before.values, after.values);
  if ((before.kind === 'list' && after.kind === 'list') || (before.kind === 'map' && after.kind === 'map')) {
    const where = before.kind === 'list' ? 'in each element' : 'under each name';
    return inside(where, compareValues(before.of, after.of, comparing));
  }
  if (before.kind === 'record' && after.kind === 'record')
    return compareRests(before.rest, after.rest, comparing);
  if (before.kind === 'tuple' && after.kind === 'tuple') return compareTuples(before, after, comparing);
  return [];
}

/** Two types that are no pair: is the new one of a shape that will do? */
function compareNamed(
  before: ValueType & { kind: 'named' },
  after: ValueType & { kind: 'named' },
  comparing: Comparing,
): Facet[] {
  const was = comparing.before.get(before.object);
  const is = comparing.after.get(after.object);
  if (was === undefined || is === undefined)
    return before.object === after.object ? [] : [retyped(before, after)];
  const { sent, answered, differsIn } = comparing.judge(was, is);
  const names = shownList([...new Set(differsIn)].map(quoted), ', ');
  return [
    {
      kind: sent === 'breaking' ? 'retyped' : 'type-renamed',
      answered: answered === 'breaking' ? 'retyped' : 'type-renamed',
      was: quoted(before.object),
      is: names === '' ? quoted(after.object) : `${quoted(after.object)} (it differs in ${names})`,
    },
  ];
}

/** What other names may hold; nothing said is anything. */
function compareRests(
  before: ValueType | undefined,
  after: ValueType | undefined,
  comparing: Comparing,
): Facet[] {
  const was = before ?? { kind: 'any' };
  const is = after ?? { kind: 'any' };
  if (was.kind === is.kind) return inside('under other names', compareValues(was, is, comparing));
  // Who reads the Properties does not see what else comes: that is safe, one way or the other.
  if (was.kind === 'nothing' || is.kind === 'any')
    return inside('under other names', [towards('widened', was, is, 'narrowed')]);
  if (is.kind === 'nothing' || was.kind === 'any')
    return inside('under other names', [towards('narrowed', was, is)]);
  return inside('under other names', compareValues(was, is, comparing));
}

function compareTuples(
  before: ValueType & { kind: 'tuple' },
  after: ValueType & { kind: 'tuple' },
  comparing: Comparing,
): Facet[] {
  if (before.items.length !== after.items.length) return [retyped(before, after)];
  const facets = before.items.flatMap((item, index) =>
    inside(`in part ${index + 1}`, compareValues(item, after.items[index] ?? item, comparing)),
  );
  return [...facets, ...compareRests(before.rest, after.rest, comparing)];
}

function compareKinds(before: ValueType, after: ValueType, comparing: Comparing): Facet[] {
  const changesHold = holdingOf(before, comparing.before) !== holdingOf(after, comparing.after);
  const answered = changesHold ? 'retyped' : undefined;
  if (after.kind === 'any' || isWide(after, before)) return [towards('widened', before, after, answered)];
  if (before.kind === 'any' || isWide(before, after)) return [towards('narrowed', before, after, answered)];
  return [retyped(before, after)];
}

/** Alternatives that are the same on both sides do not differ; one gone and one come are compared. */
function compareAlternatives(before: ValueType, after: ValueType, comparing: Comparing): Facet[] {
  const was = alternativesOf(before);
  const is = alternativesOf(after);
  const plainlyGone = was.filter((one) => !is.some((other) => isPlainlySame(one, other, comparing)));
  const plainlyCome = is.filter((other) => !was.some((one) => isPlainlySame(one, other, comparing)));
  const compared = (one: ValueType, other: ValueType): Facet[] =>
    compareValues(one, other, comparing).filter((facet) => !isAboutNull(facet));
  const fits = (one: ValueType, other: ValueType): boolean => compared(one, other).every(isOnlyRenamed);
  const removed = plainlyGone.filter((one) => !is.some((other) => fits(one, other)));
  const added = plainlyCome.filter((other) => !was.some((one) => fits(one, other)));
  const [gone] = removed;
  const [come] = added;
  if (removed.length === 1 && added.length === 1 && gone !== undefined && come !== undefined) {
    const facets = compared(gone, come);
    if (!facets.some(({ kind }) => kind === 'retyped')) return inside('in one alternative', facets);
  }
  if (removed.length === was.length && added.length === is.length) return [retyped(before, after)];
  const changesHold = holdingOf(before, comparing.before) !== holdingOf(after, comparing.after);
  const whole = { was: shownValue(before), is: shownValue(after) };
  const answered = changesHold ? ({ answered: 'retyped', answeredTold: whole } as const) : {};
  return [
    ...plainlyGone.flatMap((one) => renamedAmong(one, plainlyCome, compared)),
    ...alternativeFacet('alternative-removed', removed, answered),
    ...alternativeFacet('alternative-added', added, answered),
  ];
}

function isOnlyRenamed({ kind, answered = kind }: Facet): boolean {
  return kind === 'type-renamed' && answered === kind;
}

/** Seen without a closer look. A name alone says little: alternatives may have changed theirs. */
function isPlainlySame(before: ValueType, after: ValueType, comparing: Comparing): boolean {
  if (before.kind === 'named' || after.kind === 'named') return isPair(before, after, comparing);
  const text = JSON.stringify(before);
  return text === JSON.stringify(after) && !text.includes('"kind":"named"');
}

/** The alternative that took the place of one, where that changes no more than a name. */
function renamedAmong(
  one: ValueType,
  others: readonly ValueType[],
  compared: (one: ValueType, other: ValueType) => Facet[],
): Facet[] {
  const candidates = others
    .map((other) => compared(one, other))
    .filter((facets) => facets.every(isOnlyRenamed));
  return candidates.some((facets) => facets.length === 0) ? [] : (candidates[0] ?? []);
}

function alternativeFacet(
  kind: 'alternative-added' | 'alternative-removed',
  alternatives: readonly ValueType[],
  answered: Pick<Facet, 'answered' | 'answeredTold'>,
): Facet[] {
  if (alternatives.length === 0) return [];
  const shown = shownList(alternatives.map(shownValue), ' or ');
  return [{ kind, ...answered, was: shown, is: shown }];
}

function alternativesOf(value: ValueType): readonly ValueType[] {
  return value.kind === 'one-of' ? value.of : [value];
}

/** Whether a whole value may be null is told of it and not of its alternatives. */
function isAboutNull({ kind, inside: where }: Facet): boolean {
  return where === undefined && (kind === 'became-nullable' || kind === 'no-longer-nullable');
}
