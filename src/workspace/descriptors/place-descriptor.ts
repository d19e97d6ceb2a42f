import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OutputError } from '../../base/errors.js';
import { sha256 } from '../../base/sha256.js';
import { quoted } from '../../base/visible-text.js';
import type { Descriptor } from '../../load/descriptor.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { pathFault } from '../folders/path-fault.js';
import type { ServiceInstanceEntries } from '../registry/service-instances-schema.js';

/** Folder of the registered copies in a workspace folder. */
const FOLDER = 'descriptors';

/** A descriptor that is to be kept for a Service Instance. */
export interface Storing {
  readonly folder: string;
  /** Of the Service Instance; must have passed `checkServiceInstance`. */
  readonly name: string;
  readonly descriptor: Descriptor;
  /**
   * Path or URL as the user wrote it; `descriptor.location` has its query values masked and could not be fetched
   * again.
   */
  readonly source: string;
  /** What is registered. */
  readonly entries: ServiceInstanceEntries;
  /** What will be written beside it, by path from the workspace folder. */
  readonly pending: ReadonlyMap<string, string>;
}

/**
 * Where the copy of a descriptor goes in `descriptors/`, and what to register; nothing is written. It is called as
 * its source is where that name is free, already this Service Instance's, or holds the very same text (two may
 * share it); else after the Service Instance. A source that lies in `descriptors/` itself is used in place.
 *
 * @throws OutputError OUTPUT_REFUSED when no name is free
 */
export function placeDescriptor(storing: Storing): ServiceInstance['descriptor'] {
  const { folder, descriptor, source } = storing;
  const path = sourcePath(source);
  const own = path && relativeTo(folder, path);
  const placing = { ...storing, own };
  const file = placeInWorkspace(placing) ?? freeFile(placing);
  return { file, source: own ?? source, sha256: descriptor.sha256, ...descriptor.origin?.validators };
}

interface Placing extends Storing {
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
function placeInWorkspace({ own, descriptor, ...at }: Placing): string | undefined {
  if (own?.startsWith(`${FOLDER}/`) !== true || pathFault(own) !== undefined) return undefined;
  return hashOf(at, own) === descriptor.sha256 ? own : undefined;
}

function freeFile(placing: Placing): string {
  const { name, descriptor } = placing;
  const candidates = [
    ownName(placing),
    `${name}.${descriptor.format}`,
    `${name}.bundled.${descriptor.format}`,
  ]
    .filter((fileName) => fileName !== undefined)
    .map((fileName) => `${FOLDER}/${fileName}`);
  const free = candidates.find((file) => isFree(file, placing));
  if (free !== undefined) return free;
  throw refused(
    `${candidates.map(quoted).join(', ')} hold something else`,
    'Move them away or choose another name',
  );
}

/** Nothing stands there, or the same text, or an older copy that is this Service Instance's alone. */
function isFree(file: string, placing: Placing): boolean {
  const { folder, name, descriptor, own, entries, pending } = placing;
  const isSame = hashOf(placing, file) === descriptor.sha256;
  if (pending.has(file)) return isSame;
  const standing = lstatSync(join(folder, file), { throwIfNoEntry: false });
  if (standing === undefined) return true;
  if (!standing.isFile() || isSame) return standing.isFile();
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
function ownName({ source, descriptor: { format } }: Placing): string | undefined {
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

function hashOf({ folder, pending }: Pick<Storing, 'folder' | 'pending'>, file: string): string | undefined {
  const text = pending.get(file);
  if (text !== undefined) return sha256(text);
  try {
    return sha256(readFileSync(join(folder, file)));
  } catch {
    return undefined;
  }
}

function refused(what: string, advice: string): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: `${FOLDER}/`,
    what,
    advice: `${advice}; nothing was changed`,
  });
}
