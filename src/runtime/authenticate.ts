import { fillEnvironment } from '../base/environment-values.js';
import { SettingError } from '../base/errors.js';
import type { Authentication, OAuthAuthentication } from '../model/service-instance.js';
import { authorization, checkedFormat } from './authorization-format.js';
import { readHttpHeaders } from './http-headers.js';

/** A credential: itself, or a function asked for it at each call. Text may name `${VARIABLE}`s. */
export type Credential = string | (() => string | Promise<string>);

/** What `connect` may be given instead of the registered authentication. */
export type AuthenticationOption =
  | { readonly mode: 'none' }
  | { readonly mode: 'impersonate' }
  | {
      readonly mode: 'static';
      readonly userName: Credential;
      readonly password: Credential;
      /** Of the Authorization header: `{0}` is the user name, `{1}` the password. Default `Basic {0}:{1}`. */
      readonly format?: string;
    }
  | {
      readonly mode: 'bearer';
      readonly token: Credential;
      /** Of the Authorization header: `{0}` is the token. Default `Bearer {0}`. */
      readonly format?: string;
    }
  | {
      readonly mode: 'api-key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: Credential;
    }
  | OAuthOption;

/** OAuth 2.0: the token is fetched once for all calls, and again before it expires. */
export interface OAuthOption extends OAuthAuthentication<Credential> {
  /** Told when the service hands out another refresh token: the old one is often void from then on. */
  readonly onRefreshToken?: (refreshToken: string) => void | Promise<void>;
}

/** What one call's credential adds to the request. */
export interface CredentialParts {
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value`, encoded. */
  readonly query?: string;
  /** For masking. */
  readonly secrets: readonly string[];
}

const NOTHING: CredentialParts = { headers: {}, secrets: [] };

const MODES = new Set<unknown>(['none', 'impersonate', 'static', 'bearer', 'api-key', 'oauth']);
const PLACES = new Set<unknown>(['header', 'query', 'cookie']);
const FLOWS = new Set<unknown>(['client-credentials', 'refresh-token']);

/** @throws SettingError `SETTING_INVALID` for a mode that is not known: authors of JavaScript have no type check */
export function checkAuthentication<T extends Authentication | AuthenticationOption>(
  given: T,
  who: string,
): T {
  if (typeof given !== 'object' || given === null || !MODES.has(given.mode))
    throw notKnown(who, 'the authentication mode', MODES);
  if (given.mode === 'api-key' && !PLACES.has(given.in))
    throw notKnown(who, 'the place of the API key', PLACES);
  if (given.mode === 'oauth' && !FLOWS.has(given.flow)) throw notKnown(who, 'the OAuth flow', FLOWS);
  if ('format' in given) checkedFormat(given.format, who);
  return given;
}

function notKnown(who: string, what: string, known: ReadonlySet<unknown>): SettingError {
  return new SettingError('SETTING_INVALID', {
    who,
    what: `${what} is not known`,
    advice: `Use one of ${[...known].join(', ')}`,
  });
}

/** Gives the access token of the mode `oauth`, fetched where need be. */
export type AccessToken = (authentication: OAuthAuthentication<Credential>) => Promise<string>;

/** Whether a credential may have to be waited for. */
export function mustBeAwaited(authentication: Authentication | AuthenticationOption): boolean {
  return authentication.mode === 'oauth' || Object.values(authentication).some(isFunction);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/**
 * Asks for the credential at the last moment.
 *
 * @param accessToken absent: nothing is fetched, and the mode `oauth` adds a header that tells no more than that
 * @throws SettingError `CREDENTIAL_MISSING` when an environment variable is not set, or nothing is given
 */
export async function authenticate(
  authentication: Authentication | AuthenticationOption,
  who: string,
  accessToken?: AccessToken,
): Promise<CredentialParts> {
  switch (authentication.mode) {
    case 'none':
    case 'impersonate':
      return NOTHING;
    case 'static': {
      const userName = await secretOf(authentication.userName, who, 'user name');
      const password = await secretOf(authentication.password, who, 'password');
      return basic(userName, password, who, authentication.format);
    }
    case 'bearer': {
      const token = await secretOf(authentication.token, who, 'token');
      return bearer(token, who, authentication.format);
    }
    case 'oauth':
      return bearer(
        (await accessToken?.(authentication)) ?? '(fetched at call time)',
        who,
        authentication.format,
      );
    case 'api-key':
      return apiKey(
        authentication.in,
        authentication.name,
        await secretOf(authentication.value, who, 'API key'),
        who,
      );
  }
}

function bearer(token: string, who: string, format = 'Bearer {0}'): CredentialParts {
  const header = authorization(format, [token]);
  return { headers: readHttpHeaders({ authorization: header }, who), secrets: [token] };
}

function basic(userName: string, password: string, who: string, format = 'Basic {0}:{1}'): CredentialParts {
  // RFC 7617 §2: the user name ends at the first colon.
  if (format.startsWith('Basic ') && userName.includes(':')) {
    throw new SettingError('SETTING_INVALID', {
      who,
      what: 'the user name holds a colon, which HTTP Basic cannot carry',
      advice: 'Use another user name or another authentication mode',
    });
  }
  const header = authorization(format, [userName, password]);
  const token = header.slice(header.indexOf(' ') + 1);
  return { headers: readHttpHeaders({ authorization: header }, who), secrets: [password, token] };
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

/**
 * One credential's text.
 *
 * @throws SettingError `CREDENTIAL_MISSING`
 */
export async function secretOf(
  credential: Credential | undefined,
  who: string,
  what: string,
): Promise<string> {
  const value: unknown = typeof credential === 'function' ? await credential() : credential;
  const text = typeof value === 'string' && value === credential ? fillEnvironment(value, who) : value;
  if (typeof text === 'string' && text !== '') return text;
  throw new SettingError('CREDENTIAL_MISSING', {
    who,
    what: `the ${what} is ${text === '' ? 'empty' : 'not given'}`,
    advice: 'Set the environment variable, or pass authentication to connect',
  });
}
