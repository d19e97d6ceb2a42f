import { quoted } from '../base/visible-text.js';
import type { Connector } from '../model/connector.js';
import type { ServerVariableDefinition } from '../model/definition.js';
import type { Authentication } from '../model/service-instance.js';
import { canonicalJson } from './canonical-json.js';
import { compareCredentials } from './compare-credentials.js';
import type { Finding } from './make-change.js';
import { shownList } from './values/shown-value.js';

/** How two Connectors differ as a whole: where they call, and how they prove who is calling. */
export function compareHeads(before: Connector, after: Connector): Finding[] {
  const sendsOne = after.settings.authentication.mode !== 'none';
  return [
    ...compareServiceUrls(before.serviceUrl, after.serviceUrl),
    ...compareVariables(before.variables, after.variables),
    ...compareAuthentication(before.settings.authentication, after.settings.authentication),
    ...compareCredentials(before.credentials, after.credentials, sendsOne),
  ];
}

function compareServiceUrls(before: string | undefined, after: string | undefined): Finding[] {
  if (before === after) return [];
  if (before === undefined) return [{ code: 'service-url-added', is: quoted(after ?? '') }];
  if (after === undefined) return [{ code: 'service-url-removed', was: quoted(before) }];
  return [{ code: 'service-url-changed', was: quoted(before), is: quoted(after) }];
}

type Variables = Connector['variables'];

function compareVariables(before: Variables, after: Variables): Finding[] {
  const names = Object.keys(before);
  const gone = names.filter((name) => !Object.hasOwn(after, name));
  const come = Object.entries(after).filter(([name]) => !Object.hasOwn(before, name));
  return [
    ...gone.map((name): Finding => ({ code: 'service-url-variable-removed', was: quoted(name) })),
    ...come.map(([name, { default: usual }]): Finding => {
      const code = usual === undefined ? 'service-url-variable-added-required' : 'service-url-variable-added';
      return { code, is: quoted(name) };
    }),
    ...names.flatMap((name) => compareVariable(name, before[name], after[name])),
  ];
}

function compareVariable(
  name: string,
  before: ServerVariableDefinition | undefined,
  after: ServerVariableDefinition | undefined,
): Finding[] {
  if (before === undefined || after === undefined) return [];
  const shown = (usual: string | undefined): string => (usual === undefined ? 'nothing' : quoted(usual));
  const inside = quoted(name);
  return [
    ...(before.default === after.default
      ? []
      : [
          {
            code: 'service-url-variable-default-changed',
            was: shown(before.default),
            is: shown(after.default),
            inside,
          } as const,
        ]),
    ...compareVariableValues(before.values, after.values).map((finding) => ({ ...finding, inside })),
  ];
}

/** Without a list, any value may be given. */
function compareVariableValues(before?: readonly string[], after?: readonly string[]): Finding[] {
  const shown = (values: readonly string[]): string => shownList(values.map(quoted), ', ');
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [{ code: 'service-url-variable-value-removed', was: `other than ${shown(after ?? [])}` }];
  if (after === undefined) return [{ code: 'service-url-variable-value-added', is: 'any text' }];
  const removed = before.filter((value) => !after.includes(value));
  const added = after.filter((value) => !before.includes(value));
  return [
    ...(removed.length === 0
      ? []
      : [{ code: 'service-url-variable-value-removed', was: shown(removed) } as const]),
    ...(added.length === 0 ? [] : [{ code: 'service-url-variable-value-added', is: shown(added) } as const]),
  ];
}

/** Names of settings are told, never what they hold. */
function compareAuthentication(before: Authentication, after: Authentication): Finding[] {
  if (before.mode !== after.mode)
    return [{ code: 'authentication-mode-changed', was: quoted(before.mode), is: quoted(after.mode) }];
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  const changed = names.filter((name) => canonicalJson(was.get(name)) !== canonicalJson(is.get(name)));
  return changed.length === 0
    ? []
    : [{ code: 'authentication-setting-changed', is: changed.map(quoted).join(', ') }];
}
