import { quoted } from '../base/visible-text.js';
import type { Property, ServiceObject, ValueType } from '../model/connector.js';
import type { ChangeCode } from './change-kinds.js';
import { compareDefaults } from './compare-defaults.js';
import { compareEnds } from './compare-ends.js';
import { compareValues } from './compare-values.js';
import type { Comparing } from './comparing.js';
import { answeredCode, type Facet, sentCode } from './facet.js';
import type { Finding } from './make-change.js';
import { areAlike, matchNames } from './match-names.js';
import { shownValue } from './shown-value.js';

/** One difference between two types: what it is to who sends values of the type, and to who gets them. */
export interface TypeFinding extends Omit<Finding, 'code'> {
  readonly sent?: ChangeCode;
  readonly answered?: ChangeCode;
  /** The words for who gets them, where `answered` needs others. */
  readonly answeredTold?: Pick<Facet, 'was' | 'is'>;
  /** Absent: the type as a whole. */
  readonly before?: Property;
  readonly after?: Property;
}

/** How two types differ in their Properties. */
export function compareProperties(
  before: readonly Property[],
  after: readonly Property[],
  comparing: Comparing,
): TypeFinding[] {
  const { kept, renamed, gone, come } = matchNames(before, after, (one, other) => {
    if (one.wireName === other.wireName) return true;
    if (!isSameShape(one, other, comparing)) return false;
    return areAlike(one.wireName, other.wireName) || (isSole(one, before) && isSole(other, after));
  });
  return [
    ...gone.map((property) => ({ ...both('property-removed'), before: property })),
    ...come.map((property) => ({ ...addedCodes(property), after: property })),
    ...renamed.flatMap(([was, is]) => [
      {
        ...both('property-renamed'),
        before: was,
        after: is,
        was: quoted(was.systemName),
        is: quoted(is.systemName),
      },
      ...compareProperty(was, is, comparing),
    ]),
    ...kept.flatMap(([was, is]) => [...compareWireNames(was, is), ...compareProperty(was, is, comparing)]),
  ];
}

function isSameShape(before: Property, after: Property, comparing: Comparing): boolean {
  if (before.required !== after.required || before.readOnly !== after.readOnly) return false;
  return compareValues(before.value, after.value, comparing).length === 0;
}

/** Of a shape that says something, and that none of its neighbours has. */
export function isSole<T extends { readonly value: ValueType }>({ value }: T, among: readonly T[]): boolean {
  if (!isTelling(value)) return false;
  const shape = JSON.stringify(value);
  return among.filter((other) => JSON.stringify(other.value) === shape).length === 1;
}

/** Values of a shape that few others have. */
function isTelling(value: ValueType): boolean {
  switch (value.kind) {
    case 'named':
    case 'tuple':
    case 'one-of':
      return true;
    case 'choice':
      return value.values.length > 1;
    case 'list':
    case 'map':
      return isTelling(value.of);
    default:
      return false;
  }
}

function both(code: ChangeCode): Pick<TypeFinding, 'sent' | 'answered'> {
  return { sent: code, answered: code };
}

function addedCodes(property: Property): Pick<TypeFinding, 'sent' | 'answered'> {
  return {
    sent: isAskedFor(property) ? 'property-added-required' : 'property-added',
    answered: 'property-added',
  };
}

function isAskedFor({ required, readOnly }: Property): boolean {
  return required && readOnly !== true;
}

function compareWireNames(before: Property, after: Property): TypeFinding[] {
  if (before.wireName === after.wireName) return [];
  const told = { was: quoted(before.wireName), is: quoted(after.wireName) };
  return [{ ...both('property-wire-name-changed'), before, after, ...told }];
}

function compareProperty(before: Property, after: Property, comparing: Comparing): TypeFinding[] {
  const findings: Omit<TypeFinding, 'before' | 'after'>[] = [
    ...compareRequired(before, after),
    ...compareValues(before.value, after.value, comparing).map((facet) => facetFinding(facet)),
    ...compareDefaults(before, after).map(({ code, ...rest }) => ({ ...rest, sent: code })),
    ...compareMarks(before, after),
    ...compareEnds('property', before, after).map(({ code, ...rest }) => ({ ...rest, ...both(code) })),
  ];
  return findings.map((finding) => ({ ...finding, before, after }));
}

function compareRequired(before: Property, after: Property): Pick<TypeFinding, 'sent' | 'answered'>[] {
  if (before.required === after.required) return [];
  const { readOnly, writeOnly } = after;
  return after.required
    ? [
        {
          ...(readOnly === true ? {} : { sent: 'input-became-required' }),
          ...(writeOnly === true ? {} : { answered: 'output-became-required' }),
        },
      ]
    : [
        {
          ...(before.readOnly === true ? {} : { sent: 'input-became-optional' }),
          ...(writeOnly === true ? {} : { answered: 'output-became-optional' }),
        },
      ];
}

/** What is another type is so to everyone: that is told as one kind, whichever way the value goes. */
export function facetFinding(facet: Facet): Omit<TypeFinding, 'before' | 'after'> {
  const { kind, answered = kind, ...rest } = facet;
  return {
    ...rest,
    sent: kind === 'retyped' || kind === 'type-renamed' ? `property-${kind}` : sentCode(facet),
    answered:
      answered === 'retyped' || answered === 'type-renamed' ? `property-${answered}` : answeredCode(facet),
  };
}

function compareMarks(before: Property, after: Property): Pick<TypeFinding, 'sent' | 'answered'>[] {
  const findings: Pick<TypeFinding, 'sent' | 'answered'>[] = [];
  if (before.readOnly !== after.readOnly)
    findings.push({
      sent: after.readOnly === true ? 'property-became-read-only' : 'property-no-longer-read-only',
    });
  if (before.writeOnly !== after.writeOnly)
    findings.push({
      answered: after.writeOnly === true ? 'property-became-write-only' : 'property-no-longer-write-only',
    });
  return findings;
}

/** How two types differ: in what they are, and in their Properties. */
export function compareTypes(
  before: ServiceObject,
  after: ServiceObject,
  comparing: Comparing,
): TypeFinding[] {
  const { value: was, isSingleValue: wasSingle } = before;
  const { value: is, isSingleValue: isSingle } = after;
  if (was === undefined || is === undefined) return [];
  if (wasSingle !== isSingle)
    return [{ ...both('service-object-retyped'), was: shownType(before), is: shownType(after) }];
  if (isSingle === true) return compareProperties(before.properties, after.properties, comparing);
  const facets = was.kind === is.kind ? compareValues(was, is, comparing) : [];
  const whole = facets.map((facet) => facetFinding(facet));
  // What changed in an alternative is told of its type.
  if (was.kind === 'one-of' && is.kind === 'one-of') {
    const isSettled = facets.every(({ kind }) => kind.endsWith('-nullable'));
    const sets = compareProperties(before.properties, after.properties, comparing).filter(
      (finding) => finding.before === undefined || finding.after === undefined,
    );
    return isSettled ? whole : [...whole, ...sets];
  }
  return [...whole, ...compareProperties(before.properties, after.properties, comparing)];
}

/** That the type as a whole may be null, or may not. */
export function isWholeAboutNull({ before, after, sent }: TypeFinding): boolean {
  return before === undefined && after === undefined && sent?.endsWith('-nullable') === true;
}

function shownType({ value, isSingleValue }: ServiceObject): string {
  return value === undefined || isSingleValue !== true ? 'an item with Properties' : shownValue(value);
}
