import { ResponseError, SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { HttpAnswer } from '../http/http-request.js';
import { send } from '../http/send.js';
import type { OAuthAuthentication } from '../model/service-instance.js';
import { type Credential, type OAuthOption, secretOf } from './authenticate.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import { isItem } from './read-serialized.js';
import { isReadableOnTheWay } from './safe-transport.js';

type Settings = OAuthAuthentication<Credential> & Pick<OAuthOption, 'onRefreshToken'>;

/** A token is not used in the last half minute of its life: the call takes its time, and clocks differ. */
const EXPIRY_SKEW_MS = 30_000;

/** Longest answer of a token endpoint that is read, in bytes. */
const MAX_TOKEN_BYTES = 1024 * 1024;

interface HeldToken {
  readonly accessToken: string;
  /** By `performance.now()`; Infinity where the endpoint does not say. */
  readonly renewAt: number;
}

/** The access token of one Service Instance: fetched once for all calls that need it at a time. */
export class OAuthTokens {
  readonly #instance: OpenServiceInstance;
  readonly #settings: Settings;
  readonly #who: string;
  #held: HeldToken | undefined;
  #fetching: Promise<HeldToken> | undefined;
  #rotated: string | undefined;

  /** @throws SettingError `SETTING_INVALID`, `CREDENTIAL_UNSAFE` */
  constructor(instance: OpenServiceInstance, settings: Settings) {
    this.#instance = instance;
    this.#settings = settings;
    this.#who = `Service Instance ${instance.name}, authentication`;
    checkTokenUrl(settings.tokenUrl, this.#who);
  }

  /**
   * @throws SettingError `CREDENTIAL_MISSING`; ResponseError `CREDENTIAL_REFUSED`; ConnectionError, TimeoutError
   */
  async get(): Promise<string> {
    if (this.#held !== undefined && performance.now() < this.#held.renewAt) return this.#held.accessToken;
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    return (await this.#fetching).accessToken;
  }

  /** Another token than one that was refused; calls that were refused together fetch it once. */
  renewed(refused: string): Promise<string> {
    if (this.#held?.accessToken === refused) this.#held = undefined;
    return this.get();
  }

  async #fetch(): Promise<HeldToken> {
    const fields = await this.#fields();
    const request = tokenRequest(this.#settings, fields);
    const { timeoutMs, dispatcher } = this.#instance;
    const startedAt = performance.now();
    const answer = await send(request, {
      who: this.#who,
      timeoutMs,
      maxBytes: MAX_TOKEN_BYTES,
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    const read = readToken(answer, this.#who);
    if (read.refreshToken !== undefined && read.refreshToken !== this.#rotated) {
      this.#rotated = read.refreshToken;
      await this.#settings.onRefreshToken?.(read.refreshToken);
    }
    this.#held = { accessToken: read.accessToken, renewAt: startedAt + read.usableMs };
    return this.#held;
  }

  async #fields(): Promise<TokenFields> {
    const { flow, clientId, clientSecret, refreshToken, scope, parameters } = this.#settings;
    const who = this.#who;
    const refreshes = flow === 'refresh-token';
    const secretIsNeeded = !refreshes || clientSecret !== undefined;
    return {
      clientId: await secretOf(clientId, who, 'client id'),
      clientSecret: secretIsNeeded ? await secretOf(clientSecret, who, 'client secret') : undefined,
      others: {
        ...parameters,
        grant_type: refreshes ? 'refresh_token' : 'client_credentials',
        ...(refreshes
          ? { refresh_token: this.#rotated ?? (await secretOf(refreshToken, who, 'refresh token')) }
          : {}),
        ...(scope === undefined ? {} : { scope }),
      },
    };
  }
}

interface TokenFields {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly others: Readonly<Record<string, string>>;
}

function tokenRequest(settings: Settings, { clientId, clientSecret, others }: TokenFields) {
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

interface ReadToken {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly usableMs: number;
}

function readToken(answer: HttpAnswer, who: string): ReadToken {
  const fields = fieldsOf(answer);
  if (answer.status !== 200 && answer.status !== 201) {
    const error = fields?.['error'];
    // RFC 6749 §5.2: a word for programs. The description is free text and may repeat what was sent.
    const word = typeof error === 'string' && /^[\w.-]{1,60}$/.test(error) ? ` (${error})` : '';
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

function checkTokenUrl(tokenUrl: unknown, who: string): void {
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
