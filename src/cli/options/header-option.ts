import { SettingError } from '../../base/errors.js';
import { readHttpHeaders } from '../../runtime/http-headers.js';

/**
 * Headers as they are typed: `Name: value`, or K2's own Serialized text of HttpHeader. No value stands in an
 * error: it could be a secret.
 *
 * @param option for the message
 * @throws SettingError USAGE_WRONG
 */
export function headersOf(typed: readonly string[], option: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const text of typed) {
    const isJson = /^\s*[[{]/.test(text);
    Object.assign(headers, isJson ? readHttpHeaders(text, option) : oneHeader(text, option));
  }
  return headers;
}

function oneHeader(text: string, option: string): Record<string, string> {
  const [, name, value] = /^([^:\s]+):\s*(.*?)\s*$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { [name]: value };
  throw new SettingError('USAGE_WRONG', {
    who: option,
    what: 'a header has no colon behind its name',
    advice: "Write it as 'Name: value'",
  });
}
