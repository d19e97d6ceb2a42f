import type { Change } from '../compare/change.js';
import { compareConnectors } from '../compare/compare-connectors.js';
import {
  type Described,
  describeNew,
  inOrderOfPlace,
  type PlacedProblem,
} from './descriptors/describe-descriptor.js';
import { type Fetched, fetchAgain, keepingOf } from './descriptors/fetch-again.js';
import { keepDescriptors } from './descriptors/keep-descriptors.js';
import type { OnProgress } from './progress.js';
import { findServiceInstances } from './registry/find-service-instances.js';

export interface RefreshOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  readonly onProgress?: OnProgress;
}

/** What the source of one Service Instance turned out to hold. */
export interface Refreshed {
  readonly name: string;
  readonly status: 'changed' | 'unchanged';
  /** SHA-256 of the registered copy before and now, in hex. */
  readonly before: string;
  readonly after: string;
  /** What it means to callers; absent when nothing changed, or when the old copy could not be read any more. */
  readonly changes?: readonly Change[];
  readonly problems: readonly PlacedProblem[];
}

/**
 * Takes the descriptors from their sources again; settings stay. All of them are loaded and found usable before
 * anything is written, and all are kept or none.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN; DescriptorError; OutputError
 */
export async function refreshServiceInstances(
  folder: string,
  { names, onProgress }: RefreshOptions = {},
): Promise<Refreshed[]> {
  const instances = await findServiceInstances(folder, names);
  const fetched = await fetchAgain(folder, instances, onProgress);
  const described = fetched.map((one) => [one, describeNow(one)] as const);
  const changed = fetched.filter(({ isChanged }) => isChanged);
  if (changed.length > 0)
    await keepDescriptors(
      folder,
      changed.map((one) => keepingOf(folder, one)),
    );
  return described.map(([one, now]) => refreshed(one, now));
}

/** @throws DescriptorError DESCRIPTOR_UNUSABLE */
function describeNow({ instance, descriptor }: Fetched): Described {
  const { name: serviceInstance, settings } = instance;
  return describeNew(descriptor, { serviceInstance, settings, source: instance.descriptor.source });
}

function refreshed({ instance, descriptor, old, isChanged }: Fetched, described: Described): Refreshed {
  const { name, descriptor: registered } = instance;
  const hashes = { before: registered.sha256, after: descriptor.sha256 };
  const problems = inOrderOfPlace(described.problems);
  if (!isChanged) return { name, status: 'unchanged', ...hashes, problems };
  const changes = old && { changes: compareConnectors(old.connector, described.connector) };
  return { name, status: 'changed', ...hashes, ...changes, problems };
}
