import { SettingError } from '../base/errors.js';
import type { Authentication, OAuthAuthentication } from '../model/service-instance.js';
import { checkedFormat } from './authorization-format.js';

/** A credential: itself, or a function asked for it at each call. Text may name `${VARIABLE}`s. */
export type Credential = string | (() => string | Promise<string>);

/** What `connect` may be given instead of the registered authentication. */
export type AuthenticationOption =
  | { readonly mode: 'none' }
  | {
      readonly mode: 'impersonate';
      /** Of the Authorization header that a call's own `token` makes. Default `Bearer {0}`. */
      readonly format?: string;
    }
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
  if (given.mode === 'api-key' && (typeof given.name !== 'string' || given.name === '')) throw unnamed(who);
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

function unnamed(who: string): SettingError {
  return new SettingError('SETTING_INVALID', {
    who,
    what: 'the API key has no name',
    advice: 'Pass the name of the header, query parameter or cookie that takes it',
  });
}

/** Whether a credential may have to be waited for. */
export function mustBeAwaited(authentication: Authentication | AuthenticationOption): boolean {
  return authentication.mode === 'oauth' || Object.values(authentication).some(isFunction);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}
