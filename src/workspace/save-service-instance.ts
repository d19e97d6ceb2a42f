import { join } from 'node:path';
import { RegistrationError } from '../base/errors.js';
import { nearNames } from '../base/near-names.js';
import { quoted, visibleText } from '../base/visible-text.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { WORKING_PREFIX } from './path-fault.js';
import { readRegistry, registryFile } from './read-service-instances.js';
import { registrationError } from './registration-error.js';
import { REGISTRY_FILE, withEntry, withoutEntry } from './registry-text.js';
import { checkShape } from './schema-findings.js';
import { toEntry } from './service-instance-entry.js';
import type { ServiceInstanceEntries } from './service-instances-schema.js';
import { settingFindings } from './setting-findings.js';
import { withLock } from './with-lock.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Adds a Service Instance to the registry of the workspace folder, or changes the one of its name. Comments,
 * order and layout of everything else stay; two processes that do this at once both succeed.
 *
 * @throws RegistrationError REGISTRATION_INVALID when the file or the Service Instance does not hold (a secret
 * in clear, a name that differs from another only in case); nothing is written then
 * @throws OutputError OUTPUT_REFUSED when the file cannot be written
 */
export async function saveServiceInstance(folder: string, instance: ServiceInstance): Promise<void> {
  checkServiceInstance(instance);
  await withRegistryLock(folder, () => {
    const { text, entries } = readRegistry(folder);
    const entry = toEntry(instance);
    refuseFindings(registryFile(folder), { ...entries, [instance.name]: entry });
    write(folder, text, withEntry(text, instance.name, entry));
  });
}

/**
 * Takes a Service Instance out of the registry.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names
 */
export async function removeServiceInstance(folder: string, name: string): Promise<void> {
  await withRegistryLock(folder, () => {
    const { text, entries } = readRegistry(folder);
    if (!Object.hasOwn(entries, name))
      throw unknownServiceInstance(registryFile(folder), name, Object.keys(entries));
    write(folder, text, withoutEntry(text, name));
  });
}

/**
 * Whether a Service Instance may be written at all: to be asked before anything else is stored for it.
 *
 * @throws RegistrationError REGISTRATION_INVALID with every finding; no value stands in the message
 */
export function checkServiceInstance(instance: ServiceInstance): void {
  refuseFindings(REGISTRY_FILE, { [instance.name]: toEntry(instance) });
}

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

/** Runs `act` while nobody else changes the registry or the stored descriptors of the workspace folder. */
export function withRegistryLock<T>(folder: string, act: () => T | Promise<T>): Promise<T> {
  return withLock(join(folder, `${WORKING_PREFIX}registry-lock`), act);
}

function refuseFindings(file: string, entries: ServiceInstanceEntries): void {
  const checked = checkShape(entries);
  const findings = 'findings' in checked ? checked.findings : settingFindings(checked.entries);
  if (findings.length > 0) throw registrationError(file, findings);
}

function write(folder: string, before: string, after: string): void {
  if (after !== before) writeFileAtomically(registryFile(folder), after);
}
