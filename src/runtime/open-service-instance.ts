import { fillEnvironment, variablesNamedIn } from '../base/environment-values.js';
import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { SendOptions } from '../http/send.js';
import type { MethodDefinition, ServiceInstanceDefinition } from '../model/definition.js';
import type { Authentication } from '../model/service-instance.js';
import { type AuthenticationOption, checkAuthentication } from './authenticate.js';
import { readHttpHeaders } from './http-headers.js';
import { operationAddress, type ServiceAddress, serviceAddress } from './service-url.js';

/** What one call may choose for itself. */
export interface CallOptions {
  /** Of the whole call, in milliseconds. */
  readonly timeoutMs?: number;
  /** Gives the call up; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** false: an answer without success is given as outputs and not thrown. */
  readonly breakOnError?: boolean;
}

/** What `connect` may be given; everything else is as registered. */
export interface ConnectOptions {
  /**
   * Address the paths are appended to. With nothing after the host, the registered base path is kept; with any
   * path, `/` included, it replaces the whole.
   */
  readonly serviceUrl?: string;
  /** Values for the `{name}`s in the registered service URL, such as a region. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Of each call as a whole, in milliseconds. */
  readonly timeoutMs?: number;
  readonly breakOnError?: boolean;
  readonly authentication?: AuthenticationOption;
  /** Sent with each call. Values may name `${VARIABLE}`s. */
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  /** Largest answer that is read, in bytes after decompression. Default 10 MiB. */
  readonly maxResponseBytes?: number;
  /** An undici Dispatcher to send through, such as an Agent with a proxy or a MockAgent. */
  readonly dispatcher?: SendOptions['dispatcher'];
}

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
  /** Names in lower case, variables filled in: asked for at call time. */
  defaultHeaders(): Record<string, string>;
  /** Default headers that name a `${VARIABLE}`, in lower case: what they hold is not shown. */
  readonly secretHeaders: readonly string[];
  addressOf(method: MethodDefinition): ServiceAddress;
}

const DEFAULT_MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/**
 * Checks the settings and options once; credentials are asked for at each call.
 *
 * @throws SettingError `SERVICE_URL_INVALID`, `SETTING_INVALID`
 */
export function openServiceInstance(
  definition: ServiceInstanceDefinition,
  options: ConnectOptions,
): OpenServiceInstance {
  const address = serviceAddress(definition, options);
  const who = `Service Instance ${definition.name}`;
  const headers = headerSettings({ ...definition.defaultHeaders, ...options.defaultHeaders }, who);
  return {
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
    authentication: checkAuthentication(options.authentication ?? definition.authentication, who),
    dispatcher: options.dispatcher,
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
    addressOf: ({ serviceUrl }) =>
      serviceUrl === undefined ? address : operationAddress({ ...definition, serviceUrl }, options, address),
  };
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

/** @throws SettingError `SETTING_INVALID` */
export function positiveNumber(value: number, who: string, name: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: `${name} is not a number above 0`,
    advice: `Pass ${name} as a positive number`,
  });
}
