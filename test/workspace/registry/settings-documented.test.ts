import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entriesIn } from '../../../src/workspace/registry/read-service-instances.js';
import {
  AUTHENTICATION_MODES,
  SERVICE_INSTANCES_SCHEMA,
} from '../../../src/workspace/registry/service-instances-schema.js';
import { runBin } from '../../cli/run-bin.js';
import { temporaryFolder } from '../temporary-folder.js';

const PAGE = readFileSync(new URL('../../../docs/service-instances.md', import.meta.url), 'utf8');

/** First cells of the table below a heading. */
function rowsBelow(heading: string): string[] {
  const [, section = ''] = PAGE.split(`## ${heading}\n`);
  const [own = ''] = section.split(/^## /m);
  return Array.from(own.matchAll(/^\| `([\w-]+)` \|/gm), ([, name = '']) => name);
}

test('every setting has a row, and there is no other', () => {
  const { properties } = SERVICE_INSTANCES_SCHEMA.additionalProperties as { properties?: object };
  expect(rowsBelow('The settings').sort()).toEqual(Object.keys(properties ?? {}).sort());
});

test('every mode of authentication has a row, and there is no other', () => {
  expect(rowsBelow('Authentication').sort()).toEqual([...AUTHENTICATION_MODES].sort());
});

test('every option of register that is named is there', async () => {
  const { stdout } = await runBin(['register', '--help'], { cwd: temporaryFolder() });
  const named = Array.from(PAGE.matchAll(/\| `(--[\w-]+)` \|$/gm), ([, option = '']) => option);
  expect(named.length).toBeGreaterThan(10);
  for (const option of named) expect(stdout).toContain(` ${option} `);
});

test('the entries that are shown hold', async () => {
  const shown = Array.from(PAGE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, text = '']) => text);
  expect(shown).toHaveLength(2);
  for (const text of shown)
    await expect(entriesIn(text, 'service-instances.yaml')).resolves.toBeTypeOf('object');
});
