import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version of this package: what a connector was made by. */
export function generatorVersion(): string {
  const text = readFileSync(fileURLToPath(new URL('../../../package.json', import.meta.url)), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}
