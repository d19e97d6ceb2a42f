import { join } from 'node:path';
import { changeFolders } from './change-folders.js';
import type { FolderChange } from './change-steps.js';
import { planReplacement, type ReplacementPlan, seenFromAbove } from './plan-replacement.js';
import type { WantedFile } from './wanted-file.js';
import { withFolder } from './with-folder.js';

/** A folder and what it is to hold. */
export interface WantedFolder {
  /** Its name in the folder of all of them. */
  readonly name: string;
  readonly files: readonly WantedFile[];
}

/** What became of each file, paths relative to the folder, sorted. */
export interface Replaced {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes folders hold exactly the wanted files among ours: all of them, or, when that cannot be done, none, with
 * everything as it was. Files that are not ours are never replaced or removed. A file that already holds what is
 * wanted is not written again.
 *
 * @param out the folder they are in; made, with its parents, where it is missing
 * @param isOurs tells from the beginning of a file's text whether we made it
 * @returns what became of each folder's files, in their order
 * @throws OutputError OUTPUT_REFUSED
 */
export function replaceFiles(
  out: string,
  folders: readonly WantedFolder[],
  isOurs: (content: string) => boolean,
): Promise<Replaced[]> {
  return withFolder(out, (path) =>
    changeFolders(path, [], () => {
      const plans = planFolders(out, folders, isOurs);
      return { changes: changesIn(path, folders, plans), result: plans.map(replacedBy) };
    }),
  );
}

/** What has to be done in each folder; paths are shown as `out` is written. */
export function planFolders(
  out: string,
  folders: readonly WantedFolder[],
  isOurs: (content: string) => boolean,
): ReplacementPlan[] {
  return folders.map(({ name, files }) => planReplacement(join(out, name), files, isOurs));
}

/** The plans of folders, as changes of the one they are in. */
export function changesIn(
  out: string,
  folders: readonly Pick<WantedFolder, 'name'>[],
  plans: readonly ReplacementPlan[],
): FolderChange[] {
  return plans.map((plan, index) => ({ folder: out, plan: seenFromAbove(folders[index]?.name ?? '', plan) }));
}

export function replacedBy({ moves, unchanged, removals }: ReplacementPlan): Replaced {
  return {
    written: moves.map(({ path }) => path),
    unchanged,
    removed: removals.map(({ path }) => path),
  };
}
