import { realpathSync } from 'node:fs';
import type { ServiceInstance } from '../../src/model/service-instance.js';
import { changeFolders } from '../../src/workspace/folders/change-folders.js';
import { planFiles } from '../../src/workspace/folders/plan-files.js';
import { checkServiceInstance } from '../../src/workspace/registry/check-service-instance.js';
import { withInstances } from '../../src/workspace/registry/plan-registry.js';
import { type Registry, readRegistry } from '../../src/workspace/registry/read-service-instances.js';
import { REGISTRY_FILE, withoutEntry } from '../../src/workspace/registry/registry-text.js';

/** Adds a Service Instance to the registry alone, or changes the one of its name, as registering and updating do. */
export async function saveServiceInstance(folder: string, instance: ServiceInstance): Promise<void> {
  await checkServiceInstance(instance);
  await changeRegistry(folder, (registry) => withInstances(folder, registry, [instance]));
}

/** Takes a Service Instance out of the registry alone, as somebody who edits the file does. */
export function removeEntry(folder: string, name: string): Promise<void> {
  return changeRegistry(folder, ({ text }) => withoutEntry(text, name));
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
