import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { RegistrationError } from '../base/errors.js';
import { nearNames } from '../base/near-names.js';
import { quoted, visibleText } from '../base/visible-text.js';
import type { Connector } from '../model/connector.js';
import { DEFAULT_SETTINGS, type ServiceInstance } from '../model/service-instance.js';
import { describeThoroughly, type PlacedProblem } from './descriptors/describe-descriptor.js';
import { loadSource, type OnPhase } from './descriptors/load-source.js';
import { readRegisteredDescriptor } from './descriptors/read-registered-descriptor.js';
import { adviceWithoutRegistry } from './registry/find-workspace.js';
import { readServiceInstances, registryFile } from './registry/read-service-instances.js';
import { NAME_PATTERN } from './registry/service-instances-schema.js';

export interface InspectOptions {
  /** Name of a Service Instance; else path from the current folder, URL, or `-` for standard input. */
  readonly nameOrLocation: string;
  readonly onPhase?: OnPhase;
}

export interface Inspected {
  /** Absent for a descriptor that was named by its location: it is described with the default settings. */
  readonly instance?: ServiceInstance;
  readonly connector: Connector;
  /** The descriptor as it may be shown. */
  readonly location: string;
  readonly problems: readonly PlacedProblem[];
}

/**
 * What a registered or any other descriptor comes to, with every Problem. Nothing is written.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID; DescriptorError
 */
export async function inspectDescriptor(
  folder: string,
  { nameOrLocation, onPhase }: InspectOptions,
): Promise<Inspected> {
  const instance = await findByName(folder, nameOrLocation);
  if (instance === undefined) return inspectLocation(nameOrLocation, onPhase);
  const { name: serviceInstance, settings } = instance;
  const descriptor = await readRegisteredDescriptor(folder, instance, onPhase);
  const { source } = instance.descriptor;
  const described = await describeThoroughly(descriptor, { serviceInstance, settings, source });
  return { instance, location: descriptor.location, ...described };
}

async function inspectLocation(location: string, onPhase?: OnPhase): Promise<Inspected> {
  const descriptor = await loadSource(location, onPhase);
  const described = await describeThoroughly(descriptor, {
    serviceInstance: nameFor(location),
    settings: DEFAULT_SETTINGS,
    source: location,
  });
  return { location: descriptor.location, ...described };
}

/** The registry is only asked about what can be a name, so that a broken one hinders nobody to look at a file. */
export async function findByName(folder: string, name: string): Promise<ServiceInstance | undefined> {
  if (!new RegExp(NAME_PATTERN).test(name)) return undefined;
  const registered = await readServiceInstances(folder);
  const found = registered.find((instance) => instance.name === name);
  if (found === undefined && !existsSync(name)) throw neither(folder, name, registered);
  return found;
}

/** A name that this descriptor could be registered under. */
function nameFor(location: string): string {
  const [path = ''] = location.split(/[?#]/);
  const stem = basename(path, extname(path)).replace(/\.(?:swagger|openapi)$/i, '');
  const name = stem.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z_]+/, '');
  return name === '' ? 'descriptor' : name.slice(0, 64);
}

function neither(folder: string, name: string, registered: readonly ServiceInstance[]): RegistrationError {
  const names = registered.map((instance) => instance.name);
  const near = nearNames(name, names);
  const all = names.length === 0 ? adviceWithoutRegistry(folder) : `Registered: ${names.join(', ')}`;
  return new RegistrationError('SERVICE_INSTANCE_UNKNOWN', {
    who: visibleText(registryFile(folder)),
    what: `there is no Service Instance ${quoted(name)}, and no file of that name`,
    advice: near.length === 0 ? all : `Perhaps you meant ${near.map(quoted).join(' or ')}`,
  });
}
