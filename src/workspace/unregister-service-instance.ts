import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLock } from './connectors/connectors-lock.js';
import type { Generated } from './connectors/generated.js';
import { leftOverConnectors } from './connectors/left-over-connectors.js';
import { writeConnectors } from './connectors/write-connectors.js';
import { type Dropping, planDropping } from './descriptors/plan-dropping.js';
import { changeFolders } from './folders/change-folders.js';
import { outFolder } from './folders/out-folder.js';
import { recoverReplacement } from './folders/recover-replacement.js';
import { findServiceInstance } from './registry/find-service-instances.js';
import { readServiceInstances } from './registry/read-service-instances.js';

export interface UnregisterOptions {
  readonly name: string;
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
}

export interface Unregistered extends Pick<Dropping, 'copy' | 'isCopyRemoved'> {
  readonly name: string;
  /** What became of its connector's files; absent where there was none. */
  readonly connector?: Generated;
}

/**
 * Takes a Service Instance out of the registry, with the copy of its descriptor and its connector: all of it, or, when
 * anything is refused, nothing. Files that are not ours stay.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names, REGISTRATION_INVALID
 * @throws OutputError OUTPUT_REFUSED
 */
export async function unregisterServiceInstance(
  folder: string,
  { name, out }: UnregisterOptions,
): Promise<Unregistered> {
  await findServiceInstance(folder, name);
  const shown = outFolder(folder, out);
  await recoverReplacement(resolve(shown));
  if (!(await isGenerated(folder, resolve(shown), name))) return dropAlone(folder, name);
  let dropping: Dropping | undefined;
  const [connector] = await writeConnectors(
    folder,
    { out: shown, changesWorkspace: true },
    async (workspace) => {
      dropping = await planDropping(folder, workspace, name);
      return { made: [], dropped: [name], workspace: dropping.change };
    },
  );
  if (dropping === undefined || connector === undefined) throw new Error('what was dropped is not known');
  return { ...unregistered(name, dropping), connector };
}

async function isGenerated(folder: string, out: string, name: string): Promise<boolean> {
  const others = (await readServiceInstances(folder)).filter((instance) => instance.name !== name);
  return leftOverConnectors(out, readLock(out), others).some((connector) => connector.name === name);
}

function dropAlone(folder: string, name: string): Promise<Unregistered> {
  const workspace = realpathSync(folder);
  return changeFolders(workspace, [], async () => {
    const dropping = await planDropping(folder, workspace, name);
    return { changes: [dropping.change], result: unregistered(name, dropping) };
  });
}

function unregistered(name: string, { copy, isCopyRemoved }: Dropping): Unregistered {
  return { name, copy, isCopyRemoved };
}
