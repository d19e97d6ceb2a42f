import { quoted } from '../base/visible-text.js';
import type { Input, Method } from '../model/connector.js';
import type { InputDefinition } from '../model/definition.js';
import { compareDefaults } from './compare-defaults.js';
import { compareEnds } from './compare-ends.js';
import type { Finding } from './make-change.js';
import { matchInputs } from './matching/match-inputs.js';
import type { MethodFinding } from './method-finding.js';
import { compareValues } from './values/compare-values.js';
import type { Comparing } from './values/comparing.js';
import { sentCode } from './values/facet.js';

/** How two Methods differ in what a caller gives them. */
export function compareInputs(before: Method, after: Method, comparing: Comparing): MethodFinding[] {
  const { kept, renamed, gone, come } = matchInputs(before, after, comparing);
  return [
    ...gone.map((input): MethodFinding => ({ code: 'input-removed', input: { before: input } })),
    ...come.map((input): MethodFinding => {
      return { code: input.required ? 'input-added-required' : 'input-added', input: { after: input } };
    }),
    ...renamed.flatMap(([was, is]) =>
      withInputs(was, is, [renamedFinding(was, is), ...compareInput(was, is, comparing)]),
    ),
    ...kept.flatMap(([was, is]) =>
      withInputs(was, is, [...compareWireNames(was, is), ...compareInput(was, is, comparing)]),
    ),
  ];
}

function withInputs(before: Input, after: Input, findings: readonly Finding[]): MethodFinding[] {
  return findings.map((finding) => ({ ...finding, input: { before, after } }));
}

function renamedFinding(before: Input, after: Input): Finding {
  return { code: 'input-renamed', was: quoted(before.systemName), is: quoted(after.systemName) };
}

function compareWireNames(before: Input, after: Input): Finding[] {
  // The body of a request has no name on the wire.
  if (before.wireName === after.wireName || before.definition?.in === 'body') return [];
  return [{ code: 'input-wire-name-changed', was: quoted(before.wireName), is: quoted(after.wireName) }];
}

function compareInput(before: Input, after: Input, comparing: Comparing): Finding[] {
  return [
    ...compareRequired(before, after),
    ...compareValues(before.value, after.value, comparing).map((facet) => ({
      ...facet,
      code: sentCode(facet),
    })),
    ...compareDefaults(before, after),
    ...compareEnds('input', before, after),
    ...comparePlaces(before.definition, after.definition),
  ];
}

function compareRequired(before: Input, after: Input): Finding[] {
  if (before.required === after.required) return [];
  return [{ code: after.required ? 'input-became-required' : 'input-became-optional' }];
}

function comparePlaces(before: InputDefinition | undefined, after: InputDefinition | undefined): Finding[] {
  if (before === undefined || after === undefined) return [];
  if (before.in !== after.in)
    return [{ code: 'input-place-changed', was: placeName(before.in), is: placeName(after.in) }];
  // How a body is written, its media type tells.
  if (before.in === 'body' || isWrittenAlike(before, after)) return [];
  return [{ code: 'input-encoding-changed' }];
}

function isWrittenAlike(before: InputDefinition, after: InputDefinition): boolean {
  return (
    before.style === after.style &&
    before.explode === after.explode &&
    before.allowReserved === after.allowReserved &&
    before.mediaType === after.mediaType
  );
}

function placeName(place: InputDefinition['in']): string {
  return { path: 'path', query: 'query', header: 'headers', cookie: 'cookies', body: 'body', field: 'form' }[
    place
  ];
}
