import { quoted } from '../base/visible-text.js';
import type { Connector, Method } from '../model/connector.js';
import { compareAnswers } from './compare-answers.js';
import { compareCredentials } from './compare-credentials.js';
import { compareEnds } from './compare-ends.js';
import { compareInputs } from './compare-inputs.js';
import { compareMediaTypes } from './compare-media-types.js';
import type { Finding } from './make-change.js';
import { type PlacedMethod, plainPath } from './matching/match-methods.js';
import type { MethodFinding } from './method-finding.js';
import type { Comparing } from './values/comparing.js';

/** How a Method differs from what it was. */
export function compareMethod(
  before: PlacedMethod,
  after: PlacedMethod,
  connectors: { readonly before: Connector; readonly after: Connector },
  comparing: Comparing,
): MethodFinding[] {
  const was = before.method;
  const is = after.method;
  const answers = compareAnswers(was, is, comparing);
  return [
    ...compareNames(before, after),
    ...compareTypes(was, is),
    ...compareCalls(was, is),
    ...compareEnds('method', was, is),
    ...compareAnnouncements(was.announcedBy, is.announcedBy),
    ...compareOwnCredentials(was, is, connectors),
    ...(hasBody(was) && hasBody(is)
      ? compareMediaTypes('request', was.requestMediaTypes, is.requestMediaTypes)
      : []),
    ...compareInputs(was, is, comparing),
    ...answers,
    ...(answers.some(({ code }) => code === 'answer-retyped') ? [] : comparePaging(was, is)),
  ];
}

function compareNames(before: PlacedMethod, after: PlacedMethod): Finding[] {
  if (before.object !== after.object)
    return [{ code: 'method-moved', was: fullName(before), is: fullName(after) }];
  const was = before.method.systemName;
  const is = after.method.systemName;
  return was === is ? [] : [{ code: 'method-renamed', was: quoted(was), is: quoted(is) }];
}

function fullName({ object, method }: PlacedMethod): string {
  return quoted(`${object}.${method.systemName}`);
}

/** Where a Method that answered nothing answers now, that is no other way of calling it. */
function compareTypes(before: Method, after: Method): Finding[] {
  if (before.type === after.type || before.type === 'execute') return [];
  return [{ code: 'method-retyped', was: quoted(before.type), is: quoted(after.type) }];
}

function compareCalls({ call: before }: Method, { call: after }: Method): Finding[] {
  const own = (url: string | undefined): string =>
    url === undefined ? "the Service Instance's URL" : quoted(url);
  return [
    ...(before.verb === after.verb
      ? []
      : [{ code: 'method-verb-changed', was: quoted(before.verb), is: quoted(after.verb) } as const]),
    ...(plainPath(before.path) === plainPath(after.path)
      ? []
      : [{ code: 'method-wire-path-changed', was: quoted(before.path), is: quoted(after.path) } as const]),
    ...(before.serviceUrl === after.serviceUrl
      ? []
      : [
          {
            code: 'method-service-url-changed',
            was: own(before.serviceUrl),
            is: own(after.serviceUrl),
          } as const,
        ]),
  ];
}

function compareAnnouncements(before: readonly string[] = [], after: readonly string[] = []): Finding[] {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  return [
    ...gone.map((name): Finding => ({ code: 'deprecation-header-withdrawn', was: quoted(name) })),
    ...come.map((name): Finding => ({ code: 'deprecation-header-announced', is: quoted(name) })),
  ];
}

/** What the whole Connector asks for is told of it, and not of every Method. */
function compareOwnCredentials(
  { credentials: was }: Method,
  { credentials: is }: Method,
  { before, after }: { readonly before: Connector; readonly after: Connector },
): Finding[] {
  if (was === undefined && is === undefined) return [];
  const sendsOne = after.settings.authentication.mode !== 'none';
  return compareCredentials(was ?? before.credentials, is ?? after.credentials, sendsOne);
}

function hasBody({ inputs }: Method): boolean {
  return inputs.some(({ definition }) => definition?.in === 'body' || definition?.in === 'field');
}

function comparePaging(before: Method, after: Method): Finding[] {
  if ((before.rows === undefined) === (after.rows === undefined)) return [];
  return [{ code: after.rows === undefined ? 'paging-removed' : 'paging-added' }];
}
