import { DescriptorError } from '../base/errors.js';
import type { Descriptor } from '../load/descriptor.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { type ConnectorChanges, compareConnectors } from './compare-connectors.js';
import {
  type Described,
  describeDescriptor,
  describeUsable,
  inOrderOfPlace,
  type PlacedProblem,
} from './describe-descriptor.js';
import { findServiceInstances } from './find-service-instances.js';
import { keepDescriptor } from './keep-descriptor.js';
import { loadSource, type OnPhase, sourceFrom } from './load-source.js';
import { readRegisteredDescriptor } from './read-registered-descriptor.js';

export interface RefreshOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  readonly onPhase?: OnPhase;
}

/** What the source of one Service Instance turned out to hold. */
export interface Refreshed {
  readonly name: string;
  readonly status: 'changed' | 'unchanged';
  /** SHA-256 of the registered copy before and now, in hex. */
  readonly before: string;
  readonly after: string;
  /** Absent when nothing changed, or when the old copy could not be read any more. */
  readonly changes?: ConnectorChanges;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Takes the descriptors from their sources again; settings stay. Nothing is written before all of them have
 * been loaded and found usable.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN; DescriptorError; OutputError
 */
export async function refreshServiceInstances(
  folder: string,
  { names, onPhase }: RefreshOptions = {},
): Promise<Refreshed[]> {
  const instances = await findServiceInstances(folder, names);
  const fetched: Fetched[] = [];
  for (const instance of instances) fetched.push(await fetchAgain(folder, instance, onPhase));
  const refreshed: Refreshed[] = [];
  for (const one of fetched) refreshed.push(await keep(folder, one));
  return refreshed;
}

interface Fetched {
  readonly instance: ServiceInstance;
  readonly descriptor: Descriptor;
  readonly described: Described;
  /** The Connector until now; undefined where the old copy is gone or was edited. */
  readonly old: Described | undefined;
}

async function fetchAgain(folder: string, instance: ServiceInstance, onPhase?: OnPhase): Promise<Fetched> {
  const { name, settings, descriptor: registered } = instance;
  if (registered.source === '-') throw notFetchable(name);
  const descriptor = await loadSource(sourceFrom(folder, registered.source), onPhase);
  const options = { serviceInstance: name, settings, source: registered.source };
  return {
    instance,
    descriptor,
    described: describeUsable(descriptor, options),
    old: await describeOld(folder, instance),
  };
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

async function keep(folder: string, { instance, descriptor, described, old }: Fetched): Promise<Refreshed> {
  const { name, settings } = instance;
  const { problems, connector } = described;
  const before = instance.descriptor.sha256;
  const after = descriptor.sha256;
  if (before === after && old !== undefined)
    return { name, status: 'unchanged', before, after, problems: inOrderOfPlace(problems) };
  const source = sourceFrom(folder, instance.descriptor.source);
  await keepDescriptor(folder, { name, settings, descriptor, source, previous: instance });
  const changes = old === undefined ? {} : { changes: compareConnectors(old.connector, connector) };
  return { name, status: 'changed', before, after, ...changes, problems: inOrderOfPlace(problems) };
}

function notFetchable(name: string): DescriptorError {
  return new DescriptorError('DESCRIPTOR_UNREADABLE', {
    who: `Service Instance ${name}`,
    what: 'its descriptor came from standard input and cannot be taken from there again',
    advice: 'Name the ones to refresh, and register this one again with --replace',
  });
}
