import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescriptorError, RegistrationError } from '../../base/errors.js';
import { sha256 } from '../../base/sha256.js';
import { visibleText } from '../../base/visible-text.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { KEEP_LINE_ENDS, withOtherLineEnds } from '../line-ends.js';
import { systemReason } from '../system-reason.js';

/**
 * The bytes of a Service Instance's registered copy, just as it was when it was registered.
 *
 * @throws DescriptorError DESCRIPTOR_UNREADABLE when the copy is gone
 * @throws RegistrationError REGISTRATION_INVALID when it was changed since
 */
export function readRegisteredCopy(folder: string, instance: ServiceInstance): Buffer {
  const file = join(folder, instance.descriptor.file);
  const bytes = readCopy(file, instance);
  if (sha256(bytes) !== instance.descriptor.sha256) throw wasChanged(file, bytes, instance);
  return bytes;
}

function readCopy(file: string, { name }: ServiceInstance): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new DescriptorError('DESCRIPTOR_UNREADABLE', {
      who: visibleText(file),
      what: `the registered descriptor of ${name} could not be read: ${systemReason(cause)}`,
      advice: `Take it from its source again with: rest-broker refresh ${name}`,
      cause,
    });
  }
}

function wasChanged(file: string, bytes: Buffer, { name, descriptor }: ServiceInstance): RegistrationError {
  if (sha256(Buffer.from(withOtherLineEnds(bytes.toString()))) === descriptor.sha256) {
    const what = `the registered descriptor of ${name} has other line ends than it was registered with`;
    return new RegistrationError('REGISTRATION_INVALID', {
      who: visibleText(file),
      what,
      advice: KEEP_LINE_ENDS,
    });
  }
  const isSource = descriptor.source === descriptor.file;
  const advice = isSource
    ? `Accept it as it is now with: rest-broker refresh ${name}`
    : `Take it from its source again with: rest-broker refresh ${name}; or keep what was changed by registering that file with --replace`;
  return new RegistrationError('REGISTRATION_INVALID', {
    who: visibleText(file),
    what: `the file was changed after it was registered for ${name}: its SHA-256 is not the recorded one`,
    advice,
  });
}
