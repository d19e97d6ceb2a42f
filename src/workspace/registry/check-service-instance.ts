import type { ServiceInstance } from '../../model/service-instance.js';
import { refuseFindings } from './read-service-instances.js';
import { REGISTRY_FILE } from './registry-text.js';
import { toEntry } from './service-instance-entry.js';

/**
 * Whether a Service Instance may be written at all: to be asked before anything else is stored for it.
 *
 * @throws RegistrationError REGISTRATION_INVALID with every finding; no value stands in the message
 */
export function checkServiceInstance(instance: ServiceInstance): Promise<void> {
  return refuseFindings(REGISTRY_FILE, { [instance.name]: toEntry(instance) });
}
