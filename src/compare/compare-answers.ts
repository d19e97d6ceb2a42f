import { quoted } from '../base/visible-text.js';
import type { Answer, Method, Output, ValueType } from '../model/connector.js';
import { HTTP_OUTPUTS } from '../model/names.js';
import { compareMediaTypes } from './compare-media-types.js';
import type { Finding } from './make-change.js';
import { type MethodFinding, sameOutput } from './method-finding.js';
import { compareValues } from './values/compare-values.js';
import type { Comparing } from './values/comparing.js';
import { answeredCode, type Facet } from './values/facet.js';
import { shownValue } from './values/shown-value.js';

/** How two Methods differ in what they give back. */
export function compareAnswers(before: Method, after: Method, comparing: Comparing): MethodFinding[] {
  const { pairs, findings } = matchAnswers(before.answers, after.answers);
  const compared = pairs.flatMap(([was, is]) => compareAnswer({ was, is, before, after }, comparing));
  const httpOutputs = compareOutputs(ownOutputs(before), ownOutputs(after), comparing);
  return [...findings, ...compared, ...httpOutputs];
}

interface MatchedAnswers {
  readonly pairs: readonly (readonly [Answer, Answer])[];
  readonly findings: readonly MethodFinding[];
}

/** Answers of one code; and one that went with one that came, where both are alone. */
function matchAnswers(before: readonly Answer[], after: readonly Answer[]): MatchedAnswers {
  const pairs = before.flatMap((was): [Answer, Answer][] => {
    const is = after.find(({ codes }) => codes === was.codes);
    return is === undefined ? [] : [[was, is]];
  });
  const gone = before.filter(({ codes }) => !after.some((answer) => answer.codes === codes));
  const come = after.filter(({ codes }) => !before.some((answer) => answer.codes === codes));
  const [was, ...moreGone] = gone;
  const [is, ...moreCome] = come;
  if (was !== undefined && is !== undefined && moreGone.length + moreCome.length === 0) {
    const told = { was: quoted(was.codes), is: quoted(is.codes) };
    // A code that was not described before is not another one now.
    const isNews = isUndescribed(was) || isUndescribed(is);
    return {
      pairs: [...pairs, [was, is]],
      findings: isNews ? [] : [{ code: 'success-code-changed', ...told }],
    };
  }
  return {
    pairs,
    findings: [
      ...gone.map(({ codes }): MethodFinding => ({ code: 'success-code-removed', was: quoted(codes) })),
      ...come.map(({ codes }): MethodFinding => ({ code: 'success-code-added', is: quoted(codes) })),
    ],
  };
}

/** What stands for an operation that describes no success. */
function isUndescribed({ definition, value }: Answer): boolean {
  return definition.as === 'text' && value === undefined;
}

interface AnswerPair {
  readonly was: Answer;
  readonly is: Answer;
  readonly before: Method;
  readonly after: Method;
}

function compareAnswer(pair: AnswerPair, comparing: Comparing): MethodFinding[] {
  const { was, is } = pair;
  if (was.definition.as !== is.definition.as) return compareForms(was, is);
  if (was.value === undefined || is.value === undefined) return [];
  const media = compareMediaTypes('answer', was.mediaTypes, is.mediaTypes);
  const facets = compareValues(was.value, is.value, comparing);
  const isRecord = was.definition.as === 'record';
  return [...media, ...(isRecord ? compareRecords(pair, facets, comparing) : compareSole(pair, facets))];
}

function compareForms(was: Answer, is: Answer): MethodFinding[] {
  const hadNothing = was.definition.as === 'nothing' || isUndescribed(was);
  if (hadNothing && is.value === undefined) return [];
  if (hadNothing) return [{ code: 'answer-described', is: shownAnswer(is) }];
  return [{ code: 'answer-retyped', was: shownAnswer(was), is: shownAnswer(is) }];
}

function shownAnswer({ value }: Answer): string {
  return value === undefined ? 'nothing' : shownValue(value);
}

/** The one output of an answer that is one value. */
function compareSole({ was, before }: AnswerPair, facets: readonly Facet[]): MethodFinding[] {
  const output = before.outputs.find(
    ({ value, systemName }) => isSame(value, was.value) && !HTTP_OUTPUTS.has(systemName),
  );
  return facets.map((facet) => ({
    ...plain(facet),
    code: answeredCode(facet),
    ...(output === undefined ? {} : { output: sameOutput(output) }),
  }));
}

function isSame(one: ValueType, other: ValueType | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Answers whose Properties are the outputs. Of types that are a pair, and of alternatives that all are, the types
 * tell what changed; else the outputs are compared one by one.
 */
function compareRecords(pair: AnswerPair, facets: readonly Facet[], comparing: Comparing): MethodFinding[] {
  const isOther = facets.some(({ kind, answered = kind, inside }) => {
    return inside === undefined && !answered.endsWith('-nullable') && !answered.startsWith('limits-');
  });
  if (!isOther) return facets.map((facet) => ({ ...plain(facet), code: answeredCode(facet) }));
  const outputs = compareOutputs(
    recordOutputs(pair.was, pair.before),
    recordOutputs(pair.is, pair.after),
    comparing,
  );
  const whole = facets
    .filter(({ kind, answered = kind }) => answered !== 'retyped' || outputs.length === 0)
    .map((facet): MethodFinding => ({ ...plain(facet), code: answeredCode(facet) }));
  return [...whole, ...outputs];
}

/** A finding needs no more of a facet than its words. */
function plain({ was, is, answeredTold = { was, is }, inside }: Facet): Omit<Finding, 'code'> {
  return inside === undefined ? answeredTold : { ...answeredTold, inside };
}

function recordOutputs({ definition }: Answer, { outputs }: Method): Output[] {
  if (definition.as !== 'record') return [];
  return outputs.filter(({ systemName }) => Object.hasOwn(definition.properties, systemName));
}

/** The outputs that every Method has, or that settings add. */
function ownOutputs({ outputs }: Method): Output[] {
  return outputs.filter(({ systemName }) => HTTP_OUTPUTS.has(systemName));
}

function compareOutputs(
  before: readonly Output[],
  after: readonly Output[],
  comparing: Comparing,
): MethodFinding[] {
  const later = new Map(after.map((output) => [output.systemName, output]));
  const earlier = new Set(before.map(({ systemName }) => systemName));
  const gone = before.filter(({ systemName }) => !later.has(systemName));
  const come = after.filter(({ systemName }) => !earlier.has(systemName));
  return [
    ...gone.map(
      (output): MethodFinding => ({ code: 'output-removed', output: { before: output.systemName } }),
    ),
    ...come.map((output): MethodFinding => ({ code: 'output-added', output: { after: output.systemName } })),
    ...before.flatMap((was) => compareOutput(was, later.get(was.systemName), comparing)),
  ];
}

function compareOutput(before: Output, after: Output | undefined, comparing: Comparing): MethodFinding[] {
  if (after === undefined) return [];
  return compareValues(before.value, after.value, comparing).map((facet) => ({
    ...plain(facet),
    code: answeredCode(facet),
    output: sameOutput(before),
  }));
}
