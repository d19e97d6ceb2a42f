import { SettingError } from '../../base/errors.js';
import { nearNames } from '../../base/near-names.js';
import { quoted } from '../../base/visible-text.js';

/**
 * A mistyped variable would leave the address as it was registered, and the call would go there.
 *
 * @param serviceUrls those that may be called, `{name}` for each variable
 * @throws SettingError SERVICE_URL_INVALID with the near names, or all
 */
export function refuseUnknownVariables(
  who: string,
  given: Readonly<Record<string, string>>,
  serviceUrls: readonly (string | undefined)[],
): void {
  const known = serviceUrls.flatMap((url = '') =>
    Array.from(url.matchAll(/\{([^{}]+)\}/g), ([, name = '']) => name),
  );
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearNames(unknown, known);
  throw new SettingError('SERVICE_URL_INVALID', {
    who,
    what: `the service URL has no variable ${quoted(unknown)}`,
    advice: near.length === 0 ? allOf(known) : `Perhaps you meant ${near.map(quoted).join(' or ')}`,
  });
}

function allOf(known: readonly string[]): string {
  return known.length === 0
    ? 'It has none'
    : `Its variables are ${[...new Set(known)].map(quoted).join(', ')}`;
}
