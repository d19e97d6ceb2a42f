import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RestBrokerError } from '../base/errors.js';
import type { Place } from '../base/place.js';
import { visibleText } from '../base/visible-text.js';
import type { ServiceInstance } from '../model/service-instance.js';
import {
  type ConnectorsLock,
  LOCK_FILE,
  type LockedConnector,
  readLock,
} from './connectors/connectors-lock.js';
import { firstDifference } from './connectors/first-difference.js';
import { generatorVersion } from './connectors/generator-version.js';
import { inputCauses, type JudgedFile, judgeFiles, type StaleCause } from './connectors/judge-connector.js';
import { type LeftOverConnector, leftOverConnectors } from './connectors/left-over-connectors.js';
import { type StandingFile, standingConnector } from './connectors/standing-connector.js';
import { readRegisteredCopy } from './descriptors/read-registered-copy.js';
import { outFolder } from './folders/out-folder.js';
import { isUnfinished } from './folders/replacement-journal.js';
import type { WantedFile } from './folders/wanted-file.js';
import { withOtherLineEnds } from './line-ends.js';
import type { OnProgress } from './progress.js';
import { selectServiceInstances } from './registry/find-service-instances.js';
import { registeredNow } from './registry/read-service-instances.js';

export interface CheckOptions {
  /** Without names: all that are registered, and what is left over of others. */
  readonly names?: readonly string[];
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
  readonly onProgress?: OnProgress;
}

/** A file that is not as it should be, and where to look first. */
export interface CheckedFile extends JudgedFile {
  /** The file as it may be shown; with line and column where somebody edited it. */
  readonly place: Place;
  /** It is edited in nothing but its line ends, as git does it. */
  readonly hasOtherLineEnds?: true;
}

export interface CheckedConnector {
  readonly name: string;
  /** Folder of the connector, to be shown. */
  readonly folder: string;
  /** None: it is fresh. */
  readonly causes: readonly StaleCause[];
  readonly files: readonly CheckedFile[];
  /** Why it could not be made to compare with: its descriptor was edited, is gone, or is of no use. */
  readonly failure?: RestBrokerError;
}

export interface Checked {
  /** All that are registered were asked for. */
  readonly isWhole: boolean;
  /** In the order of the registry. */
  readonly connectors: readonly CheckedConnector[];
  /** What was made for Service Instances that are registered no more; none where names were given. */
  readonly leftOver: readonly LeftOverConnector[];
  readonly lock: ConnectorsLock['state'];
  /** Folder of the connectors and the lock in it, to be shown. */
  readonly out: string;
  readonly lockFile: string;
  /** A change of the workspace is under way or was cut off: what stands there is half of each, and was not judged. */
  readonly isUnfinished: boolean;
}

/**
 * Whether generated connectors are what generating them now would give. Judges all of them before it answers,
 * touches no network and writes nothing. What the lock knows of is proven by the hash of every file; only what is
 * not as the lock has it is made in memory, to tell which files would differ.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID
 */
export async function checkConnectors(folder: string, options: CheckOptions = {}): Promise<Checked> {
  const { names = [] } = options;
  const out = outFolder(folder, options.out);
  const path = resolve(out);
  const shown = { out, lockFile: join(out, LOCK_FILE), isWhole: names.length === 0 };
  if (isUnfinished(folder) || isUnfinished(path))
    return { ...shown, connectors: [], leftOver: [], lock: readLock(path).state, isUnfinished: true };
  const registered = await registeredNow(folder);
  const instances = selectServiceInstances(folder, registered, names);
  const lock = readLock(path);
  const connectors: CheckedConnector[] = [];
  for (const instance of instances) {
    options.onProgress?.({ step: 'check', name: instance.name });
    connectors.push(await checkConnector(folder, instance, lock.connectors[instance.name], options));
  }
  const leftOver = names.length === 0 ? leftOverConnectors(path, lock, registered) : [];
  return { ...shown, connectors, leftOver, lock: lock.state, isUnfinished: false };
}

