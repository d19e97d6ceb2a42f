import { RegistrationError } from '../../base/errors.js';
import { nearNames } from '../../base/near-names.js';
import { quoted } from '../../base/visible-text.js';
import { unknownNamesIn } from '../../describe/select-service-objects.js';
import type { Connector } from '../../model/connector.js';
import type { Selection } from '../../model/service-instance.js';
import { REGISTRY_FILE } from '../registry/registry-text.js';

/**
 * The selection with every name as the Connector writes it, each once, sorted as there.
 *
 * @param origin whether it was asked for just now, or stands in `service-instances.yaml`
 * @throws RegistrationError SERVICE_OBJECT_UNKNOWN with the near names
 */
export function checkSelection(
  connector: Connector,
  selection: Selection,
  origin: 'given' | 'remembered',
): Selection {
  const unknown = unknownNamesIn(connector, selection);
  const problems = [
    ...unknown.objects.map((name) => unknownName(connector, name, false)),
    ...unknown.systemTypes.map((name) => unknownName(connector, name, true)),
  ];
  if (problems.length > 0) throw refusal(whoSelects(connector, origin), problems);
  return {
    objects: asWritten(namesOf(connector, false), selection.objects),
    systemTypes: asWritten(namesOf(connector, true), selection.systemTypes),
  };
}

interface UnknownName {
  readonly what: string;
  readonly advice: string;
}

function unknownName(connector: Connector, name: string, isSystemType: boolean): UnknownName {
  const kind = isSystemType ? 'System Type' : 'Service Object';
  return { what: `there is no ${kind} ${quoted(name)}`, advice: adviceOn(connector, name, isSystemType) };
}

function adviceOn(connector: Connector, name: string, isSystemType: boolean): string {
  const elsewhere = namesOf(connector, !isSystemType).find((other) => sameName(other, name));
  if (elsewhere !== undefined) {
    const [kind, option] = isSystemType ? ['Service Object', '--objects'] : ['System Type', '--system-types'];
    return `${quoted(elsewhere)} is a ${kind}: name it with ${option}`;
  }
  const near = nearNames(name, namesOf(connector, isSystemType));
  if (near.length > 0) return `Perhaps you meant ${near.map(quoted).join(' or ')}`;
  return `List them with: rest-broker inspect ${connector.serviceInstance}`;
}

/** What was remembered may be gone from the descriptor since: then it is to be taken off the file. */
function whoSelects({ serviceInstance }: Connector, origin: 'given' | 'remembered'): string {
  const who = `Service Instance ${serviceInstance}`;
  return origin === 'given' ? who : `${who}, selected by 'generate' in ${REGISTRY_FILE}`;
}

function refusal(who: string, unknown: readonly UnknownName[]): RegistrationError {
  const [first] = unknown;
  if (first !== undefined && unknown.length === 1)
    return new RegistrationError('SERVICE_OBJECT_UNKNOWN', { who, ...first });
  const lines = unknown.map(({ what, advice }) => `\n  ${what}. ${advice}`);
  const what = `${unknown.length} names are not known${lines.join('.')}`;
  return new RegistrationError('SERVICE_OBJECT_UNKNOWN', { who, what });
}

function namesOf({ serviceObjects }: Connector, systemTypes: boolean): string[] {
  return serviceObjects
    .filter(({ category }) => (category === 'system-type') === systemTypes)
    .map(({ systemName }) => systemName);
}

function asWritten(known: readonly string[], wanted: readonly string[]): string[] {
  return known.filter((name) => wanted.some((other) => sameName(name, other)));
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
