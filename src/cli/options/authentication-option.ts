import { SettingError } from '../../base/errors.js';
import type { Authentication, AuthenticationMode } from '../../model/service-instance.js';

/** The options that make up the authentication, as commander names them. */
export interface AuthenticationOptions {
  readonly authentication?: AuthenticationMode;
  readonly userName?: string;
  readonly password?: string;
  readonly token?: string;
  readonly apiKeyName?: string;
  readonly apiKeyIn?: 'header' | 'query' | 'cookie';
  readonly apiKeyValue?: string;
  readonly tokenUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly refreshToken?: string;
  readonly scope?: string;
  readonly tokenBody?: 'form' | 'json';
  readonly clientIn?: 'body' | 'basic';
  readonly authorizationFormat?: string;
}

type ValueOption = Exclude<keyof AuthenticationOptions, 'authentication'>;

const FLAGS: Readonly<Record<ValueOption, string>> = {
  userName: '--user-name',
  password: '--password',
  token: '--token',
  apiKeyName: '--api-key-name',
  apiKeyIn: '--api-key-in',
  apiKeyValue: '--api-key-value',
  tokenUrl: '--token-url',
  clientId: '--client-id',
  clientSecret: '--client-secret',
  refreshToken: '--refresh-token',
  scope: '--scope',
  tokenBody: '--token-body',
  clientIn: '--client-in',
  authorizationFormat: '--authorization-format',
};

const BELONGING: Readonly<Record<AuthenticationMode, readonly ValueOption[]>> = {
  none: [],
  impersonate: ['authorizationFormat'],
  static: ['userName', 'password', 'authorizationFormat'],
  bearer: ['token', 'authorizationFormat'],
  'api-key': ['apiKeyName', 'apiKeyIn', 'apiKeyValue'],
  oauth: [
    'tokenUrl',
    'clientId',
    'clientSecret',
    'refreshToken',
    'scope',
    'tokenBody',
    'clientIn',
    'authorizationFormat',
  ],
};

/**
 * The authentication that was asked for, with just the values that belong to it.
 *
 * @throws SettingError USAGE_WRONG; no value stands in the message
 */
export function authenticationOf(options: AuthenticationOptions): Authentication | undefined {
  const mode = options.authentication;
  refuseStrangers(options, mode);
  return mode === undefined ? undefined : authenticationBy(mode, options);
}

function authenticationBy(mode: AuthenticationMode, options: AuthenticationOptions): Authentication {
  switch (mode) {
    case 'none':
      return { mode };
    case 'impersonate':
      return { mode, ...formatOf(options) };
    case 'static':
      return {
        mode,
        userName: given(options, 'userName'),
        password: given(options, 'password'),
        ...formatOf(options),
      };
    case 'bearer':
      return { mode, token: given(options, 'token'), ...formatOf(options) };
    case 'api-key':
      return {
        mode,
        in: options.apiKeyIn ?? 'header',
        name: given(options, 'apiKeyName'),
        value: given(options, 'apiKeyValue'),
      };
    case 'oauth':
      return oauthBy(options);
  }
}

/** With a refresh token the flow is refresh-token, else client-credentials. */
function oauthBy(options: AuthenticationOptions): Authentication {
  const { clientSecret, refreshToken, scope, tokenBody, clientIn } = options;
  const refreshes = refreshToken !== undefined;
  return {
    mode: 'oauth',
    flow: refreshes ? 'refresh-token' : 'client-credentials',
    tokenUrl: given(options, 'tokenUrl'),
    clientId: given(options, 'clientId'),
    ...(refreshes && clientSecret === undefined ? {} : { clientSecret: given(options, 'clientSecret') }),
    ...(refreshes ? { refreshToken: given(options, 'refreshToken') } : {}),
    ...(scope === undefined ? {} : { scope }),
    ...(tokenBody === undefined ? {} : { bodyFormat: tokenBody }),
    ...(clientIn === undefined ? {} : { clientIn }),
    ...formatOf(options),
  };
}

function formatOf({ authorizationFormat }: AuthenticationOptions): { readonly format?: string } {
  return authorizationFormat === undefined ? {} : { format: authorizationFormat };
}

function given(options: AuthenticationOptions, option: ValueOption): string {
  const value = options[option];
  if (value !== undefined && value !== '') return value;
  throw new SettingError('USAGE_WRONG', {
    who: `--authentication ${options.authentication}`,
    what: `${FLAGS[option]} is missing`,
    advice: `Give it, secrets by the name of an environment variable: '\${VARIABLE}'`,
  });
}

function refuseStrangers(options: AuthenticationOptions, mode: AuthenticationMode | undefined): void {
  const belonging = mode === undefined ? [] : BELONGING[mode];
  const chosen = Object.keys(FLAGS).filter((option) => options[option as ValueOption] !== undefined);
  const stranger = chosen.find((option) => !belonging.includes(option as ValueOption)) as
    | ValueOption
    | undefined;
  if (stranger === undefined) return;
  const [right] = Object.entries(BELONGING).find(([, values]) => values.includes(stranger)) ?? [];
  throw new SettingError('USAGE_WRONG', {
    who: FLAGS[stranger],
    what: mode === undefined ? 'no --authentication was chosen' : `--authentication ${mode} does not use it`,
    advice: `It belongs to --authentication ${right}`,
  });
}
