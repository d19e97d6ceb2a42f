import { join, resolve } from 'node:path';
import { SettingError } from '../base/errors.js';
import { isMadeByUs } from '../emit/typescript/file-header.js';
import type { Selection, ServiceInstance } from '../model/service-instance.js';
import { type ConnectorsLock, lockedConnector, readLock, writeLock } from './connectors-lock.js';
import type { PlacedProblem } from './describe-descriptor.js';
import { findServiceInstances } from './find-service-instances.js';
import { generatorVersion } from './generator-version.js';
import { isUpToDate } from './is-up-to-date.js';
import type { OnPhase } from './load-source.js';
import type { Made } from './make-connector.js';
import { planReplacement } from './plan-replacement.js';
import { readRegisteredCopy } from './read-registered-copy.js';
import { recoverReplacement } from './recover-replacement.js';
import { type Replaced, replaceFiles } from './replace-files.js';
import { checkServiceInstance, saveServiceInstance } from './save-service-instance.js';

export const DEFAULT_OUT = 'generated';

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
  readonly onPhase?: OnPhase;
}

export interface Generated extends Replaced {
  readonly name: string;
  /** Folder of the connector, to be shown. */
  readonly folder: string;
  /** Absent: everything is generated. */
  readonly selection?: Selection;
  /** System names that were not selected but are needed by what was. */
  readonly broughtAlong: readonly string[];
  /** None where the lock told that there was nothing to do. */
  readonly problems: readonly PlacedProblem[];
}

/**
 * Generates connectors from the registered descriptors. Nothing is written before all of them are made and
 * nothing stands in their way. What the lock knows to be up to date is not made at all.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID, SERVICE_OBJECT_UNKNOWN
 * @throws SettingError USAGE_WRONG; DescriptorError; OutputError OUTPUT_REFUSED
 */
export async function generateConnectors(
  folder: string,
  options: GenerateOptions = {},
): Promise<Generated[]> {
  const { names, selection } = options;
  const instances = await findServiceInstances(folder, names);
  if (selection !== undefined && selection !== 'all' && instances.length > 1)
    throw selectsFromMany(instances);
  const out = resolve(folder, options.out ?? DEFAULT_OUT);
  await recoverReplacement(out);
  const lock = readLock(out);
  const results = new Map<string, Generated>();
  const stale = instances.filter((instance) => {
    const known = options.force === true ? undefined : upToDate(folder, instance, lock, options);
    if (known !== undefined) results.set(instance.name, known);
    return known === undefined;
  });
  if (stale.length > 0) await generate(folder, stale, lock, options, results);
  return instances.flatMap(({ name }) => results.get(name) ?? []);
}

/** What is to be said of a connector that needs no work; undefined where it needs some. */
function upToDate(
  folder: string,
  instance: ServiceInstance,
  lock: ConnectorsLock,
  { selection, out = DEFAULT_OUT }: GenerateOptions,
): Generated | undefined {
  if (selection !== undefined) return undefined;
  const { name, settings } = instance;
  const connector = join(out, name);
  if (!isUpToDate(resolve(folder, connector), instance, lock, generatorVersion())) return undefined;
  readRegisteredCopy(folder, instance);
  const locked = lock.connectors[name];
  return {
    name,
    folder: join(folder, connector),
    written: [],
    unchanged: Object.keys(locked?.files ?? {}),
    removed: [],
    ...(settings.selection === undefined ? {} : { selection: settings.selection }),
    broughtAlong: locked?.broughtAlong ?? [],
    problems: [],
  };
}

async function generate(
  folder: string,
  instances: readonly ServiceInstance[],
  lock: ConnectorsLock,
  { selection, out = DEFAULT_OUT, onPhase }: GenerateOptions,
  results: Map<string, Generated>,
): Promise<void> {
  // The generator itself is only loaded where there is something to generate.
  const { makeConnector } = await import('./make-connector.js');
  const made: Made[] = [];
  for (const instance of instances) made.push(await makeConnector(folder, instance, selection, onPhase));
  for (const { instance, files } of made) {
    checkServiceInstance(instance);
    planReplacement(resolve(folder, out, instance.name), files, isMadeByUs);
  }
  const connectors = { ...lock.connectors };
  for (const one of made) {
    const { name } = one.instance;
    const replaced = await replaceFiles(resolve(folder, out, name), one.files, isMadeByUs);
    const generated = report(one, join(folder, out, name), replaced);
    results.set(name, generated);
    connectors[name] = lockedConnector(one.instance, generatorVersion(), generated.broughtAlong, one.files);
  }
  if (selection !== undefined) for (const { instance } of made) await saveServiceInstance(folder, instance);
  // Last: a run that was cut short is not taken for one that was finished.
  writeLock(resolve(folder, out), connectors);
}

function report({ instance, selected, problems }: Made, folder: string, replaced: Replaced): Generated {
  const { selection } = instance.settings;
  const chosen =
    selection === undefined ? undefined : new Set([...selection.objects, ...selection.systemTypes]);
  const names = selected.serviceObjects.map(({ systemName }) => systemName);
  return {
    name: instance.name,
    folder,
    ...replaced,
    ...(selection === undefined ? {} : { selection }),
    broughtAlong: chosen === undefined ? [] : names.filter((name) => !chosen.has(name)),
    problems,
  };
}

function selectsFromMany(instances: readonly ServiceInstance[]): SettingError {
  return new SettingError('USAGE_WRONG', {
    who: '--objects and --system-types',
    what: `they select from one Service Instance, and ${instances.length} are to be generated`,
    advice: `Name one of them: ${instances.map(({ name }) => name).join(', ')}`,
  });
}
