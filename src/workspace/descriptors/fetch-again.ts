import { DescriptorError } from '../../base/errors.js';
import type { Descriptor } from '../../load/descriptor.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { type OnProgress, phasesOf } from '../progress.js';
import { type Described, describeDescriptor } from './describe-descriptor.js';
import { inParallel } from './in-parallel.js';
import type { Keeping } from './keep-descriptors.js';
import { loadSource, sourceFrom } from './load-source.js';
import { readRegisteredCopy } from './read-registered-copy.js';
import { readRegisteredDescriptor } from './read-registered-descriptor.js';

/** How many sources are asked at once. */
export const SOURCES_AT_ONCE = 6;

/** What the source of a Service Instance holds now. */
export interface Fetched {
  readonly instance: ServiceInstance;
  readonly descriptor: Descriptor;
  /** Whether there is anything to be kept: another text, or a copy that is not as it was registered. */
  readonly isChanged: boolean;
  /** What it described until now; undefined where nothing changed, or the registered copy is gone or was edited. */
  readonly old: Described | undefined;
}

/**
 * Takes descriptors from their sources again; nothing is written.
 *
 * @throws DescriptorError
 */
export function fetchAgain(
  folder: string,
  instances: readonly ServiceInstance[],
  onProgress?: OnProgress,
): Promise<Fetched[]> {
  const unfetchable = instances.find(({ descriptor }) => descriptor.source === '-');
  if (unfetchable !== undefined) throw notFetchable(unfetchable.name);
  return inParallel(instances, SOURCES_AT_ONCE, async (instance) => {
    const { name, descriptor: registered } = instance;
    const source = sourceFrom(folder, registered.source);
    const descriptor = await loadSource(source, phasesOf(name, onProgress));
    const isChanged = descriptor.sha256 !== registered.sha256 || !isCopyGood(folder, instance);
    const old = isChanged ? await describeOld(folder, instance) : undefined;
    return { instance, descriptor, isChanged, old };
  });
}

/** What is to be kept of what was fetched. */
export function keepingOf(folder: string, { instance, descriptor }: Fetched): Keeping {
  const { name, settings } = instance;
  return { name, settings, descriptor, source: sourceFrom(folder, instance.descriptor.source) };
}

function isCopyGood(folder: string, instance: ServiceInstance): boolean {
  try {
    readRegisteredCopy(folder, instance);
    return true;
  } catch {
    return false;
  }
}

/** The old copy only serves the comparison: whatever is wrong with it, the new one takes its place. */
async function describeOld(folder: string, instance: ServiceInstance): Promise<Described | undefined> {
  try {
    const { name: serviceInstance, settings, descriptor } = instance;
    const old = await readRegisteredDescriptor(folder, instance);
    return describeDescriptor(old, { serviceInstance, settings, source: descriptor.source });
  } catch {
    return undefined;
  }
}

function notFetchable(name: string): DescriptorError {
  return new DescriptorError('DESCRIPTOR_UNREADABLE', {
    who: `Service Instance ${name}`,
    what: 'its descriptor came from standard input and cannot be taken from there again',
    advice: 'Name the ones to refresh, and register this one again with --replace',
  });
}
