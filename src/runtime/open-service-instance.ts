import { fillEnvironment, variablesNamedIn } from '../base/environment-values.js';
import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { OwnConnections } from '../http/own-connections.js';
import type { SendOptions } from '../http/send.js';
import type { MethodDefinition, ServiceInstanceDefinition } from '../model/definition.js';
import type { Authentication, PagingSettings } from '../model/service-instance.js';
import type { AccessToken } from './authenticate.js';
import { type AuthenticationOption, checkAuthentication, mustBeAwaited } from './authentication-option.js';
import { checkWireOptions } from './check-wire-options.js';
import type { ConnectOptions } from './connect-options.js';
import type { Hooks } from './hooks.js';
import { type HttpHeadersInput, readHttpHeaders } from './http-headers.js';
import { positiveNumber, wholeNumber } from './number-setting.js';
import type { OAuthTokens } from './oauth-tokens.js';
import { isReadableOnTheWay } from './readable-on-the-way.js';
import { RunningCalls } from './running-calls.js';
import { operationAddress, type ServiceAddress, serviceAddress } from './service-url.js';

/** A Service Instance that calls can be made with. */
export interface OpenServiceInstance {
  readonly name: string;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly breakOnError: boolean;
  readonly httpHeaders: boolean;
  readonly httpResponseHeaders: boolean;
  readonly authentication: Authentication | AuthenticationOption;
  readonly dispatcher: SendOptions['dispatcher'];
  readonly headersTimeoutMs: number | undefined;
  readonly bodyTimeoutMs: number | undefined;
  readonly retries: number;
  readonly redirects: number;
  readonly paging: PagingSettings;
  readonly hooks: Hooks | undefined;
  /** A credential would go over plain http to another machine, and that was not allowed. */
  readonly isReadableOnTheWay: boolean;
  /** Nothing goes around `send`. */
  readonly sendsPlainly: boolean;
  /** The credential comes from a function or from a token endpoint. */
  readonly awaitsCredential: boolean;
  /** For the mode `oauth`. */
  readonly accessToken: AccessToken;
  /** Made at the first call of the mode `oauth`. */
  readonly tokens: { held?: OAuthTokens };
  readonly running: RunningCalls;
  /** Waits for the calls under way, then closes the connections that are the instance's own. */
  close(): Promise<void>;
  /** Names in lower case, variables filled in: asked for at call time. */
  defaultHeaders(): Record<string, string>;
  /** Default headers that name a `${VARIABLE}`, in lower case: what they hold is not shown. */
  readonly secretHeaders: readonly string[];
  /** The `VARIABLE`s that default headers name. */
  readonly secretVariables: readonly string[];
  addressOf(method: MethodDefinition): ServiceAddress;
}

const DEFAULT_MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/**
 * Checks the settings and options once; credentials are asked for at each call.
 *
 * @throws SettingError `SERVICE_URL_INVALID`, `SETTING_INVALID`
 * @throws SerializationError, InputError where default headers come as text that holds none
 */
