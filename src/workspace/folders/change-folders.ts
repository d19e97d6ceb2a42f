import { carryOut } from './carry-out.js';
import type { FolderChange } from './change-steps.js';
import { lockOf, recoverUnderLock } from './recover-replacement.js';
import { withLock } from './with-lock.js';

/** What is to be changed, and what to answer once it is. */
export interface Planned<T> {
  readonly changes: readonly FolderChange[];
  readonly result: T;
}

/**
 * Changes files of one folder or two, all or none, while no other rest-broker does. What was cut off before is
 * brought to an end first.
 *
 * @param home where the journal stands; every folder is to be named by its real path
 * @param others further folders that are changed
 * @param plan looks at the disk and says what to do; what it throws leaves everything as it was
 * @throws OutputError OUTPUT_REFUSED
 */
export function changeFolders<T>(
  home: string,
  others: readonly string[],
  plan: () => Planned<T> | Promise<Planned<T>>,
): Promise<T> {
  // Always in the same order: two that wait for each other would wait for ever.
  const folders = [...new Set([home, ...others])].sort();
  const underLocks = async (): Promise<T> => {
    for (const folder of folders) recoverUnderLock(folder);
    const { changes, result } = await plan();
    carryOut(home, changes);
    return result;
  };
  return folders.reduceRight<() => Promise<T>>(
    (act, folder) => () => withLock(lockOf(folder), act),
    underLocks,
  )();
}
