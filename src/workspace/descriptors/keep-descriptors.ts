import { realpathSync } from 'node:fs';
import type { Descriptor } from '../../load/descriptor.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { changeFolders } from '../folders/change-folders.js';
import type { FolderChange } from '../folders/change-steps.js';
import { planFiles } from '../folders/plan-files.js';
import { withInstances } from '../registry/plan-registry.js';
import { type Registry, readRegistry } from '../registry/read-service-instances.js';
import { REGISTRY_FILE } from '../registry/registry-text.js';
import { toEntry } from '../registry/service-instance-entry.js';
import { placeDescriptor } from './place-descriptor.js';

/** What is to be kept for a Service Instance. */
export interface Keeping {
  readonly name: string;
  readonly settings: ServiceInstance['settings'];
  readonly descriptor: Descriptor;
  /** As the user wrote it. */
  readonly source: string;
}

/**
 * Stores a descriptor and records its Service Instance: both, or, when either is refused, neither.
 *
 * @throws RegistrationError, OutputError
 */
export async function keepDescriptor(folder: string, keeping: Keeping): Promise<ServiceInstance> {
  const [instance] = await keepDescriptors(folder, [keeping]);
  if (instance === undefined) throw new Error('what was kept is not known');
  return instance;
}

/**
 * The same for several, in their order: all of it, or nothing.
 *
 * @throws RegistrationError, OutputError
 */
export function keepDescriptors(folder: string, keepings: readonly Keeping[]): Promise<ServiceInstance[]> {
  const workspace = realpathSync(folder);
  return changeFolders(workspace, [], async () => {
    const { instances, change } = await planKeeping(folder, workspace, keepings);
    return { changes: [change], result: instances };
  });
}

/**
 * What keeping descriptors comes to; nothing is written. Needs the lock of the workspace.
 *
 * @param folder the workspace as it is shown
 * @param workspace its real path
 * @throws RegistrationError, OutputError
 */
export async function planKeeping(
  folder: string,
  workspace: string,
  keepings: readonly Keeping[],
): Promise<{ readonly instances: ServiceInstance[]; readonly change: FolderChange }> {
  const registry = await readRegistry(folder);
  const { instances, texts } = placeKeepings(folder, registry, keepings);
  texts.set(REGISTRY_FILE, await withInstances(folder, registry, instances));
  return { instances, change: { folder: workspace, plan: planFiles(workspace, texts) } };
}

/**
 * The Service Instances as they will be registered, and the copies of their descriptors.
 *
 * @throws OutputError OUTPUT_REFUSED when no name is free for a copy
 */
export function placeKeepings(
  folder: string,
  registry: Registry,
  keepings: readonly Keeping[],
): { readonly instances: ServiceInstance[]; readonly texts: Map<string, string> } {
  let { entries } = registry;
  const texts = new Map<string, string>();
  const instances: ServiceInstance[] = [];
  for (const { name, settings, descriptor, source } of keepings) {
    const stored = placeDescriptor({ folder, name, descriptor, source, entries, pending: texts });
    const instance = { name, descriptor: stored, settings };
    // Used in place: it holds what was loaded.
    if (stored.file !== stored.source) texts.set(stored.file, descriptor.text);
    entries = { ...entries, [name]: toEntry(instance) };
    instances.push(instance);
  }
  return { instances, texts };
}
