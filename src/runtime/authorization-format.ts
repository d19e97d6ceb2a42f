import { SettingError } from '../base/errors.js';

/**
 * K2's «Authorization Header Format» filled in: `Bearer {0}` with a token, `Basic {0}:{1}` with user name and
 * password. What follows the word `Basic` goes out in base64, as RFC 7617 wants it.
 */
export function authorization(format: string, values: readonly string[]): string {
  const filled = format.replace(/\{([01])\}/g, (_hole, index: string) => values[Number(index)] ?? '');
  if (!/^basic /i.test(format)) return filled;
  return `Basic ${Buffer.from(filled.slice('Basic '.length), 'utf8').toString('base64')}`;
}

/** @throws SettingError `SETTING_INVALID` for a format without a hole for the credential */
export function checkedFormat(format: unknown, who: string): void {
  if (format === undefined || (typeof format === 'string' && format.includes('{0}'))) return;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: 'the Authorization Header Format has no {0} where the credential goes',
    advice: "Write it as 'Bearer {0}' or 'Basic {0}:{1}'",
  });
}
