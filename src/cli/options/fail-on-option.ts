import { Option } from 'commander';
import type { ChangeSeverity } from '../../compare/change.js';

/** The least severe change that makes the answer no. */
export type FailOn = 'breaking' | 'dangerous' | 'any' | 'never';

const CHOICES: readonly FailOn[] = ['breaking', 'dangerous', 'any', 'never'];

const REACHED: Readonly<Record<FailOn, readonly ChangeSeverity[]>> = {
  breaking: ['breaking'],
  dangerous: ['breaking', 'dangerous'],
  any: ['breaking', 'dangerous', 'safe'],
  never: [],
};

export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'end with exit code 1 from this severity on')
    .choices([...CHOICES])
    .default('breaking');
}

/** Whether a change of a severity makes the answer no. */
export function isReached(failOn: FailOn, severity: ChangeSeverity): boolean {
  return REACHED[failOn].includes(severity);
}
