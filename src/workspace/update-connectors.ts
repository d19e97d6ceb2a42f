import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../compare/change.js';
import { compareConnectors } from '../compare/compare-connectors.js';
import { selectServiceObjects } from '../describe/select-service-objects.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { readLock } from './connectors/connectors-lock.js';
import { type Generated, upToDateConnector } from './connectors/generated.js';
import { generatorVersion } from './connectors/generator-version.js';
import { isUpToDate } from './connectors/is-up-to-date.js';
import { type Made, makeFromDescriptor } from './connectors/make-connector.js';
import { writeConnectors } from './connectors/write-connectors.js';
import { inOrderOfPlace, type PlacedProblem } from './descriptors/describe-descriptor.js';
import { type Fetched, fetchAgain, keepingOf } from './descriptors/fetch-again.js';
import { placeKeepings, planKeeping } from './descriptors/keep-descriptors.js';
import { outFolder } from './folders/out-folder.js';
import { recoverReplacement } from './folders/recover-replacement.js';
import type { OnProgress } from './progress.js';
import { findServiceInstances } from './registry/find-service-instances.js';
import { readRegistry } from './registry/read-service-instances.js';

export interface UpdateOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
  readonly onProgress?: OnProgress;
}

/** What became of one Service Instance. */
export interface Updated {
  readonly name: string;
  /** Whether its source held another descriptor than was registered. */
  readonly status: 'changed' | 'unchanged';
  /** SHA-256 of the registered copy, in hex. */
  readonly sha256: BeforeAndAfter;
  /** As the descriptors say it themselves; absent where nothing changed, `before` where the old copy was of no use. */
  readonly version?: BeforeAndAfter;
  /** What it means to callers of what is generated; absent where nothing changed, or there was nothing to compare with. */
  readonly changes?: readonly Change[];
  /** Absolute paths, or URLs, of every file the descriptor is made of. Not to be shown. */
  readonly files: readonly string[];
  /** What became of its connector's files. */
  readonly connector: Generated;
  /** Of the new descriptor, where it changed. */
  readonly problems: readonly PlacedProblem[];
}

export interface BeforeAndAfter {
  readonly before?: string;
  readonly after: string;
}

/**
 * Takes descriptors from their sources again, compares what they describe, and generates, in one step: copies,
 * registry, connectors and lock change together or not at all, also when the process is killed.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, SERVICE_OBJECT_UNKNOWN; DescriptorError; OutputError
 */
export async function updateConnectors(folder: string, options: UpdateOptions = {}): Promise<Updated[]> {
  const { names, onProgress } = options;
  const out = outFolder(folder, options.out);
  const instances = await findServiceInstances(folder, names);
  await recoverReplacement(out);
  const fetched = await fetchAgain(folder, instances, onProgress);
  const work = workOf(out, fetched);
  const written = work.length === 0 ? [] : await write(folder, out, work, onProgress);
  const byName = new Map(written.map((one) => [one.generated.name, one]));
  return fetched.map((one) => {
    const { name } = one.instance;
    return updated(one, byName.get(name)?.made, byName.get(name)?.generated ?? untouched(out, one));
  });
}

/** What has to be made: what changed, and what the lock does not know to be up to date. */
function workOf(out: string, fetched: readonly Fetched[]): Fetched[] {
  const lock = readLock(out);
  return fetched.filter(
    ({ instance, isChanged }) =>
      isChanged || !isUpToDate(join(out, instance.name), instance, lock, generatorVersion()),
  );
}

interface Written {
  readonly made: Made;
  readonly generated: Generated;
}

/** Makes and writes. Where a copy will lie is asked twice: only under the lock is it certain. */
async function write(
  folder: string,
  out: string,
  work: readonly Fetched[],
  onProgress: OnProgress | undefined,
): Promise<Written[]> {
  const keepings = work.filter(({ isChanged }) => isChanged).map((one) => keepingOf(folder, one));
  const make = (instances: readonly ServiceInstance[]): Made[] => makeAll(work, instances, onProgress);
  const planned = placeKeepings(folder, await readRegistry(folder), keepings);
  let made = make(planned.instances);
  onProgress?.({ step: 'write', files: made.reduce((sum, { files }) => sum + files.length, 0) });
  const changesWorkspace = keepings.length > 0;
  const generated = await writeConnectors(folder, { out, changesWorkspace }, async (workspace) => {
    const { instances, change } = await planKeeping(folder, workspace, keepings);
    if (!isDeepStrictEqual(instances, planned.instances)) made = make(instances);
    return { made, workspace: change };
  });
  return made.flatMap((one, index) => {
    const written = generated[index];
    return written === undefined ? [] : [{ made: one, generated: written }];
  });
}

/** @param kept the Service Instances as they will be registered, of those whose descriptors changed */
function makeAll(
  work: readonly Fetched[],
  kept: readonly ServiceInstance[],
  onProgress: OnProgress | undefined,
): Made[] {
  const byName = new Map(kept.map((instance) => [instance.name, instance]));
  return work.map(({ instance, descriptor }) =>
    makeFromDescriptor(byName.get(instance.name) ?? instance, descriptor, undefined, onProgress),
  );
}

function updated(
  { instance, descriptor, isChanged, old }: Fetched,
  made: Made | undefined,
  connector: Generated,
): Updated {
  const { name, settings } = instance;
  const sha256 = { before: instance.descriptor.sha256, after: descriptor.sha256 };
  const files = descriptor.origin?.files ?? [];
  if (!isChanged || made === undefined)
    return { name, status: 'unchanged', sha256, files, connector, problems: [] };
  const { version: after } = made.selected;
  const status = {
    name,
    status: 'changed' as const,
    sha256,
    files,
    connector,
    problems: inOrderOfPlace(made.problems),
  };
  if (old === undefined) return { ...status, version: { after } };
  const before = selectServiceObjects(old.connector, settings.selection);
  const changes = compareConnectors(before, made.selected);
  return { ...status, version: { before: before.version, after }, changes };
}

/** What is to be said of a connector that needed no work. */
function untouched(out: string, { instance }: Fetched): Generated {
  const { name } = instance;
  const locked = readLock(out).connectors[name];
  return upToDateConnector(join(out, name), instance, locked);
}
