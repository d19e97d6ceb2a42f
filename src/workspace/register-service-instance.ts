import { RegistrationError } from '../base/errors.js';
import { quoted, visibleText } from '../base/visible-text.js';
import type { Connector } from '../model/connector.js';
import {
  DEFAULT_SETTINGS,
  type ServiceInstance,
  type ServiceInstanceSettings,
} from '../model/service-instance.js';
import { describeNew, inOrderOfPlace, type PlacedProblem } from './descriptors/describe-descriptor.js';
import { keepDescriptor } from './descriptors/keep-descriptors.js';
import { loadSource, type OnPhase } from './descriptors/load-source.js';
import { checkServiceInstance } from './registry/check-service-instance.js';
import { readServiceInstances, registryFile } from './registry/read-service-instances.js';

export interface RegisterOptions {
  readonly name: string;
  /** Path from the current folder, http or https URL (it may name `${VARIABLE}`s), or `-` for standard input. */
  readonly location: string;
  /** What differs from the defaults. */
  readonly settings?: Partial<ServiceInstanceSettings>;
  /** Replace the Service Instance of that name, settings and all. Default false. */
  readonly overwrite?: boolean;
  readonly onPhase?: OnPhase;
}

export interface Registered {
  readonly instance: ServiceInstance;
  readonly connector: Connector;
  /** Warnings and notes: errors are refused. */
  readonly problems: readonly PlacedProblem[];
}

/**
 * Registers a descriptor: keeps a copy of it in `descriptors/` and records the Service Instance in
 * `service-instances.yaml`. Whatever is refused leaves the disk as it was.
 *
 * @param folder the workspace
 * @throws RegistrationError REGISTRATION_EXISTS, REGISTRATION_INVALID
 * @throws DescriptorError; OutputError OUTPUT_REFUSED
 */
export async function registerServiceInstance(folder: string, options: RegisterOptions): Promise<Registered> {
  const { name, location, onPhase } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  await checkServiceInstance(provisional(name, location, settings));
  await refuseClash(folder, name, options.overwrite === true);
  const descriptor = await loadSource(location, onPhase);
  const described = describeNew(descriptor, { serviceInstance: name, settings, source: location });
  const instance = await keepDescriptor(folder, { name, settings, descriptor, source: location });
  return { instance, connector: described.connector, problems: inOrderOfPlace(described.problems) };
}

/** To be checked before anything is fetched: a refused name or setting needs no network. */
function provisional(name: string, source: string, settings: ServiceInstanceSettings): ServiceInstance {
  return { name, descriptor: { file: 'descriptors/new', source, sha256: '0'.repeat(64) }, settings };
}

async function refuseClash(folder: string, name: string, overwrite: boolean): Promise<void> {
  const registered = await readServiceInstances(folder);
  const clash = registered.find((instance) => instance.name.toLowerCase() === name.toLowerCase());
  if (clash === undefined || (overwrite && clash.name === name)) return;
  if (clash.name !== name) {
    throw exists(
      folder,
      `${quoted(name)} differs from the registered ${quoted(clash.name)} only in case`,
      'Choose another name',
    );
  }
  throw exists(
    folder,
    `there is a Service Instance ${quoted(name)} already`,
    `Take its descriptor anew with: rest-broker refresh ${name}; or replace it, settings and all, with --replace`,
  );
}

function exists(folder: string, what: string, advice: string): RegistrationError {
  return new RegistrationError('REGISTRATION_EXISTS', {
    who: visibleText(registryFile(folder)),
    what,
    advice,
  });
}
