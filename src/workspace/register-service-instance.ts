import { RegistrationError } from '../base/errors.js';
import { quoted, visibleText } from '../base/visible-text.js';
import type { Connector } from '../model/connector.js';
import {
  DEFAULT_SETTINGS,
  type ServiceInstance,
  type ServiceInstanceSettings,
} from '../model/service-instance.js';
import { describeUsable, inOrderOfPlace, type PlacedProblem } from './describe-descriptor.js';
import { keepDescriptor } from './keep-descriptor.js';
import { loadSource, type OnPhase } from './load-source.js';
import { readServiceInstances, registryFile } from './read-service-instances.js';
import { checkServiceInstance } from './save-service-instance.js';

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
  checkServiceInstance(provisional(name, location, settings));
  const previous = await findPrevious(folder, name, options.overwrite === true);
  const descriptor = await loadSource(location, onPhase);
  const described = describeUsable(descriptor, { serviceInstance: name, settings, source: location });
  const instance = await keepDescriptor(folder, { name, settings, descriptor, source: location, previous });
  return { instance, connector: described.connector, problems: inOrderOfPlace(described.problems) };
}

/** To be checked before anything is fetched: a refused name or setting needs no network. */
function provisional(name: string, source: string, settings: ServiceInstanceSettings): ServiceInstance {
  return { name, descriptor: { file: 'descriptors/new', source, sha256: '0'.repeat(64) }, settings };
}

async function findPrevious(
  folder: string,
  name: string,
  overwrite: boolean,
): Promise<ServiceInstance | undefined> {
  const registered = await readServiceInstances(folder);
  const clash = registered.find((instance) => instance.name.toLowerCase() === name.toLowerCase());
  if (clash === undefined || (overwrite && clash.name === name)) return clash;
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
