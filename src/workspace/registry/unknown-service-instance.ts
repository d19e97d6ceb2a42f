import { RegistrationError } from '../../base/errors.js';
import { nearNames } from '../../base/near-names.js';
import { quoted, visibleText } from '../../base/visible-text.js';

/** The error for a name that is not registered. */
export function unknownServiceInstance(
  file: string,
  name: string,
  known: readonly string[],
): RegistrationError {
  const near = nearNames(name, known);
  const all =
    known.length === 0
      ? 'Register one with: rest-broker register <name> <descriptor>'
      : `Registered: ${known.join(', ')}`;
  return new RegistrationError('SERVICE_INSTANCE_UNKNOWN', {
    who: visibleText(file),
    what: `there is no Service Instance ${quoted(name)}`,
    advice: near.length === 0 ? all : `Perhaps you meant ${near.map(quoted).join(' or ')}`,
  });
}
