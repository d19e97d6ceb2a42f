import { compareText } from '../base/compare-text.js';
import type { Problem } from '../base/problem.js';
import type { Answer, Method, ValueType } from '../model/connector.js';
import type { ServiceInstanceSettings } from '../model/service-instance.js';
import type { NormalOperation } from '../normalize/normal-descriptor.js';
import { allocateNames, nameGiven } from './allocate-names.js';
import { describeAnswers } from './describe-answers.js';
import { describeCredentials } from './describe-credentials.js';
import { describeInputs } from './describe-inputs.js';
import type { DescribedTypes } from './described-types.js';
import { methodNameOf, readableNameOf } from './method-name.js';
import { answersDiffer, nameChanged } from './problems.js';
import { RESERVED_FOR_METHODS } from './reserved-names.js';
import { serviceUrlOf } from './service-url.js';

/** The operations of one group as Methods, by system name. */
export function describeMethods(
  operations: readonly NormalOperation[],
  types: DescribedTypes,
  settings: ServiceInstanceSettings,
  problems: Problem[],
): Method[] {
  const wishes = operations.map((operation) => ({ id: idOf(operation), name: methodNameOf(operation) }));
  const names = allocateNames(wishes, RESERVED_FOR_METHODS);
  const methods = operations.map((operation) => {
    const { systemName, renamed } = nameGiven(names, idOf(operation));
    if (renamed) {
      const wireName = methodNameOf(operation);
      problems.push(nameChanged(operation.pointer, { thing: 'the Method', wireName, systemName }));
    }
    return describeMethod(operation, systemName, types, settings, problems);
  });
  return methods.sort((left, right) => compareText(left.systemName, right.systemName));
}

/** Paths that refer to one Path Item share its operations: where they stand does not tell them apart. */
function idOf({ pointer, path, pathKey = path }: NormalOperation): string {
  return `${pointer} ${pathKey}`;
}

function describeMethod(
  operation: NormalOperation,
  systemName: string,
  types: DescribedTypes,
  settings: ServiceInstanceSettings,
  problems: Problem[],
): Method {
  const { inputs, form, mediaTypes } = describeInputs(operation, types, settings, problems);
  const { answers, outputs, type, accept, rows } = describeAnswers(operation, types, settings);
  if (differ(answers)) {
    const codes = answers.map((answer) => answer.codes).join(', ');
    problems.push(answersDiffer(operation.pointer, { method: systemName, codes }));
  }
  return {
    systemName,
    displayName: operation.displayName ?? readableNameOf(operation),
    wireName: methodNameOf(operation),
    type,
    ...remarksOf(operation),
    pointer: operation.pointer,
    inputs,
    outputs,
    answers,
    ...(mediaTypes === undefined ? {} : { requestMediaTypes: mediaTypes }),
    ...(operation.security === undefined
      ? {}
      : { credentials: describeCredentials(operation.security, types.securitySchemes) }),
    ...(rows === undefined ? {} : { rows }),
    call: callOf(operation, form, accept),
  };
}

/** What the descriptor says about a Method, and not of how it is called. */
function remarksOf(
  operation: NormalOperation,
): Pick<Method, 'description' | 'deprecated' | 'sunset' | 'announcedBy' | 'internal'> {
  const { description, deprecated, sunset, internal } = operation;
  return {
    ...(description === undefined ? {} : { description }),
    ...(deprecated ? { deprecated: true } : {}),
    ...(sunset === undefined ? {} : { sunset }),
    ...announcementsOf(operation),
    ...(internal ? { internal: true } : {}),
  };
}

function callOf(
  { verb, path, servers, nextLinkName, security }: NormalOperation,
  form: Method['call']['form'],
  accept: string | undefined,
): Method['call'] {
  const serviceUrl = servers === undefined ? undefined : serviceUrlOf(servers);
  return {
    verb,
    path,
    ...(form === undefined ? {} : { form }),
    ...(accept === undefined ? {} : { accept }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(nextLinkName === undefined ? {} : { nextLink: nextLinkName }),
    ...(security?.length === 0 ? { anonymous: true } : {}),
  };
}

function differ(answers: readonly Answer[]): boolean {
  if (answers.length < 2) return false;
  return new Set(answers.flatMap(({ value }) => (value === undefined ? [] : [typeTextOf(value)]))).size > 1;
}

/** Answers that differ only in what they limit are of one type. */
function typeTextOf(value: ValueType): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'limits' ? undefined : part));
}

const ANNOUNCEMENTS: readonly string[] = ['Deprecation', 'Sunset'];

function announcementsOf({ answers }: NormalOperation): Pick<Method, 'announcedBy'> {
  const headers = new Set(answers.flatMap((answer) => answer.headers.map(({ name }) => name.toLowerCase())));
  const announcedBy = ANNOUNCEMENTS.filter((name) => headers.has(name.toLowerCase()));
  return announcedBy.length === 0 ? {} : { announcedBy };
}
