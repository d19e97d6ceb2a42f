import { lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OutputError } from '../base/errors.js';
import { sha256 } from '../base/sha256.js';
import { quoted } from '../base/visible-text.js';
import type { Descriptor } from '../load/descriptor.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { pathFault } from './path-fault.js';
import { readRegistry } from './read-service-instances.js';
import { withRegistryLock } from './save-service-instance.js';
import type { ServiceInstanceEntries } from './service-instances-schema.js';
import { systemReason } from './system-reason.js';
import { writeFileAtomically } from './write-file-atomically.js';

/** Folder of the registered copies in a workspace folder. */
const FOLDER = 'descriptors';

/**
 * Keeps a copy of a descriptor in `descriptors/` and tells what to register. It is called as its source is
 * where that name is free, already this Service Instance's, or holds the very same text (two may share it);
 * else after the Service Instance. A source that lies in `descriptors/` itself is used in place.
 *
 * @param name of the Service Instance; must have passed `checkServiceInstance`
 * @param source path or URL as the user wrote it; `descriptor.location` has its query values masked and could
 * not be fetched again
 * @throws OutputError OUTPUT_REFUSED when the copy cannot be written, or no name is free
 */
export function storeDescriptor(
  folder: string,
  name: string,
  descriptor: Descriptor,
  source = descriptor.location,
): Promise<ServiceInstance['descriptor']> {
  return withRegistryLock(folder, () => {
    const { entries } = readRegistry(folder);
    const path = sourcePath(source);
    const storing = { folder, name, descriptor, source, entries, own: path && relativeTo(folder, path) };
    const file = placeInWorkspace(storing) ?? freeFile(storing);
    if (hashOf(folder, file) !== descriptor.sha256) write(folder, file, descriptor.text);
    return { file, source: storing.own ?? source, sha256: descriptor.sha256 };
  });
}

interface Storing {
  readonly folder: string;
  readonly name: string;
  readonly descriptor: Descriptor;
  readonly source: string;
  readonly entries: ServiceInstanceEntries;
  /** The source from the workspace folder, where it is a file. */
  readonly own: string | undefined;
}

/** The path of a source on this machine; undefined for a URL and for standard input. */
function sourcePath(source: string): string | undefined {
  if (/^file:/i.test(source)) return fileURLToPath(source);
  return source === '-' || /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(source) ? undefined : source;
}

/** A path as the registry has it: from the workspace folder, with forward slashes. */
function relativeTo(folder: string, path: string): string {
  const from = relative(realpathSync(folder), realOr(resolve(path)));
  return isAbsolute(from) ? path : from.split(sep).join('/');
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The source itself, when it lies in `descriptors/` and says just what was loaded (and is no part of a bundle). */
function placeInWorkspace({ folder, own, descriptor }: Storing): string | undefined {
  if (own?.startsWith(`${FOLDER}/`) !== true || pathFault(own) !== undefined) return undefined;
  return hashOf(folder, own) === descriptor.sha256 ? own : undefined;
}

function freeFile(storing: Storing): string {
  const { name, descriptor } = storing;
  const candidates = [
    ownName(storing),
    `${name}.${descriptor.format}`,
    `${name}.bundled.${descriptor.format}`,
  ]
    .filter((fileName) => fileName !== undefined)
    .map((fileName) => `${FOLDER}/${fileName}`);
  const free = candidates.find((file) => isFree(file, storing));
  if (free !== undefined) return free;
  throw refused(
    `${candidates.map(quoted).join(', ')} hold something else`,
    'Move them away or choose another name',
  );
}

/** Nothing stands there, or the same text, or an older copy that is this Service Instance's alone. */
function isFree(file: string, { folder, name, descriptor, own, entries }: Storing): boolean {
  const standing = lstatSync(join(folder, file), { throwIfNoEntry: false });
  if (standing === undefined) return true;
  if (!standing.isFile() || hashOf(folder, file) === descriptor.sha256) return standing.isFile();
  if (own === file) return false;
  const owners = Object.keys(entries).filter((owner) =>
    sameFile(entries[owner]?.descriptor.file ?? '', file),
  );
  return owners.length === 1 && owners[0] === name;
}

function sameFile(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** The source's own name, made fit for every file system, with the ending of its format. */
function ownName({ source, descriptor: { format } }: Storing): string | undefined {
  const last = (sourcePath(source) ?? urlPath(source)).split(/[\\/]/).at(-1) ?? '';
  const safe = last
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+/, '')
    .slice(-100);
  const endings = format === 'json' ? /\.json$/i : /\.ya?ml$/i;
  const fileName = endings.test(safe) ? safe : `${safe.replace(/\.(?:json|ya?ml)$/i, '')}.${format}`;
  return safe === '' || pathFault(fileName) !== undefined ? undefined : fileName;
}

function urlPath(source: string): string {
  return URL.canParse(source) ? new URL(source).pathname : '';
}

function hashOf(folder: string, file: string): string | undefined {
  try {
    return sha256(readFileSync(join(folder, file)));
  } catch {
    return undefined;
  }
}

function write(folder: string, file: string, text: string): void {
  const kept = join(folder, FOLDER);
  try {
    mkdirSync(kept, { recursive: true });
  } catch (cause) {
    throw refused(`the folder could not be made: ${systemReason(cause)}`, 'Mend that and try again', cause);
  }
  if (lstatSync(kept).isSymbolicLink())
    throw refused('the folder is a symbolic link', 'Make it a real folder');
  writeFileAtomically(join(folder, file), text);
}

function refused(what: string, advice: string, cause?: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: `${FOLDER}/`,
    what,
    advice: `${advice}; nothing was changed`,
    cause,
  });
}
