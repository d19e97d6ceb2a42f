import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../base/compare-text.js';
import { isMadeByUs } from '../../emit/typescript/file-header.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { isUntouchedFolder, pathFault } from '../folders/path-fault.js';
import type { ConnectorsLock } from './connectors-lock.js';

/** A connector that no registered Service Instance claims. */
export interface LeftOverConnector {
  readonly name: string;
  /** Whether a folder with files of ours stands there. */
  readonly isStanding: boolean;
  readonly isLocked: boolean;
}

/**
 * What was made for Service Instances that are registered no more: folders that carry our header, and entries of
 * the lock, in the order of their names.
 *
 * @param out the folder of the connectors
 * @param registered all that are registered
 */
export function leftOverConnectors(
  out: string,
  lock: ConnectorsLock,
  registered: readonly ServiceInstance[],
): LeftOverConnector[] {
  const claimed = new Set(registered.map(({ name }) => name.toLowerCase()));
  const standing = connectorFolders(out, claimed);
  const locked = Object.keys(lock.connectors).filter(
    (name) => isConnectorName(name) && !claimed.has(name.toLowerCase()),
  );
  return [...new Set([...standing, ...locked])].sort(compareText).map((name) => ({
    name,
    isStanding: standing.includes(name),
    isLocked: locked.includes(name),
  }));
}

function connectorFolders(out: string, claimed: ReadonlySet<string>): string[] {
  let entries: { readonly name: string; isDirectory(): boolean }[];
  try {
    entries = readdirSync(out, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(
      (entry) => entry.isDirectory() && isConnectorName(entry.name) && !claimed.has(entry.name.toLowerCase()),
    )
    .map(({ name }) => name)
    .filter((name) => isOurs(join(out, name, 'connector.json')) || isOurs(join(out, name, 'index.ts')));
}

function isConnectorName(name: string): boolean {
  return !isUntouchedFolder(name) && pathFault(name) === undefined && !name.includes('/');
}

function isOurs(file: string): boolean {
  try {
    return isMadeByUs(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
