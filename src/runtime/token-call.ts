import { ResponseError, SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { OAuthAuthentication } from '../model/service-instance.js';
import type { Credential } from './authentication-option.js';
import { maskSecrets } from './mask-secrets.js';
import { isItem } from './read-serialized.js';
import { isReadableOnTheWay } from './readable-on-the-way.js';

/** A token is not used in the last half minute of its life: the call takes its time, and clocks differ. */
const EXPIRY_SKEW_MS = 30_000;

/** What goes to a token endpoint. */
export interface TokenFields {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly others: Readonly<Record<string, string>>;
}

/** The token call (RFC 6749 §4.4.2, §6), its fields as a form or as JSON. */
export function tokenRequest(
  settings: OAuthAuthentication<Credential>,
  { clientId, clientSecret, others }: TokenFields,
): HttpRequest {
  const { origin, pathname, search } = new URL(settings.tokenUrl);
  const isJson = settings.bodyFormat === 'json';
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
  };
  const fields: Record<string, string> = { ...others };
  if (settings.clientIn === 'basic') {
    // RFC 6749 §2.3.1: both are form-encoded before they become user name and password.
    const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret ?? '')}`;
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    fields['client_id'] = clientId;
    if (clientSecret !== undefined) fields['client_secret'] = clientSecret;
  }
  const body = isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
  return { verb: 'POST', origin, path: pathname + search, headers, body };
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** What a token endpoint gave. */
export interface ReadToken {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly usableMs: number;
}

/**
 * @param secrets what was sent, and is not shown
 * @throws ResponseError `CREDENTIAL_REFUSED`
 */
export function readToken(answer: HttpAnswer, who: string, secrets: readonly string[]): ReadToken {
  const fields = fieldsOf(answer);
  if (answer.status !== 200 && answer.status !== 201) {
    const error = fields?.['error'];
    // RFC 6749 §5.2: a word for programs. The description is free text and may repeat what was sent.
    const word =
      typeof error === 'string' && /^[\w.-]{1,60}$/.test(error) ? ` (${maskSecrets(error, secrets)})` : '';
    throw refused(answer, who, `the token endpoint answered ${answer.status}${word}`);
  }
  const accessToken = fields?.['access_token'];
  if (typeof accessToken !== 'string' || accessToken === '')
    throw refused(answer, who, 'the token endpoint answered without an access_token');
  const refreshToken = fields?.['refresh_token'];
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : undefined,
    usableMs: usableMs(fields?.['expires_in']),
  };
}

/** A life shorter than a minute is used to its half. */
function usableMs(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' && expiresIn !== '' ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== 'number' || !(seconds >= 0)) return Number.POSITIVE_INFINITY;
  return Math.max(seconds * 1000 - EXPIRY_SKEW_MS, seconds * 500);
}

function fieldsOf(answer: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.body));
    return isItem(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a token endpoint answers may hold a token, or what it was sent, in any disguise. */
export function withoutHeaders(error: unknown): unknown {
  return error instanceof ResponseError ? Object.assign(error, { headers: {} }) : error;
}

/** Neither the answer's headers nor its body are kept: both may hold a token. */
function refused(answer: HttpAnswer, who: string, what: string): ResponseError {
  return new ResponseError('CREDENTIAL_REFUSED', {
    who,
    what,
    advice: 'Check client id, secret, scope and bodyFormat (form or json)',
    HttpResponseCode: answer.status,
    headers: {},
    body: '',
  });
}

/** @throws SettingError `SETTING_INVALID`, `CREDENTIAL_UNSAFE` */
export function checkTokenUrl(tokenUrl: unknown, who: string): void {
  if (typeof tokenUrl !== 'string' || !/^https?:\/\//i.test(tokenUrl) || !URL.canParse(tokenUrl)) {
    throw invalid(who, 'tokenUrl is no http or https URL');
  }
  const url = new URL(tokenUrl);
  if (url.username !== '' || url.password !== '')
    throw invalid(who, 'tokenUrl holds a user name or password');
  if (!isReadableOnTheWay(url.origin)) return;
  throw new SettingError('CREDENTIAL_UNSAFE', {
    who,
    what: `the token endpoint ${quoted(url.origin)} is plain http, where anyone on the way can read the secret`,
    advice: 'Use an https address; allowHttp does not go for it',
  });
}

function invalid(who: string, what: string): SettingError {
  return new SettingError('SETTING_INVALID', {
    who,
    what,
    advice: 'Give the token endpoint as https://host/path',
  });
}
