import { SettingError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { mayRound, parseExact } from '../../runtime/exact-number.js';

/**
 * `Name=value` pairs → data fields; a value that is JSON is taken as such, with no number rounded.
 *
 * @throws SettingError `USAGE_WRONG`
 */
export function fieldsOf(pairs: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) {
        throw new SettingError('USAGE_WRONG', {
          who: '--field',
          what: `${quoted(pair.slice(0, 40))} is not of the form name=value`,
        });
      }
      return [pair.slice(0, at), jsonOrText(pair.slice(at + 1))];
    }),
  );
}

/** @throws SettingError `USAGE_WRONG` */
export function instanceNumberOf(text: string, who: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new SettingError('USAGE_WRONG', { who, what: `${quoted(text)} is not a whole number above 0` });
}

function jsonOrText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return mayRound(text) ? parseExact(text, String) : value;
  } catch {
    return text;
  }
}
