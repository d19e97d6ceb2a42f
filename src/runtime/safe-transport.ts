import { SettingError } from '../base/errors.js';
import { isSecretName } from './mask-secrets.js';

/** Whether what is sent there can be read on the way: plain http, and not to this machine. */
export function isReadableOnTheWay(origin: string): boolean {
  return origin.startsWith('http:') && !isLoopback(new URL(origin).hostname);
}

/** RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. A URL has brought every spelling into one form. */
function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]') return true;
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

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
