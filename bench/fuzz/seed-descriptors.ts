import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { Json } from './tree-slots.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Larger files cost more than their mutations teach. */
const MAX_SEED_BYTES = 200_000;

/** A real descriptor, to be mutated. */
export interface SeedDescriptor {
  readonly name: string;
  /** Its folder among the copies of `copySiblings`: what its `$ref`s to other files start from. */
  readonly folder: string;
  readonly tree: Json;
  readonly json: string;
  readonly yaml: string;
}

/** The descriptors of this repository, then those directly in the given folder, in order of their names. */
export function seedDescriptors(corpus?: string): SeedDescriptor[] {
  const golden = filesOf(join(ROOT, 'test/golden'), true).filter(
    (path) => basename(path) === 'descriptor.json',
  );
  const several = filesOf(join(ROOT, 'test/descriptors/multi-file'), true);
  const paths = [
    ...filesOf(join(ROOT, 'descriptors')),
    ...golden,
    ...several.filter((path) => /^(?:openapi|swagger)\.\w+$/.test(basename(path))),
    ...filesOf(join(ROOT, 'test/descriptors')),
    ...(corpus === undefined ? [] : filesOf(resolve(corpus))),
  ];
  return paths.flatMap(seedOf);
}

/** Puts the files that seeds refer to into a folder of the run's own. */
export function copySiblings(folder: string): void {
  cpSync(join(ROOT, 'test/descriptors/multi-file'), folder, { recursive: true });
}

function filesOf(folder: string, deep = false): string[] {
  return readdirSync(folder, { recursive: deep, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name))
    .filter(({ name }) => name !== 'settings.json' && name !== 'connector.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function seedOf(path: string): SeedDescriptor[] {
  const text = readFileSync(path, 'utf8');
  if (text.length > MAX_SEED_BYTES) return [];
  const isJson = extname(path) === '.json';
  const tree: unknown = isJson ? JSON.parse(text) : parse(text);
  // What JSON cannot say is left to the mutations.
  if (typeof tree !== 'object' || tree === null) return [];
  const above = relative(join(ROOT, 'test/descriptors/multi-file'), dirname(path)).replaceAll('\\', '/');
  return [
    {
      name: relative(ROOT, path).replaceAll('\\', '/'),
      folder: above.startsWith('..') ? '' : above,
      tree: tree as Json,
      json: isJson ? text : JSON.stringify(tree, null, 2),
      yaml: isJson ? stringify(tree, { aliasDuplicateObjects: false }) : text,
    },
  ];
}
