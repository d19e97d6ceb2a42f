import { DescriptorError } from '../base/errors.js';
import type { Problem } from '../base/problem.js';
import type { Descriptor } from '../load/descriptor.js';
import { detectDialect } from './detect-dialect.js';
import type { NormalDescriptor } from './normal-descriptor.js';
import { normalizeOpenApi3 } from './openapi-3/normalize-openapi-3.js';
import { normalizeSwagger2 } from './swagger-2/normalize-swagger-2.js';
import { Reading } from './tree/reading.js';

/** A descriptor in the one shape, and what was found wrong on the way there. */
export interface Normalized {
  readonly normal: NormalDescriptor;
  readonly problems: Problem[];
}

/**
 * Brings Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 into one shape. The descriptor is not changed. What can be
 * mended is mended and reported as a Problem.
 *
 * @throws DescriptorError `DESCRIPTOR_VERSION_UNKNOWN`, or `DESCRIPTOR_UNUSABLE` where neither an operation
 *   nor a schema can be made out
 */
export function normalizeDescriptor(descriptor: Descriptor): Normalized {
  const reading = new Reading(descriptor.document, detectDialect(descriptor));
  const normal = reading.dialect === '2.0' ? normalizeSwagger2(reading) : normalizeOpenApi3(reading);
  if (normal.operations.length === 0 && normal.schemas.size === 0) {
    throw new DescriptorError('DESCRIPTOR_UNUSABLE', {
      who: descriptor.location,
      what: 'no operation and no schema can be made out in it',
      advice: 'Describe at least one operation under paths',
      place: descriptor.locate(''),
    });
  }
  return { normal, problems: reading.problems };
}
