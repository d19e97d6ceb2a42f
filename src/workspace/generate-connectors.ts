import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SettingError } from '../base/errors.js';
import type { Selection, ServiceInstance } from '../model/service-instance.js';
import { type ConnectorsLock, readLock } from './connectors/connectors-lock.js';
import { type Generated, upToDateConnector } from './connectors/generated.js';
import { generatorVersion } from './connectors/generator-version.js';
import { isUpToDate } from './connectors/is-up-to-date.js';
import { leftOverConnectors } from './connectors/left-over-connectors.js';
import type { Made } from './connectors/make-connector.js';
import { readRegisteredCopy } from './descriptors/read-registered-copy.js';
import { outFolder } from './folders/out-folder.js';
import { recoverReplacement } from './folders/recover-replacement.js';
import type { OnProgress } from './progress.js';
import { checkServiceInstance } from './registry/check-service-instance.js';
import { selectServiceInstances } from './registry/find-service-instances.js';
import { readServiceInstances, registeredNow } from './registry/read-service-instances.js';

export interface GenerateOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  /**
   * What to generate of the one Service Instance, and to remember; `all` forgets what was remembered. Absent:
   * what is remembered.
   */
  readonly selection?: Selection | 'all';
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
  /** Make everything again, whatever the lock says. Default false. */
  readonly force?: boolean;
  /** Also take away what was made for Service Instances that are registered no more. Default false. */
  readonly prune?: boolean;
  readonly onProgress?: OnProgress;
}

/**
 * Generates connectors from the registered descriptors: all of them, their lock and the remembered selection, or,
 * when anything is refused, nothing. What the lock knows to be up to date is not made at all.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID, SERVICE_OBJECT_UNKNOWN
 * @throws SettingError USAGE_WRONG; DescriptorError; OutputError OUTPUT_REFUSED
 */
export async function generateConnectors(
  folder: string,
  options: GenerateOptions = {},
): Promise<Generated[]> {
  const { selection } = options;
  const instances = await instancesToGenerate(folder, options);
  if (selection !== undefined && selection !== 'all' && instances.length > 1)
    throw selectsFromMany(instances);
  const out = resolve(outFolder(folder, options.out));
  await recoverReplacement(out);
  const lock = readLock(out);
  const results = new Map<string, Generated>();
  const stale = instances.filter((instance) => {
    const known = options.force === true ? undefined : upToDate(folder, instance, lock, options);
    if (known !== undefined) results.set(instance.name, known);
    return known === undefined;
  });
  const dropped = options.prune === true ? await unregisteredIn(folder, out, lock) : [];
  if (stale.length + dropped.length > 0)
    for (const one of await generate(folder, stale, dropped, options)) results.set(one.name, one);
  return [...instances.map(({ name }) => name), ...dropped].flatMap((name) => results.get(name) ?? []);
}

/** Where the last one is registered no more, its connector can be taken away all the same. */
async function instancesToGenerate(
  folder: string,
  { names = [], prune }: GenerateOptions,
): Promise<ServiceInstance[]> {
  const registered = await readServiceInstances(folder);
  const onlyPrunes = prune === true && registered.length === 0 && names.length === 0;
  return onlyPrunes ? [] : selectServiceInstances(folder, registered, names);
}

/** What is to be said of a connector that needs no work; undefined where it needs some. */
function upToDate(
  folder: string,
  instance: ServiceInstance,
  lock: ConnectorsLock,
  { selection, out }: GenerateOptions,
): Generated | undefined {
  if (selection !== undefined) return undefined;
  const { name } = instance;
  const connector = join(outFolder(folder, out), name);
  if (!isUpToDate(connector, instance, lock, generatorVersion())) return undefined;
  readRegisteredCopy(folder, instance);
  return upToDateConnector(connector, instance, lock.connectors[name]);
}

async function unregisteredIn(folder: string, out: string, lock: ConnectorsLock): Promise<string[]> {
  return leftOverConnectors(out, lock, await readServiceInstances(folder)).map(({ name }) => name);
}

async function generate(
  folder: string,
  instances: readonly ServiceInstance[],
  dropped: readonly string[],
  options: GenerateOptions,
): Promise<Generated[]> {
  // The generator itself is only loaded where there is something to generate.
  const [{ writeConnectors }, { planInstances }] = await Promise.all([
    import('./connectors/write-connectors.js'),
    import('./registry/plan-registry.js'),
  ]);
  const { selection, out, onProgress } = options;
  let made = await makeAll(folder, instances, options);
  onProgress?.({ step: 'write', files: made.reduce((sum, { files }) => sum + files.length, 0) });
  const remembers = selection !== undefined;
  const place = { out: outFolder(folder, out), changesWorkspace: remembers };
  return writeConnectors(folder, place, async (workspace) => {
    // Another process may have registered another descriptor while these were being made.
    const now = await asRegisteredNow(folder, instances);
    if (!isDeepStrictEqual(now, instances)) made = await makeAll(folder, now, options);
    const remembered = made.map(({ instance }) => instance);
    return {
      made,
      dropped,
      ...(remembers ? { workspace: await planInstances(folder, workspace, remembered) } : {}),
    };
  });
}

async function makeAll(
  folder: string,
  instances: readonly ServiceInstance[],
  { selection, onProgress }: GenerateOptions,
): Promise<Made[]> {
  const { makeConnector } = await import('./connectors/make-connector.js');
  const made: Made[] = [];
  for (const instance of instances) made.push(await makeConnector(folder, instance, selection, onProgress));
  for (const { instance } of made) await checkServiceInstance(instance);
  return made;
}

/** @throws RegistrationError SERVICE_INSTANCE_UNKNOWN where one is registered no more */
async function asRegisteredNow(
  folder: string,
  instances: readonly ServiceInstance[],
): Promise<readonly ServiceInstance[]> {
  if (instances.length === 0) return [];
  const names = instances.map(({ name }) => name);
  return selectServiceInstances(folder, await registeredNow(folder), names);
}

function selectsFromMany(instances: readonly ServiceInstance[]): SettingError {
  return new SettingError('USAGE_WRONG', {
    who: '--objects and --system-types',
    what: `they select from one Service Instance, and ${instances.length} are to be generated`,
    advice: `Name one of them: ${instances.map(({ name }) => name).join(', ')}`,
  });
}
