import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../base/sha256.js';
import { isMadeByUs } from '../../emit/typescript/file-header.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { listFiles } from '../folders/list-files.js';
import { type ConnectorsLock, type LockedFile, optionsHash } from './connectors-lock.js';

/**
 * Whether a connector's folder holds just what generating it would put there, by the lock alone. A file that was
 * touched after the lock was written is read again; the others are known by their size.
 *
 * @param folder of the connector
 * @param generator version of rest-broker
 */
export function isUpToDate(
  folder: string,
  instance: ServiceInstance,
  lock: ConnectorsLock,
  generator: string,
): boolean {
  const locked = lock.connectors[instance.name];
  if (
    locked === undefined ||
    locked.generator !== generator ||
    locked.descriptor !== instance.descriptor.sha256 ||
    locked.options !== optionsHash(instance.settings)
  )
    return false;
  const standing = listFiles(folder);
  for (const [path, file] of Object.entries(locked.files)) {
    if (standing.get(path) !== 'file' || !isUntouched(join(folder, path), file, lock.writtenAtMs))
      return false;
  }
  return !Array.from(standing).some(
    ([path, kind]) => kind === 'file' && !Object.hasOwn(locked.files, path) && isLeftOver(join(folder, path)),
  );
}

function isUntouched(file: string, { bytes, sha256: wanted }: LockedFile, lockedAtMs: number): boolean {
  const { size, mtimeMs } = lstatSync(file);
  if (size !== bytes) return false;
  return mtimeMs <= lockedAtMs || sha256(readFileSync(file)) === wanted;
}

function isLeftOver(file: string): boolean {
  return isMadeByUs(readFileSync(file, 'utf8'));
}
