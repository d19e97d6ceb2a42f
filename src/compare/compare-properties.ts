import { quoted } from '../base/visible-text.js';
import type { Property } from '../model/connector.js';
import { compareDefaults } from './compare-defaults.js';
import { compareEnds } from './compare-ends.js';
import { isSole } from './matching/is-sole.js';
import { areAlike, matchNames } from './matching/match-names.js';
import { both, facetFinding, type TypeFinding } from './type-finding.js';
import { compareValues } from './values/compare-values.js';
import type { Comparing } from './values/comparing.js';

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
