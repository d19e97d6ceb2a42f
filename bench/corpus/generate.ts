import { basename, dirname } from 'node:path';
import type { EmittedFile } from '../../src/emit/emitted-file.js';

/** The doors of the generator that are measured. */
export type Generator = Pick<
  typeof import('../../src/index.js'),
  'loadDescriptor' | 'normalizeDescriptor' | 'describeConnector' | 'emitTypeScript' | 'DEFAULT_SETTINGS'
>;

export interface Generated {
  readonly files: readonly EmittedFile[];
  readonly problems: { readonly warning: number; readonly note: number };
}

/** The generator's own word that a descriptor leaves no sensible connector. */
export class Refusal extends Error {}

/**
 * A descriptor file → the files of its connector, with default settings.
 *
 * @throws Refusal; anything else that is thrown is a crash
 */
export async function generate(generator: Generator, path: string): Promise<Generated> {
  const { loadDescriptor, normalizeDescriptor, describeConnector, emitTypeScript, DEFAULT_SETTINGS } =
    generator;
  const source = basename(path);
  const descriptor = await refusing(() => loadDescriptor(source, { baseFolder: dirname(path) }));
  const { normal, problems: first } = await refusing(() => normalizeDescriptor(descriptor));
  const options = { serviceInstance: 'corpus', settings: DEFAULT_SETTINGS, source };
  const { connector, problems: more } = await refusing(() => describeConnector(normal, options));
  const problems = [...first, ...more];
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new Refusal(`${source}#${error.pointer}: ${error.message}. ${error.advice}.`);
  const files = emitTypeScript(connector, { descriptorFile: 'descriptors/corpus.json' });
  const count = (wanted: string): number => problems.filter(({ severity }) => severity === wanted).length;
  return { files, problems: { warning: count('warning'), note: count('note') } };
}

async function refusing<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // The class is the measured build's own, so it is known by its name.
    if (error instanceof Error && error.name === 'DescriptorError') throw new Refusal(error.message);
    throw error;
  }
}
