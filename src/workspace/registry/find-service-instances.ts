import { RegistrationError } from '../../base/errors.js';
import { visibleText } from '../../base/visible-text.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { adviceWithoutRegistry } from './find-workspace.js';
import { readServiceInstances, registryFile } from './read-service-instances.js';
import { unknownServiceInstance } from './unknown-service-instance.js';

/**
 * The named Service Instances, each once, in the order of the registry; without names, all of them.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names, or when there is none at all
 */
export async function findServiceInstances(
  folder: string,
  names: readonly string[] = [],
): Promise<ServiceInstance[]> {
  return selectServiceInstances(folder, await readServiceInstances(folder), names);
}

/**
 * The same of what was read already.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names, or when there is none at all
 */
export function selectServiceInstances(
  folder: string,
  registered: readonly ServiceInstance[],
  names: readonly string[],
): ServiceInstance[] {
  if (registered.length === 0) throw noneRegistered(folder);
  const known = registered.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownServiceInstance(registryFile(folder), unknown, known);
  return names.length === 0 ? [...registered] : registered.filter(({ name }) => names.includes(name));
}

/** @throws RegistrationError SERVICE_INSTANCE_UNKNOWN with the near names */
export async function findServiceInstance(folder: string, name: string): Promise<ServiceInstance> {
  const [found] = await findServiceInstances(folder, [name]);
  if (found === undefined) throw unknownServiceInstance(registryFile(folder), name, []);
  return found;
}

function noneRegistered(folder: string): RegistrationError {
  return new RegistrationError('SERVICE_INSTANCE_UNKNOWN', {
    who: visibleText(registryFile(folder)),
    what: 'no Service Instance is registered here',
    advice: adviceWithoutRegistry(folder),
  });
}
