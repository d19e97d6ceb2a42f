import { SettingError } from './errors.js';

/** Environment variables by name, as in `process.env`. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** `${NAME}`, the one form in which a setting names a variable: names as POSIX has them. */
const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** The variables that the text names, each once, in order. */
export function variablesNamedIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(REFERENCE), (match) => match[1] ?? ''))];
}

/**
 * The text with every `${NAME}` replaced by that variable's value; what a value holds is not replaced again.
 *
 * @param wantedBy what the text is for, to begin the message with: `Service Instance 'nwc', authentication.token`
 * @throws SettingError CREDENTIAL_MISSING when a variable is not set or is empty; no value stands in the message
 */
export function fillEnvironment(
  text: string,
  wantedBy: string,
  variables: EnvironmentVariables = process.env,
): string {
  return text.replace(REFERENCE, (_reference, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined || value === '') throw missing(name, wantedBy, value === '');
    return value;
  });
}

function missing(name: string, wantedBy: string, empty: boolean): SettingError {
  return new SettingError('CREDENTIAL_MISSING', {
    who: wantedBy,
    what: `the environment variable ${name} is ${empty ? 'empty' : 'not set'}`,
    advice: `Set ${name} and try again`,
  });
}
