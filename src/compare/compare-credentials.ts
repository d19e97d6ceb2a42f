import { quoted } from '../base/visible-text.js';
import type { AcceptedCredentials, Credential, CredentialFlow } from '../model/credential.js';
import type { Finding } from './make-change.js';
import { shownList } from './values/shown-value.js';

type Alternative = readonly Credential[];

/**
 * What a service takes as proof of who is calling.
 *
 * @param sendsOne whether the Service Instance sends a credential already
 */
export function compareCredentials(
  before: AcceptedCredentials | undefined,
  after: AcceptedCredentials | undefined,
  sendsOne: boolean,
): Finding[] {
  const was = telling(before);
  const is = telling(after);
  const shown = (alternatives: AcceptedCredentials): string =>
    shownList(alternatives.map(shownAlternative), ' or ');
  if (isNeeded(before) && !isNeeded(after))
    return [{ code: 'credential-no-longer-required', was: shown(was) }];
  if (!isNeeded(before) && isNeeded(after) && was.length === 0)
    return [{ code: sendsOne ? 'credential-added' : 'credential-required', is: shown(is) }];
  const removed = was.filter((one) => !is.some((other) => shownAlternative(one) === shownAlternative(other)));
  const added = is.filter((other) => !was.some((one) => shownAlternative(one) === shownAlternative(other)));
  return [
    ...(isNeeded(after) && !isNeeded(before)
      ? [{ code: 'credential-required', is: shown(is) } as const]
      : []),
    ...(removed.length === 0 ? [] : [{ code: 'credential-removed', was: shown(removed) } as const]),
    ...(added.length === 0 ? [] : [{ code: 'credential-added', is: shown(added) } as const]),
    ...was.flatMap((one) => compareAlternative(one, nearest(one, is))),
  ];
}

function telling(accepted: AcceptedCredentials = []): AcceptedCredentials {
  return accepted.filter((alternative) => alternative.length > 0);
}

function isNeeded(accepted: AcceptedCredentials = []): boolean {
  return accepted.length > 0 && accepted.every((alternative) => alternative.length > 0);
}

/** Of alternatives of one kind, the one that is just the same. */
function nearest(one: Alternative, others: AcceptedCredentials): Alternative | undefined {
  const alike = others.filter((other) => shownAlternative(one) === shownAlternative(other));
  return alike.find((other) => JSON.stringify(other) === JSON.stringify(one)) ?? alike[0];
}

function compareAlternative(before: Alternative, after: Alternative | undefined): Finding[] {
  if (after === undefined) return [];
  return before.flatMap((was) => {
    const is = after.find((credential) => shownAlternative([credential]) === shownAlternative([was]));
    return is === undefined ? [] : [...compareScopes(was, is), ...compareFlows(was, is)];
  });
}

function compareScopes({ scopes: before = [] }: Credential, { scopes: after = [] }: Credential): Finding[] {
  const removed = before.filter((scope) => !after.includes(scope));
  const added = after.filter((scope) => !before.includes(scope));
  const shown = (scopes: readonly string[]): string => shownList(scopes.map(quoted), ', ');
  return [
    ...(removed.length === 0 ? [] : [{ code: 'scope-removed', was: shown(removed) } as const]),
    ...(added.length === 0 ? [] : [{ code: 'scope-added', is: shown(added) } as const]),
  ];
}

function compareFlows(before: Credential, after: Credential): Finding[] {
  if (before.kind !== 'oauth' || after.kind !== 'oauth') return [];
  const { flows } = after;
  const gone = before.flows.filter(({ flow }) => !flows.some((other) => other.flow === flow));
  const come = flows.filter(({ flow }) => !before.flows.some((other) => other.flow === flow));
  return [
    ...gone.map(({ flow }): Finding => ({ code: 'credential-removed', was: shownFlow(flow) })),
    ...come.map(({ flow }): Finding => ({ code: 'credential-added', is: shownFlow(flow) })),
    ...before.flows.flatMap((was) => compareTokenUrls(was, flows)),
  ];
}

function compareTokenUrls(before: CredentialFlow, flows: readonly CredentialFlow[]): Finding[] {
  const after = flows.find(({ flow }) => flow === before.flow);
  if (before.tokenUrl === undefined || after?.tokenUrl === undefined || before.tokenUrl === after.tokenUrl)
    return [];
  return [{ code: 'token-url-changed', was: quoted(before.tokenUrl), is: quoted(after.tokenUrl) }];
}

/** Its credentials for people, whatever they must allow: what tells alternatives apart. */
function shownAlternative(alternative: Alternative): string {
  return alternative.map(shownCredential).join(' and ');
}

function shownCredential(credential: Credential): string {
  switch (credential.kind) {
    case 'basic':
      return 'user name and password';
    case 'bearer':
      return 'a bearer token';
    case 'api-key':
      return `the ${credential.in} ${quoted(credential.name)}`;
    case 'oauth':
      return 'OAuth 2.0';
    case 'other':
      return quoted(credential.name);
  }
}

function shownFlow(flow: string): string {
  return `OAuth 2.0 with the flow ${quoted(flow)}`;
}
