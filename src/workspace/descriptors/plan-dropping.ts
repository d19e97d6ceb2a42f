import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../base/sha256.js';
import type { FolderChange } from '../folders/change-steps.js';
import { planFiles } from '../folders/plan-files.js';
import type { Removal } from '../folders/replacement-journal.js';
import { readRegistry, registryFile } from '../registry/read-service-instances.js';
import { REGISTRY_FILE, withoutEntry } from '../registry/registry-text.js';
import type { ServiceInstanceEntries } from '../registry/service-instances-schema.js';
import { unknownServiceInstance } from '../registry/unknown-service-instance.js';

/** What dropping a Service Instance comes to. */
export interface Dropping {
  readonly change: FolderChange;
  /** Path of its descriptor's copy, from the workspace. */
  readonly copy: string;
  readonly isCopyRemoved: boolean;
}

/**
 * What taking a Service Instance out of the registry comes to; nothing is written. Needs the lock of the workspace.
 * The copy of its descriptor goes with it, unless another one has it as well, somebody edited it, or it is no copy
 * but what was registered.
 *
 * @param folder the workspace as it is shown
 * @param workspace its real path
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID
 */
export async function planDropping(folder: string, workspace: string, name: string): Promise<Dropping> {
  const { text, entries } = await readRegistry(folder);
  const { [name]: dropped, ...others } = entries;
  if (dropped === undefined) throw unknownServiceInstance(registryFile(folder), name, Object.keys(entries));
  const registry = planFiles(workspace, new Map([[REGISTRY_FILE, withoutEntry(text, name)]]));
  const removals = removalOf(workspace, dropped.descriptor, others);
  return {
    change: { folder: workspace, plan: { ...registry, removals } },
    copy: dropped.descriptor.file,
    isCopyRemoved: removals.length > 0,
  };
}

function removalOf(
  workspace: string,
  { file, source, sha256: registered }: ServiceInstanceEntries[string]['descriptor'],
  others: ServiceInstanceEntries,
): Removal[] {
  const isShared = Object.values(others).some(({ descriptor }) => descriptor.file === file);
  if (isShared || source === file || hashOf(join(workspace, file)) !== registered) return [];
  return [{ path: file, sha256: registered }];
}

function hashOf(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}
