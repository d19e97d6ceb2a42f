import { fillEnvironment } from '../base/environment-values.js';
import { InputError, SettingError } from '../base/errors.js';
import type { Authentication, OAuthAuthentication } from '../model/service-instance.js';
import type { AuthenticationOption, Credential } from './authentication-option.js';
import { authorization } from './authorization-format.js';
import { readHttpHeaders } from './http-headers.js';

/** What one call's credential adds to the request. */
export interface CredentialParts {
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value`, encoded. */
  readonly query?: string;
  /** For masking. */
  readonly secrets: readonly string[];
}

const NOTHING: CredentialParts = { headers: {}, secrets: [] };

/** Gives the access token of the mode `oauth`, fetched where need be. */
export type AccessToken = (authentication: OAuthAuthentication<Credential>) => Promise<string>;

/**
 * Asks for the credential at the last moment.
 *
 * @param accessToken absent: nothing is fetched, and the mode `oauth` adds a header that tells no more than that
 * @param token the call's own, with the mode `impersonate`
 * @throws SettingError `CREDENTIAL_MISSING` when an environment variable is not set, or nothing is given;
 *   `SETTING_INVALID` when it makes no header
 */
export async function authenticate(
  authentication: Authentication | AuthenticationOption,
  who: string,
  accessToken?: AccessToken,
  token?: Credential,
): Promise<CredentialParts> {
  switch (authentication.mode) {
    case 'none':
      return NOTHING;
    case 'impersonate':
      return token === undefined
        ? NOTHING
        : bearer(await secretOf(asItIs(token), who, 'token'), who, authentication.format);
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

/** A call's own token may be a stranger's: what it says about variables of this process is not filled in. */
function asItIs(token: Credential): Credential {
  return typeof token === 'string' ? () => token : token;
}

function bearer(token: string, who: string, format = 'Bearer {0}'): CredentialParts {
  const header = authorization(format, [token]);
  return { headers: headersOf({ authorization: header }, who), secrets: [token] };
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
  return { headers: headersOf({ authorization: header }, who), secrets: [password, token] };
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
    headers: headersOf(place === 'cookie' ? { cookie: pair } : { [name]: value }, who),
    secrets,
  };
}

/** A credential is a setting and no input: what is wrong with it is mended elsewhere. */
function headersOf(headers: Readonly<Record<string, string>>, who: string): Record<string, string> {
  try {
    return readHttpHeaders(headers, who);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new SettingError('SETTING_INVALID', {
      who,
      what: 'the credential makes no header that HTTP allows',
      advice: 'Look for a line break at its end, and for a header name that the client sets itself',
    });
  }
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