async function checkConnector(
  folder: string,
  instance: ServiceInstance,
  locked: LockedConnector | undefined,
  options: CheckOptions,
): Promise<CheckedConnector> {
  const { name } = instance;
  const connector = join(outFolder(folder, options.out), name);
  const standing = standingConnector(connector);
  const causes = inputCauses(instance, locked, generatorVersion(), standing);
  try {
    readRegisteredCopy(folder, instance);
    const known = lockedHashes(locked);
    const isKnown = causes.length === 0;
    const suspects = isKnown ? judgeFiles(known, standing, locked) : [];
    if (isKnown && suspects.length === 0) return { name, folder: connector, causes, files: [] };
    const wanted = await wantedOf(folder, instance, options.onProgress);
    return judged(connector, instance, causes, wanted, standing, locked);
  } catch (failure) {
    if (!(failure instanceof RestBrokerError)) throw failure;
    return { name, folder: connector, causes, files: [], failure };
  }
}

function lockedHashes(locked: LockedConnector | undefined): Map<string, string> {
  return new Map(Object.entries(locked?.files ?? {}).map(([path, { sha256 }]) => [path, sha256]));
}

/** What generating gives, by path. */
async function wantedOf(
  folder: string,
  instance: ServiceInstance,
  onProgress: OnProgress | undefined,
): Promise<Map<string, WantedFile>> {
  const { makeConnector } = await import('./connectors/make-connector.js');
  const { files } = await makeConnector(folder, instance, undefined, onProgress);
  return new Map(files.map((file) => [file.path, file]));
}

function judged(
  folder: string,
  { name }: ServiceInstance,
  causes: readonly StaleCause[],
  wanted: ReadonlyMap<string, WantedFile>,
  standing: ReadonlyMap<string, StandingFile>,
  locked: LockedConnector | undefined,
): CheckedConnector {
  const hashes = new Map(Array.from(wanted, ([path, { sha256 }]) => [path, sha256]));
  const files = judgeFiles(hashes, standing, locked).map((file): CheckedFile => {
    const standing = join(folder, file.path);
    const other = wanted.get(file.path);
    const lineEnds = hasOtherLineEnds(standing, file, other) ? { hasOtherLineEnds: true as const } : {};
    return { ...file, place: placeOf(standing, file, other), ...lineEnds };
  });
  const all = [...causes, ...fileCauses(files, causes)];
  return { name, folder, causes: all.length === 0 ? ['lock-outdated'] : all, files };
}

/** What the files say beside what the inputs say: files that would be made otherwise follow from those. */
function fileCauses(files: readonly JudgedFile[], causes: readonly StaleCause[]): StaleCause[] {
  const has = (...faults: readonly string[]): boolean => files.some(({ fault }) => faults.includes(fault));
  return [
    // A generator that was built anew under the version it had.
    ...(causes.length === 0 && has('added', 'changed') ? (['generator-changed'] as const) : []),
    ...(has('edited', 'foreign') ? (['edited'] as const) : []),
    ...(has('missing') ? (['missing'] as const) : []),
    ...(causes.length === 0 && has('left-over') ? (['left-over'] as const) : []),
  ];
}

function placeOf(file: string, { fault }: JudgedFile, wanted: WantedFile | undefined): Place {
  const place = { document: visibleText(file), pointer: '' };
  if (wanted === undefined || !['edited', 'foreign', 'changed'].includes(fault)) return place;
  return { ...place, ...firstDifference(textOf(file), wanted.bytes.toString()) };
}

function hasOtherLineEnds(file: string, { fault }: JudgedFile, wanted: WantedFile | undefined): boolean {
  return (
    fault === 'edited' && wanted !== undefined && withOtherLineEnds(textOf(file)) === wanted.bytes.toString()
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
