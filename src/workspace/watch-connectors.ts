import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RestBrokerError, SettingError } from '../base/errors.js';
import { isHttpUrl } from '../load/shown-location.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { sourceFrom } from './descriptors/load-source.js';
import type { OnProgress } from './progress.js';
import { findServiceInstances } from './registry/find-service-instances.js';
import { type Updated, updateConnectors } from './update-connectors.js';
import { FileWatch } from './watch-files.js';

/** An editor saves in several steps, and several files at once: they are taken together. */
const SETTLE_MS = 100;

export interface WatchOptions {
  /** Without names: all whose descriptor comes from a file. */
  readonly names?: readonly string[];
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Told once everything is up to date and watched. */
  readonly onWatching?: (names: readonly string[], files: readonly string[]) => void;
  /** Told of each update; of those that changed nothing as well. */
  readonly onUpdated: (updated: Updated) => void;
  /** Told why an update could not be made; everything stays as it was. */
  readonly onFailure: (name: string, failure: RestBrokerError) => void;
}

/**
 * Keeps connectors up to date while their descriptors are edited, until it is told to end. What cannot be read or
 * made sense of in between changes nothing, and is tried again with the next change.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN
 * @throws SettingError USAGE_WRONG when a descriptor does not come from a file, SETTING_INVALID when one cannot be
 * watched
 */
export async function watchConnectors(folder: string, options: WatchOptions): Promise<void> {
  const watched = await watchedInstances(folder, options.names ?? []);
  const run = new WatchRun(folder, watched, options);
  await run.untilTold();
}

/** One run of the watch: which files make up which descriptor, and which of them changed. */
class WatchRun {
  readonly #folder: string;
  readonly #options: WatchOptions;
  readonly #filesOf: Map<string, readonly string[]>;
  readonly #changed: Set<string>;
  readonly #watch = new FileWatch((path) => this.#note(path));
  #wake: () => void = () => undefined;

  constructor(folder: string, instances: readonly ServiceInstance[], options: WatchOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#filesOf = new Map(
      instances.map(({ name, descriptor }) => [name, [resolve(sourceFrom(folder, descriptor.source))]]),
    );
    this.#changed = new Set(this.#filesOf.keys());
  }

  async untilTold(): Promise<void> {
    const { signal, onWatching } = this.#options;
    signal.addEventListener('abort', () => this.#wake(), { once: true });
    try {
      this.#watchAll();
      await this.#updateChanged();
      onWatching?.([...this.#filesOf.keys()], [...this.#filesOf.values()].flat());
      while (!signal.aborted) {
        await this.#untilChanged();
        await sleep(SETTLE_MS, undefined, { signal }).catch(() => undefined);
        await this.#updateChanged();
      }
    } finally {
      this.#watch.close();
    }
  }

  #untilChanged(): Promise<void> {
    return new Promise((done) => {
      this.#wake = done;
      if (this.#changed.size > 0 || this.#options.signal.aborted) done();
    });
  }

  #note(path: string): void {
    for (const [name, files] of this.#filesOf) if (files.includes(path)) this.#changed.add(name);
    if (this.#changed.size > 0) this.#wake();
  }

  /** One after the other: what is broken in one keeps no other from being made. */
  async #updateChanged(): Promise<void> {
    const names = [...this.#changed];
    this.#changed.clear();
    for (const name of names) if (!this.#options.signal.aborted) await this.#update(name);
    this.#watchAll();
  }

  async #update(name: string): Promise<void> {
    const { out, onProgress, onUpdated, onFailure } = this.#options;
    const read: string[] = [];
    try {
      const [updated] = await updateConnectors(this.#folder, {
        names: [name],
        ...(out === undefined ? {} : { out }),
        onProgress: (progress) => {
          if (progress.step === 'read' && progress.file !== undefined) read.push(resolve(progress.file));
          onProgress?.(progress);
        },
      });
      if (updated === undefined) return;
      this.#filesOf.set(name, updated.files);
      onUpdated(updated);
    } catch (failure) {
      if (!(failure instanceof RestBrokerError)) throw failure;
      // The file that breaks it may be one that was not known until now.
      this.#filesOf.set(name, [...new Set([...(this.#filesOf.get(name) ?? []), ...read])]);
      onFailure(name, failure);
    }
  }

  #watchAll(): void {
    this.#watch.watch([...new Set([...this.#filesOf.values()].flat())]);
  }
}

async function watchedInstances(folder: string, names: readonly string[]): Promise<ServiceInstance[]> {
  const instances = await findServiceInstances(folder, names);
  const isFile = ({ descriptor: { source } }: ServiceInstance): boolean =>
    source !== '-' && !isHttpUrl(source);
  const other = instances.find((instance) => !isFile(instance));
  const watched = instances.filter(isFile);
  if (other === undefined || (names.length === 0 && watched.length > 0)) return watched;
  throw new SettingError('USAGE_WRONG', {
    who: `Service Instance ${other.name}`,
    what: 'its descriptor does not come from a file that could be watched',
    advice: `Take it from its source again with: rest-broker update ${other.name}`,
  });
}
