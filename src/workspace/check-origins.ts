import { RestBrokerError } from '../base/errors.js';
import type { Place } from '../base/place.js';
import { shownLocation } from '../load/shown-location.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { SOURCES_AT_ONCE } from './descriptors/fetch-again.js';
import { inParallel } from './descriptors/in-parallel.js';
import { loadSourceIfChanged, sourceFrom } from './descriptors/load-source.js';
import { type OnProgress, phasesOf } from './progress.js';
import { selectServiceInstances } from './registry/find-service-instances.js';
import { placeInRegistry } from './registry/place-in-registry.js';
import { instancesIn, readRegistry } from './registry/read-service-instances.js';

export interface CheckOriginsOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  /** For each file that is fetched, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number;
  readonly onProgress?: OnProgress;
}

/** What the origin of one registered descriptor holds now. */
export interface CheckedOrigin {
  readonly name: string;
  /** `not-asked`: it did not answer, or not with a descriptor, so nobody knows. */
  readonly status: 'same' | 'drifted' | 'not-asked';
  /** As it may be shown. */
  readonly source: string;
  /** Why it could not be asked, without a full stop. */
  readonly reason?: string;
  /** Where it is registered; absent where nothing is to be said of it. */
  readonly place?: Place;
}

const FROM_INPUT = 'it came from standard input. Register it from a file or a URL to have it compared';

/**
 * Whether registered descriptors are still those of their sources: asks all of them, a few at a time, and fetches
 * only what its server does not call unchanged. Nothing is written. The hash compared is that of the whole, so a
 * change in a file that the descriptor refers to counts.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID
 */
export async function checkOrigins(
  folder: string,
  { names = [], timeoutMs, onProgress }: CheckOriginsOptions = {},
): Promise<CheckedOrigin[]> {
  const registry = await readRegistry(folder);
  const instances = selectServiceInstances(folder, instancesIn(registry), names);
  const origins = await inParallel(instances, SOURCES_AT_ONCE, async (instance): Promise<CheckedOrigin> => {
    const { name, descriptor } = instance;
    const shown = { name, source: shownLocation(descriptor.source) };
    if (descriptor.source === '-') return { ...shown, status: 'not-asked', reason: FROM_INPUT };
    try {
      const onPhase = phasesOf(name, onProgress);
      return { ...shown, status: await statusOf(folder, instance, { onPhase, timeoutMs }) };
    } catch (failure) {
      if (!(failure instanceof RestBrokerError)) throw failure;
      return { ...shown, status: 'not-asked', reason: failure.message.replace(/\.$/, '') };
    }
  });
  return origins.map((origin) => {
    if (origin.status === 'same') return origin;
    return {
      ...origin,
      place: placeInRegistry(folder, registry.text, [origin.name, 'descriptor', 'source']),
    };
  });
}

async function statusOf(
  folder: string,
  { descriptor }: ServiceInstance,
  options: Parameters<typeof loadSourceIfChanged>[2],
): Promise<'same' | 'drifted'> {
  const known = await loadSourceIfChanged(sourceFrom(folder, descriptor.source), descriptor, options);
  return known === undefined || known.sha256 === descriptor.sha256 ? 'same' : 'drifted';
}
