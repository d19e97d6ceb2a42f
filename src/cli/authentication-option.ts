import { SettingError } from '../base/errors.js';
import type { Authentication, AuthenticationMode } from '../model/service-instance.js';

/** The options that make up the authentication, as commander names them. */
export interface AuthenticationOptions {
  readonly authentication?: AuthenticationMode;
  readonly userName?: string;
  readonly password?: string;
  readonly token?: string;
  readonly apiKeyName?: string;
  readonly apiKeyIn?: 'header' | 'query' | 'cookie';
  readonly apiKeyValue?: string;
}

type ValueOption = Exclude<keyof AuthenticationOptions, 'authentication'>;

const FLAGS: Readonly<Record<ValueOption, string>> = {
  userName: '--user-name',
  password: '--password',
  token: '--token',
  apiKeyName: '--api-key-name',
  apiKeyIn: '--api-key-in',
  apiKeyValue: '--api-key-value',
};

const BELONGING: Readonly<Record<AuthenticationMode, readonly ValueOption[]>> = {
  none: [],
  impersonate: [],
  static: ['userName', 'password'],
  bearer: ['token'],
  'api-key': ['apiKeyName', 'apiKeyIn', 'apiKeyValue'],
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
    case 'impersonate':
      return { mode };
    case 'static':
      return { mode, userName: given(options, 'userName'), password: given(options, 'password') };
    case 'bearer':
      return { mode, token: given(options, 'token') };
    case 'api-key':
      return {
        mode,
        in: options.apiKeyIn ?? 'header',
        name: given(options, 'apiKeyName'),
        value: given(options, 'apiKeyValue'),
      };
  }
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
