import { fillEnvironment } from '../../base/environment-values.js';
import { InputError } from '../../base/errors.js';
import { HTTP_HEADERS } from '../../model/names.js';
import { readHttpHeaders } from '../../runtime/http-headers.js';
import type { OpenServiceInstance } from '../../runtime/open-service-instance.js';

/**
 * The inputs with headers added to their `HttpHeaders`, whatever form these have.
 *
 * @param headers values may name `${VARIABLE}`s
 * @throws InputError INPUT_UNKNOWN where the Service Instance's Methods take no headers
 * @throws SettingError CREDENTIAL_MISSING
 */
export function addHttpHeaders(
  inputs: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
  { name, httpHeaders }: OpenServiceInstance,
  who: string,
): Record<string, unknown> {
  if (Object.keys(headers).length === 0) return inputs;
  if (!httpHeaders) {
    throw new InputError('INPUT_UNKNOWN', {
      who,
      what: `the Methods of ${name} have no input ${HTTP_HEADERS}`,
      advice: 'Register it again with --replace --add-http-request-headers',
    });
  }
  const key = Object.keys(inputs).find((input) => input.toLowerCase() === HTTP_HEADERS.toLowerCase());
  const label = `${who}, input ${HTTP_HEADERS}`;
  const given = key === undefined ? {} : readHttpHeaders(inputs[key], label);
  const filled = Object.entries(headers).map(([header, value]) => [
    header,
    fillEnvironment(value, `header ${header}`),
  ]);
  return {
    ...inputs,
    [key ?? HTTP_HEADERS]: { ...given, ...readHttpHeaders(Object.fromEntries(filled), label) },
  };
}
