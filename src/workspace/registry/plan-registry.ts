import type { ServiceInstance } from '../../model/service-instance.js';
import type { FolderChange } from '../folders/change-steps.js';
import { planFiles } from '../folders/plan-files.js';
import { type Registry, readRegistry, refuseFindings, registryFile } from './read-service-instances.js';
import { REGISTRY_FILE, withEntry } from './registry-text.js';
import { toEntry } from './service-instance-entry.js';

/**
 * The registry's text with Service Instances added or changed. Comments, order and layout of everything else stay.
 *
 * @throws RegistrationError REGISTRATION_INVALID when one does not hold (a secret in clear, a name that differs
 * from another only in case)
 */
export async function withInstances(
  folder: string,
  { text, entries }: Registry,
  instances: readonly ServiceInstance[],
): Promise<string> {
  const changed = Object.fromEntries(instances.map((instance) => [instance.name, toEntry(instance)]));
  await refuseFindings(registryFile(folder), { ...entries, ...changed });
  return Object.entries(changed).reduce((edited, [name, entry]) => withEntry(edited, name, entry), text);
}

/**
 * What recording Service Instances comes to; nothing is written. Needs the lock of the workspace.
 *
 * @param folder the workspace as it is shown
 * @param workspace its real path
 * @throws RegistrationError REGISTRATION_INVALID
 */
export async function planInstances(
  folder: string,
  workspace: string,
  instances: readonly ServiceInstance[],
): Promise<FolderChange> {
  const text = await withInstances(folder, await readRegistry(folder), instances);
  return { folder: workspace, plan: planFiles(workspace, new Map([[REGISTRY_FILE, text]])) };
}
