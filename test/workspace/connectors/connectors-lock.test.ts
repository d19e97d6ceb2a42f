import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { generateConnectors } from '../../../src/workspace/generate-connectors.js';
import { registerServiceInstance } from '../../../src/workspace/register-service-instance.js';
import { saveServiceInstance } from '../change-registry.js';
import { temporaryFolder } from '../temporary-folder.js';

const DESCRIPTOR = fileURLToPath(
  new URL('../../../descriptors/business-credit.openapi.yaml', import.meta.url),
);

let folder: string;
const inConnector = (path: string): string => join(folder, 'generated/credit', path);
const lockFile = (): string => join(folder, 'generated/connectors.lock.json');

async function generate(
  options: { force?: boolean } = {},
): Promise<{ written: number; removed: number; known: boolean }> {
  const [generated] = await generateConnectors(folder, options);
  const { written = [], removed = [], problems = [] } = generated ?? {};
  // Problems are found only when the descriptor is read.
  return { written: written.length, removed: removed.length, known: problems.length === 0 };
}

beforeEach(async () => {
  folder = temporaryFolder();
  // A name that has to be changed: a run that reads the descriptor has one Problem to tell.
  const text = readFileSync(DESCRIPTOR, 'utf8')
    .replace('CreditScoreList:', 'package:')
    .replaceAll('/CreditScoreList', '/package');
  writeFileSync(join(folder, 'credit.yaml'), text);
  await registerServiceInstance(folder, { name: 'credit', location: join(folder, 'credit.yaml') });
  expect(await generate()).toMatchObject({ known: false });
});

describe('with nothing changed', () => {
  test('the lock is believed, and nothing is touched', async () => {
    const before = statSync(inConnector('index.ts')).mtimeMs;
    const lock = readFileSync(lockFile(), 'utf8');
    expect(await generate()).toEqual({ written: 0, removed: 0, known: true });
    expect(statSync(inConnector('index.ts')).mtimeMs).toBe(before);
    expect(readFileSync(lockFile(), 'utf8')).toBe(lock);
  });

  test('a file that was only touched is read and found the same', async () => {
    const soon = new Date(Date.now() + 10_000);
    utimesSync(inConnector('index.ts'), soon, soon);
    expect(await generate()).toEqual({ written: 0, removed: 0, known: true });
  });

  test("somebody else's file in the folder changes nothing, and stays", async () => {
    writeFileSync(inConnector('notes.md'), 'mine\n');
    expect(await generate()).toEqual({ written: 0, removed: 0, known: true });
    expect(readFileSync(inConnector('notes.md'), 'utf8')).toBe('mine\n');
  });

  test('--force makes it all the same', async () => {
    expect(await generate({ force: true })).toEqual({ written: 0, removed: 0, known: false });
  });
});

describe('the connector is made again when', () => {
  const rows: readonly {
    name: string;
    change: () => void | Promise<void>;
    written: number;
    removed?: number;
  }[] = [
    {
      name: 'a file was edited by hand',
      change: () => appendFileSync(inConnector('index.ts'), '// x\n'),
      written: 1,
    },
    {
      name: 'a file was edited to the same length',
      change: () => {
        const text = readFileSync(inConnector('index.ts'), 'utf8')
          .replace('Made by', 'Made by')
          .replace('SmartObjects', 'smartObjects');
        writeFileSync(inConnector('index.ts'), text);
        const soon = new Date(Date.now() + 10_000);
        utimesSync(inConnector('index.ts'), soon, soon);
      },
      written: 1,
    },
    { name: 'a file is gone', change: () => rmSync(inConnector('object-types/Scores.ts')), written: 1 },
    {
      name: 'a file of ours is left over',
      change: () => writeFileSync(inConnector('object-types/Old.ts'), readFileSync(inConnector('index.ts'))),
      written: 0,
      removed: 1,
    },
    {
      name: 'a setting was changed',
      change: async () => {
        const { readServiceInstances } = await import(
          '../../../src/workspace/registry/read-service-instances.js'
        );
        const [instance] = await readServiceInstances(folder);
        if (instance === undefined) throw new Error('nothing is registered');
        await saveServiceInstance(folder, {
          ...instance,
          settings: { ...instance.settings, timeoutMs: 5000 },
        });
      },
      written: 2,
    },
    { name: 'the lock is gone', change: () => rmSync(lockFile()), written: 0 },
    {
      name: 'the lock is no lock',
      change: () => writeFileSync(lockFile(), '{"connectors": {"credit": 1}}'),
      written: 0,
    },
    {
      name: 'another version made it',
      change: () =>
        writeFileSync(
          lockFile(),
          readFileSync(lockFile(), 'utf8').replace(/"generator": "[^"]*"/, '"generator": "0.0.1"'),
        ),
      written: 0,
    },
  ];

  test.each(rows)('$name', async ({ change, written, removed = 0 }) => {
    await change();
    expect(await generate()).toEqual({ written, removed, known: false });
    expect(await generate()).toEqual({ written: 0, removed: 0, known: true });
  });
});

test('a registered copy that was edited is refused, whatever the lock says', async () => {
  appendFileSync(join(folder, 'descriptors/credit.yaml'), '# x\n');
  await expect(generate()).rejects.toMatchObject({ code: 'REGISTRATION_INVALID' });
  expect(existsSync(lockFile())).toBe(true);
});
