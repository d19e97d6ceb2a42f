import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One descriptor in two versions that follow each other. */
export interface VersionPair {
  /** Its file's name. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Every descriptor of a folder of versions (`<folder>/<version>/<file>.json`), with the version before it. */
export function versionPairs(folder: string, only: RegExp): VersionPair[] {
  const versions = readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort(byVersion);
  const pairs = versions.flatMap((after, index) => {
    const before = versions[index - 1];
    if (before === undefined) return [];
    const earlier = new Set(descriptorsIn(join(folder, before)));
    return descriptorsIn(join(folder, after))
      .filter((name) => earlier.has(name) && only.test(name))
      .map((name) => ({ name, before, after }));
  });
  return pairs.sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
}

function descriptorsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
}

function byVersion(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
