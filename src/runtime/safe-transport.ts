import { SettingError } from '../base/errors.js';
import { isSecretName } from './mask-secrets.js';

/** @throws SettingError `CREDENTIAL_UNSAFE` where a header carries a credential */
export function refuseCredentialHeaders(headers: Readonly<Record<string, string>>, who: string): void {
  const name = Object.keys(headers).find(isSecretName);
  if (name !== undefined) throw unsafe(who, `the header ${name}`);
}

/** The error for a credential that would go over plain http. */
export function unsafe(who: string, what: string): SettingError {
  return new SettingError('CREDENTIAL_UNSAFE', {
    who,
    what: `${what} would go over plain http, where anyone on the way can read it; nothing was sent`,
    advice: 'Use an https service URL; where that cannot be, set allowHttp: true',
  });
}
