import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMadeByUs } from '../../emit/typescript/file-header.js';
import type { Connector } from '../../model/connector.js';
import type { Selection } from '../../model/service-instance.js';
import { changeFolders } from '../folders/change-folders.js';
import type { FolderChange } from '../folders/change-steps.js';
import { pathBelow } from '../folders/path-below.js';
import { planFiles } from '../folders/plan-files.js';
import { changesIn, planFolders, replacedBy } from '../folders/replace-files.js';
import { withFolder } from '../folders/with-folder.js';
import { LOCK_FILE, lockedConnector, printLock, readLock } from './connectors-lock.js';
import type { Generated } from './generated.js';
import { generatorVersion } from './generator-version.js';
import type { Made } from './make-connector.js';

/** What is to be written. */
export interface Connectors {
  readonly made: readonly Made[];
  /** Names of connectors to be taken away, files of ours and lock. */
  readonly dropped?: readonly string[];
  /** What changes in the workspace with them: the registry, copies of descriptors. */
  readonly workspace?: FolderChange;
}

export interface WriteWith {
  /** Folder of the connectors, as it may be shown. */
  readonly out: string;
  /** Whether anything of the workspace itself changes with them. */
  readonly changesWorkspace: boolean;
}

/**
 * Writes connectors, their lock and what belongs to them: all of it, or, when anything is refused, nothing.
 *
 * @param folder the workspace
 * @param prepare says what to write; nobody else changes the workspace meanwhile
 * @returns what became of each connector, those that were dropped at the end
 * @throws OutputError OUTPUT_REFUSED
 */
export function writeConnectors(
  folder: string,
  { out, changesWorkspace }: WriteWith,
  prepare: (workspace: string) => Connectors | Promise<Connectors>,
): Promise<Generated[]> {
  const shown = resolve(out);
  return withFolder(shown, (path) => {
    const workspace = realpathSync(folder);
    const home = changesWorkspace || pathBelow(workspace, path) !== undefined ? workspace : path;
    return changeFolders(home, pathBelow(home, path) === undefined ? [path] : [], async () => {
      const connectors = await prepare(workspace);
      const folders = foldersOf(connectors);
      const plans = planFolders(shown, folders, isMadeByUs);
      const changes = [
        ...changesIn(path, folders, plans),
        { folder: path, plan: planLock(path, connectors) },
      ];
      if (connectors.workspace !== undefined) changes.push(connectors.workspace);
      const result = plans.map((plan, index) => ({
        ...replacedBy(plan),
        ...reportOf(connectors.made[index]),
        name: folders[index]?.name ?? '',
        folder: join(out, folders[index]?.name ?? ''),
      }));
      return { changes, result };
    });
  });
}

function reportOf(made: Made | undefined): Pick<Generated, 'selection' | 'broughtAlong' | 'problems'> {
  const selection = made?.instance.settings.selection;
  return {
    ...(selection === undefined ? {} : { selection }),
    broughtAlong: made === undefined ? [] : broughtAlong(made.selected, selection),
    problems: made?.problems ?? [],
  };
}

function foldersOf({ made, dropped = [] }: Connectors) {
  return [
    ...made.map(({ instance, files }) => ({ name: instance.name, files })),
    ...dropped.map((name) => ({ name, files: [] })),
  ];
}

function planLock(out: string, { made, dropped = [] }: Connectors) {
  const connectors = { ...readLock(out).connectors };
  for (const name of dropped) delete connectors[name];
  for (const { instance, selected, files } of made) {
    const brought = broughtAlong(selected, instance.settings.selection);
    connectors[instance.name] = lockedConnector(instance, generatorVersion(), brought, files);
  }
  return planFiles(out, new Map([[LOCK_FILE, printLock(connectors)]]));
}

/** System names that were not selected but are needed by what was. */
function broughtAlong({ serviceObjects }: Connector, selection: Selection | undefined): string[] {
  if (selection === undefined) return [];
  const chosen = new Set([...selection.objects, ...selection.systemTypes]);
  return serviceObjects.map(({ systemName }) => systemName).filter((name) => !chosen.has(name));
}
