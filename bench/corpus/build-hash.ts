import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { compareText } from '../../src/base/compare-text.js';

/** Raised when this tool would judge the same connector otherwise than before. */
const CHECK_VERSION = 1;

/** What an outcome depends on besides its descriptor: the built generator, its templates, the compiler. */
export async function buildHash(dist: string): Promise<string> {
  const hash = createHash('sha256').update(`${CHECK_VERSION} ${ts.version} ${process.version}`);
  for (const folder of [dist, join(dist, '..', 'templates')].filter(existsSync)) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((found) => /\.(?:js|d\.ts|hbs)$/.test(found)).sort(compareText)) {
      hash.update(`\0${name}\0`).update(await readFile(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