export function openServiceInstance(
  definition: ServiceInstanceDefinition,
  options: ConnectOptions,
): OpenServiceInstance {
  const address = serviceAddress(definition, options);
  const who = `Service Instance ${definition.name}`;
  const headers = headerSettings(
    { ...definition.defaultHeaders, ...byName(options.defaultHeaders, who) },
    who,
  );
  const authentication = checkAuthentication(options.authentication ?? definition.authentication, who);
  const instance: OpenServiceInstance = {
    ...wireSettings(definition, options, who),
    isReadableOnTheWay:
      isReadableOnTheWay(address.origin) && !(options.allowHttp ?? definition.allowHttp === true),
    awaitsCredential: mustBeAwaited(authentication),
    accessToken: async (settings) => {
      const { OAuthTokens } = await import('./oauth-tokens.js');
      instance.tokens.held ??= new OAuthTokens(instance, settings);
      return instance.tokens.held.get();
    },
    name: definition.name,
    timeoutMs: positiveNumber(options.timeoutMs ?? definition.timeoutMs, who, 'timeoutMs'),
    maxResponseBytes: positiveNumber(
      options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
      who,
      'maxResponseBytes',
    ),
    breakOnError: options.breakOnError ?? definition.breakOnError,
    httpHeaders: definition.httpHeaders === true,
    httpResponseHeaders: definition.httpResponseHeaders === true,
    authentication,
    defaultHeaders: () => {
      const filled = headers.map(([name, value]) => [
        name,
        fillEnvironment(value, `${who}, default header ${name}`),
      ]);
      return readHttpHeaders(Object.fromEntries(filled), `${who}, default headers`);
    },
    secretHeaders: headers
      .filter(([, value]) => variablesNamedIn(value).length > 0)
      .map(([name]) => name.toLowerCase()),
    secretVariables: headers.flatMap(([, value]) => variablesNamedIn(value)),
    addressOf: ({ serviceUrl }) =>
      serviceUrl === undefined ? address : operationAddress({ ...definition, serviceUrl }, options, address),
  };
  return instance;
}

type WireSettings = Pick<
  OpenServiceInstance,
  | 'dispatcher'
  | 'headersTimeoutMs'
  | 'bodyTimeoutMs'
  | 'retries'
  | 'redirects'
  | 'paging'
  | 'hooks'
  | 'sendsPlainly'
  | 'running'
  | 'tokens'
  | 'close'
>;

/** What concerns connections and what goes around `send`. */
function wireSettings(
  definition: ServiceInstanceDefinition,
  options: ConnectOptions,
  who: string,
): WireSettings {
  const { headersTimeoutMs, bodyTimeoutMs, connectTimeoutMs, hooks } = options;
  checkWireOptions(options, who);
  for (const [name, ms] of Object.entries({ headersTimeoutMs, bodyTimeoutMs, connectTimeoutMs }))
    if (ms !== undefined) positiveNumber(ms, who, name);
  const retries = wholeNumber(options.retries ?? definition.retries ?? 0, 2, who, 'retries');
  const redirects = wholeNumber(options.redirects ?? definition.redirects ?? 0, 20, who, 'redirects');
  const { mode } = options.authentication ?? definition.authentication;
  const isOwn =
    options.dispatcher === undefined && (options.ownConnections || connectTimeoutMs !== undefined);
  const own = isOwn ? new OwnConnections(connectTimeoutMs) : undefined;
  const running = new RunningCalls();
  const tokens: OpenServiceInstance['tokens'] = {};
  const isTimed =
    headersTimeoutMs !== undefined || bodyTimeoutMs !== undefined || connectTimeoutMs !== undefined;
  return {
    dispatcher: own ?? options.dispatcher,
    headersTimeoutMs,
    bodyTimeoutMs,
    retries,
    redirects,
    paging: options.paging ?? definition.paging ?? {},
    hooks,
    sendsPlainly: retries === 0 && redirects === 0 && hooks === undefined && mode !== 'oauth' && !isTimed,
    running,
    tokens,
    close: async () => {
      await running.close();
      tokens.held?.close();
      await own?.close();
    },
  };
}

/** A record stays as it is written: what is wrong in it is a setting, and no input. */
function byName(given: HttpHeadersInput | undefined, who: string): Readonly<Record<string, unknown>> {
  const isRecord = typeof given === 'object' && !Array.isArray(given) && !(given instanceof Headers);
  return isRecord ? { ...given } : readHttpHeaders(given, `${who}, default headers`);
}

function headerSettings(headers: Readonly<Record<string, unknown>>, who: string): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    if (typeof value === 'string') return [[name, value]];
    throw new SettingError('SETTING_INVALID', {
      who,
      what: `the default header ${quoted(name)} is no text`,
      advice: 'Pass the values of default headers as text',
    });
  });
}
