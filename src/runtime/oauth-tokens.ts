import { TimeoutError } from '../base/errors.js';
import { send } from '../http/send.js';
import type { OAuthAuthentication } from '../model/service-instance.js';
import { secretOf } from './authenticate.js';
import type { Credential, OAuthOption } from './authentication-option.js';
import { maskedError, secretsIn } from './mask-secrets.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import { checkTokenUrl, readToken, type TokenFields, tokenRequest, withoutHeaders } from './token-call.js';
import { MAX_TIMER_MS } from './within.js';

type Settings = OAuthAuthentication<Credential> & Pick<OAuthOption, 'onRefreshToken'>;

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
  readonly #closing = new AbortController();

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
    this.#fetching ??= this.#fetchInTime().finally(() => {
      this.#fetching = undefined;
    });
    return (await this.#fetching).accessToken;
  }

  /**
   * A credential function that never answers must not keep all later calls waiting for it. The timer keeps no process
   * alive: whoever waits has one of its own.
   */
  async #fetchInTime(): Promise<HeldToken> {
    const { timeoutMs } = this.#instance;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(this.#late()), Math.min(timeoutMs, MAX_TIMER_MS)).unref();
    });
    return await Promise.race([this.#fetch(), late]).finally(() => clearTimeout(timer));
  }

  #late(): TimeoutError {
    return new TimeoutError('TIMEOUT', {
      who: this.#who,
      what: `the token was not there within ${this.#instance.timeoutMs} ms`,
      advice: 'Allow more time, or see what the credential or onRefreshToken waits for',
    });
  }

  /** Another token than one that was refused; calls that were refused together fetch it once. */
  renewed(refused: string): Promise<string> {
    if (this.#held?.accessToken === refused) this.#held = undefined;
    return this.get();
  }

  /** Gives up a token that is still being fetched, for calls that gave up before it came. */
  close(): void {
    this.#closing.abort();
  }

  async #fetch(): Promise<HeldToken> {
    const fields = await this.#fields();
    const request = tokenRequest(this.#settings, fields);
    const { timeoutMs, dispatcher } = this.#instance;
    const startedAt = performance.now();
    const secrets = [fields.clientSecret ?? '', fields.others['refresh_token'] ?? ''];
    const answer = await send(request, {
      who: this.#who,
      timeoutMs,
      maxBytes: MAX_TOKEN_BYTES,
      signal: this.#closing.signal,
      ...(dispatcher === undefined ? {} : { dispatcher }),
    }).catch((error: unknown) => {
      throw withoutHeaders(maskedError(error, [...secrets, ...secretsIn(request.headers)]));
    });
    const read = readToken(answer, this.#who, secrets);
    const held = { accessToken: read.accessToken, renewAt: startedAt + read.usableMs };
    // Before it is told: whoever keeps it may fail, and the token is good all the same.
    this.#held = held;
    if (read.refreshToken !== undefined && read.refreshToken !== this.#rotated) {
      this.#rotated = read.refreshToken;
      await this.#settings.onRefreshToken?.(read.refreshToken);
    }
    return held;
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
