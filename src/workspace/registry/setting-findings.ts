import type { Authentication, OAuthAuthentication } from '../../model/service-instance.js';
import { pathFault } from '../folders/path-fault.js';
import { isReservedFileName } from '../folders/reserved-file-name.js';
import type { RegistrationFinding } from './registration-finding.js';
import { isLiteralSecret, namesVariables, secretInUrl } from './secret-rules.js';
import type { ServiceInstanceEntries, ServiceInstanceEntry } from './service-instances-schema.js';

/** What a JSON Schema cannot say: names alike but for case, secrets in clear, paths and addresses that lead astray. */
export function settingFindings(entries: ServiceInstanceEntries): RegistrationFinding[] {
  return [
    ...nameFindings(Object.keys(entries)),
    ...Object.entries(entries).flatMap(([name, entry]) => entryFindings(name, entry)),
  ];
}

function nameFindings(names: readonly string[]): RegistrationFinding[] {
  const seen = new Map<string, string>();
  const findings: RegistrationFinding[] = [];
  for (const name of names) {
    const other = seen.get(name.toLowerCase());
    const what = other === undefined ? nameFault(name) : `the name differs from '${other}' only in case`;
    if (what !== undefined) findings.push({ path: [name], what, advice: 'Choose another name' });
    seen.set(name.toLowerCase(), name);
  }
  return findings;
}

function nameFault(name: string): string | undefined {
  return isReservedFileName(name)
    ? 'Windows keeps this name for a device, so no folder can have it'
    : undefined;
}

function entryFindings(name: string, entry: ServiceInstanceEntry): RegistrationFinding[] {
  return [
    ...fileFindings([name, 'descriptor', 'file'], entry.descriptor.file),
    ...urlFindings([name, 'descriptor', 'source'], entry.descriptor.source),
    ...serviceUrlFindings([name, 'serviceUrl'], entry.serviceUrl),
    ...credentialFindings([name, 'authentication'], entry.authentication),
    ...headerFindings([name, 'defaultHeaders'], entry.defaultHeaders ?? {}),
  ];
}

function fileFindings(path: readonly string[], file: string): RegistrationFinding[] {
  const fault = pathFault(file);
  if (fault === undefined) return [];
  return [
    { path, what: `the path ${fault}`, advice: 'Give a path inside this folder, as descriptors/nwc.json' },
  ];
}

function urlFindings(path: readonly string[], url: string): RegistrationFinding[] {
  const secret = secretInUrl(url);
  if (secret === undefined) return [];
  return [
    {
      path,
      what: secret,
      advice: 'Leave it out, or name an environment variable in the query: ?key=${API_KEY}',
    },
  ];
}

function serviceUrlFindings(path: readonly string[], url: string | undefined): RegistrationFinding[] {
  if (url === undefined) return [];
  if (isHttpUrl(url)) return urlFindings(path, url);
  return [
    { path, what: 'must be an http or https URL', advice: 'Write it whole, as https://api.example.com/v1' },
  ];
}

/** A variable may stand for any part behind the scheme, so something is put in its place to look at the rest. */
function isHttpUrl(url: string): boolean {
  const filled = url.replace(/\$\{[A-Za-z_][A-Za-z0-9_]*\}/g, '1');
  return (/^https?:\/\//i.test(filled) && URL.canParse(filled)) || /^\$\{[A-Za-z_][A-Za-z0-9_]*\}/.test(url);
}

function credentialFindings(
  path: readonly string[],
  given: Authentication | undefined,
): RegistrationFinding[] {
  switch (given?.mode) {
    case 'static':
      return literalFindings([...path, 'password'], given.password, '${PASSWORD}');
    case 'bearer':
      return literalFindings([...path, 'token'], given.token, '${TOKEN}');
    case 'api-key':
      return literalFindings([...path, 'value'], given.value, '${API_KEY}');
    case 'oauth':
      return oauthFindings(path, given);
    default:
      return [];
  }
}

function oauthFindings(
  path: readonly string[],
  { flow, tokenUrl, clientSecret, refreshToken, parameters = {} }: OAuthAuthentication<string>,
): RegistrationFinding[] {
  const lacks = flow === 'refresh-token' ? refreshToken === undefined : clientSecret === undefined;
  const wanted = flow === 'refresh-token' ? 'refreshToken' : 'clientSecret';
  return [
    ...tokenUrlFindings([...path, 'tokenUrl'], tokenUrl),
    ...(lacks
      ? [{ path, what: `${wanted} is missing`, advice: `The flow ${flow} needs it: "\${VARIABLE}"` }]
      : []),
    ...(clientSecret === undefined
      ? []
      : literalFindings([...path, 'clientSecret'], clientSecret, '${CLIENT_SECRET}')),
    ...(refreshToken === undefined
      ? []
      : literalFindings([...path, 'refreshToken'], refreshToken, '${REFRESH_TOKEN}')),
    ...headerFindings([...path, 'parameters'], parameters),
  ];
}

function tokenUrlFindings(path: readonly string[], url: string): RegistrationFinding[] {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return urlFindings(path, url);
  return [
    {
      path,
      what: 'must be an http or https URL',
      advice: 'Write it whole, as https://login.example.com/token',
    },
  ];
}

function literalFindings(path: readonly string[], value: string, form: string): RegistrationFinding[] {
  return namesVariables(value) ? [] : [secretInClear(path, form)];
}

function headerFindings(
  path: readonly string[],
  headers: Readonly<Record<string, string>>,
): RegistrationFinding[] {
  return Object.entries(headers)
    .filter(([name, value]) => isLiteralSecret(name, value))
    .map(([name]) =>
      secretInClear([...path, name], /^authorization$/i.test(name) ? 'Bearer ${TOKEN}' : '${TOKEN}'),
    );
}

function secretInClear(path: readonly string[], form: string): RegistrationFinding {
  const advice = `Put it into an environment variable and name that here: "${form}"`;
  return { path, what: 'a secret must not stand here in clear', advice };
}
