import { join } from 'node:path';
import { visibleText } from '../../base/visible-text.js';
import type { Descriptor } from '../../load/descriptor.js';
import { parseDescriptor } from '../../load/parse-descriptor.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { loadOptions, type OnPhase } from './load-source.js';
import { readRegisteredCopy } from './read-registered-copy.js';

/**
 * The registered descriptor of a Service Instance.
 *
 * @throws DescriptorError DESCRIPTOR_UNREADABLE when the copy is gone
 * @throws RegistrationError REGISTRATION_INVALID when it was changed since it was registered
 */
export function readRegisteredDescriptor(
  folder: string,
  instance: ServiceInstance,
  onPhase?: OnPhase,
): Promise<Descriptor> {
  const file = join(folder, instance.descriptor.file);
  onPhase?.('read', visibleText(file));
  const text = readRegisteredCopy(folder, instance).toString('utf8');
  return parseDescriptor(text, file, loadOptions(onPhase));
}
