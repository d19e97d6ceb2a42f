import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Descriptor } from '../load/descriptor.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { saveServiceInstance } from './save-service-instance.js';
import { storeDescriptor } from './store-descriptor.js';
import { writeFileAtomically } from './write-file-atomically.js';

/** What is to be kept for a Service Instance. */
export interface Keeping {
  readonly name: string;
  readonly settings: ServiceInstance['settings'];
  readonly descriptor: Descriptor;
  /** As the user wrote it. */
  readonly source: string;
  /** What was registered under that name until now. */
  readonly previous?: ServiceInstance | undefined;
}

/**
 * Stores a descriptor and records the Service Instance with it: both, or, when either is refused, neither.
 *
 * @throws RegistrationError, OutputError
 */
export async function keepDescriptor(folder: string, keeping: Keeping): Promise<ServiceInstance> {
  const { name, settings, descriptor, source, previous } = keeping;
  const before = standingIn(folder, previous);
  const stored = await storeDescriptor(folder, name, descriptor, source);
  const instance: ServiceInstance = { name, descriptor: stored, settings };
  try {
    await saveServiceInstance(folder, instance);
  } catch (refusal) {
    takeBack(folder, stored, before);
    throw refusal;
  }
  return instance;
}

interface Standing {
  /** File names in `descriptors/`; undefined where there was no such folder. */
  readonly names: ReadonlySet<string> | undefined;
  /** The one copy that may be replaced by another text: the Service Instance's own. */
  readonly copy: { readonly file: string; readonly text: string | undefined } | undefined;
}

function standingIn(folder: string, previous: ServiceInstance | undefined): Standing {
  const file = previous?.descriptor.file;
  return {
    names: orNothing(() => new Set(readdirSync(join(folder, 'descriptors')))),
    copy:
      file === undefined
        ? undefined
        : { file, text: orNothing(() => readFileSync(join(folder, file), 'utf8')) },
  };
}

function takeBack(
  folder: string,
  { file, source }: ServiceInstance['descriptor'],
  { names, copy }: Standing,
): void {
  // Used in place: nothing was written.
  if (file === source) return;
  if (copy?.file === file && copy.text !== undefined) writeFileAtomically(join(folder, file), copy.text);
  else if (names?.has(file.slice('descriptors/'.length)) !== true)
    rmSync(join(folder, file), { force: true });
  if (names === undefined) rmdirSync(join(folder, 'descriptors'));
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
