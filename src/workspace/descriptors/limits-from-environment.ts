import { SettingError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import type { LoadLimits } from '../../load/load-limits.js';
import type { LoadOptions } from '../../load/load-options.js';

/** Names other limits for whatever loads a descriptor: `maxBytes=200000000,fetchTimeoutMs=60000`. */
const VARIABLE = 'REST_BROKER_LIMITS';

type Bounds = Pick<LoadOptions, 'limits' | 'fetchTimeoutMs'>;
type BoundName = keyof LoadLimits | 'fetchTimeoutMs';

const NAMES: readonly BoundName[] = [
  'maxBytes',
  'maxDepth',
  'maxNodes',
  'maxYamlNodes',
  'maxFiles',
  'fetchTimeoutMs',
];

/**
 * The limits that the environment sets; the usual ones for all others.
 *
 * @throws SettingError SETTING_INVALID for what is not `name=number` with commas between, or no limit
 */
export function limitsFromEnvironment(environment: NodeJS.ProcessEnv = process.env): Bounds {
  const parts = (environment[VARIABLE] ?? '').split(',').filter((part) => part.trim() !== '');
  const bounds = new Map(parts.map(boundOf));
  const fetchTimeoutMs = bounds.get('fetchTimeoutMs');
  bounds.delete('fetchTimeoutMs');
  return {
    ...(bounds.size === 0 ? {} : { limits: Object.fromEntries(bounds) }),
    ...(fetchTimeoutMs === undefined ? {} : { fetchTimeoutMs }),
  };
}

function boundOf(text: string): readonly [BoundName, number] {
  const [, given, number] = /^\s*(\w+)\s*=\s*(\d{1,15})\s*$/.exec(text) ?? [];
  const name = NAMES.find((known) => known === given);
  if (name !== undefined && Number(number) > 0) return [name, Number(number)];
  throw new SettingError('SETTING_INVALID', {
    who: `The environment variable ${VARIABLE}`,
    what: `${quoted(text.trim())} sets no limit`,
    advice: `Write name=number, with commas between; the names are ${NAMES.join(', ')}`,
  });
}
