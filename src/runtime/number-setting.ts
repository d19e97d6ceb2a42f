import { SettingError } from '../base/errors.js';

/** @throws SettingError `SETTING_INVALID` */
export function wholeNumber(value: number, max: number, who: string, name: string): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: `${name} is not a whole number from 0 to ${max}`,
    advice: `Pass ${name} as such a number`,
  });
}

/** @throws SettingError `SETTING_INVALID` */
export function positiveNumber(value: number, who: string, name: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: `${name} is not a number above 0`,
    advice: `Pass ${name} as a positive number`,
  });
}
