import { realpathSync } from 'node:fs';
import { RegistrationError } from '../../base/errors.js';
import { nearNames } from '../../base/near-names.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { changeFolders } from '../folders/change-folders.js';
import { planFiles } from '../folders/plan-files.js';
import { withInstances } from './plan-registry.js';
import { type Registry, readRegistry, refuseFindings, registryFile } from './read-service-instances.js';
import { REGISTRY_FILE, withoutEntry } from './registry-text.js';
import { toEntry } from './service-instance-entry.js';

/**
 * Adds a Service Instance to the registry of the workspace folder, or changes the one of its name. Comments,
 * order and layout of everything else stay; two processes that do this at once both succeed.
 *
 * @throws RegistrationError REGISTRATION_INVALID when the file or the Service Instance does not hold (a secret
 * in clear, a name that differs from another only in case); nothing is written then
 * @throws OutputError OUTPUT_REFUSED when the file cannot be written
 */
export async function saveServiceInstance(folder: string, instance: ServiceInstance): Promise<void> {
  await checkServiceInstance(instance);
  await changeRegistry(folder, (registry) => withInstances(folder, registry, [instance]));
}

/**
 * Takes a Service Instance out of the registry.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names
 */
export async function removeServiceInstance(folder: string, name: string): Promise<void> {
  await changeRegistry(folder, ({ text, entries }) => {
    if (!Object.hasOwn(entries, name))
      throw unknownServiceInstance(registryFile(folder), name, Object.keys(entries));
    return withoutEntry(text, name);
  });
}

/**
 * Whether a Service Instance may be written at all: to be asked before anything else is stored for it.
 *
 * @throws RegistrationError REGISTRATION_INVALID with every finding; no value stands in the message
 */
export function checkServiceInstance(instance: ServiceInstance): Promise<void> {
  return refuseFindings(REGISTRY_FILE, { [instance.name]: toEntry(instance) });
}

function changeRegistry(
  folder: string,
  edit: (registry: Registry) => string | Promise<string>,
): Promise<void> {
  const workspace = realpathSync(folder);
  return changeFolders(workspace, [], async () => {
    const texts = new Map([[REGISTRY_FILE, await edit(await readRegistry(folder))]]);
    return { changes: [{ folder: workspace, plan: planFiles(workspace, texts) }], result: undefined };
  });
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
