import { fillEnvironment } from '../base/environment-values.js';
import { SettingError } from '../base/errors.js';
import type { Authentication } from '../model/service-instance.js';
import { readHttpHeaders } from './http-headers.js';

/** A credential: itself, or a function asked for it at each call. Text may name `${VARIABLE}`s. */
export type Credential = string | (() => string | Promise<string>);

/** What `connect` may be given instead of the registered authentication. */
export type AuthenticationOption =
  | { readonly mode: 'none' }
  | { readonly mode: 'impersonate' }
  | { readonly mode: 'static'; readonly userName: Credential; readonly password: Credential }
  | { readonly mode: 'bearer'; readonly token: Credential }
  | {
      readonly mode: 'api-key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: Credential;
    };

/** What one call's credential adds to the request. */
export interface CredentialParts {
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value`, encoded. */
  readonly query?: string;
  /** For masking. */
  readonly secrets: readonly string[];
}

const NOTHING: CredentialParts = { headers: {}, secrets: [] };

const MODES = new Set<unknown>(['none', 'impersonate', 'static', 'bearer', 'api-key']);
const PLACES = new Set<unknown>(['header', 'query', 'cookie']);

/** @throws SettingError `SETTING_INVALID` for a mode that is not known: authors of JavaScript have no type check */
export function checkAuthentication<T extends Authentication | AuthenticationOption>(
  given: T,
  who: string,
): T {
  const known = typeof given === 'object' && given !== null && MODES.has(given.mode);
  if (known && (given.mode !== 'api-key' || PLACES.has(given.in))) return given;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: known ? 'the place of the API key is not known' : 'the authentication mode is not known',
    advice: `Use one of ${[...(known ? PLACES : MODES)].join(', ')}`,
  });
}

/**
 * Asks for the credential at the last moment.
 *
 * @throws SettingError `CREDENTIAL_MISSING` when an environment variable is not set, or nothing is given
 */
export async function authenticate(
  authentication: Authentication | AuthenticationOption,
  who: string,
): Promise<CredentialParts> {
  switch (authentication.mode) {
    case 'none':
    case 'impersonate':
      return NOTHING;
    case 'static': {
      const userName = await secretOf(authentication.userName, who, 'user name');
      const password = await secretOf(authentication.password, who, 'password');
      return basic(userName, password, who);
    }
    case 'bearer': {
      const token = await secretOf(authentication.token, who, 'token');
      return { headers: readHttpHeaders({ authorization: `Bearer ${token}` }, who), secrets: [token] };
    }
    case 'api-key':
      return apiKey(
        authentication.in,
        authentication.name,
        await secretOf(authentication.value, who, 'API key'),
        who,
      );
  }
}

function basic(userName: string, password: string, who: string): CredentialParts {
  // RFC 7617 §2: the user name ends at the first colon.
  if (userName.includes(':')) {
    throw new SettingError('SETTING_INVALID', {
      who,
      what: 'the user name holds a colon, which HTTP Basic cannot carry',
      advice: 'Use another user name or another authentication mode',
    });
  }
  const token = Buffer.from(`${userName}:${password}`, 'utf8').toString('base64');
  return { headers: { authorization: `Basic ${token}` }, secrets: [password, token] };
}

function apiKey(
  place: 'header' | 'query' | 'cookie',
  name: string,
  value: string,
  who: string,
): CredentialParts {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  const secrets = [value, encodeURIComponent(value)];
  if (place === 'query') return { headers: {}, query: pair, secrets };
  return {
    headers: readHttpHeaders(place === 'cookie' ? { cookie: pair } : { [name]: value }, who),
    secrets,
  };
}

async function secretOf(credential: Credential, who: string, what: string): Promise<string> {
  const value: unknown = typeof credential === 'function' ? await credential() : credential;
  const text = typeof value === 'string' && value === credential ? fillEnvironment(value, who) : value;
  if (typeof text === 'string' && text !== '') return text;
  throw new SettingError('CREDENTIAL_MISSING', {
    who,
    what: `the ${what} is ${text === '' ? 'empty' : 'not given'}`,
    advice: 'Set the environment variable, or pass authentication to connect',
  });
}
