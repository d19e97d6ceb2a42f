import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OutputError, SettingError } from '../../../src/base/errors.js';
import { sha256 } from '../../../src/base/sha256.js';
import type { Descriptor } from '../../../src/load/descriptor.js';
import { DEFAULT_SETTINGS, type ServiceInstance } from '../../../src/model/service-instance.js';
import { keepDescriptor } from '../../../src/workspace/descriptors/keep-descriptors.js';
import { findWorkspace } from '../../../src/workspace/registry/find-workspace.js';
import { put, snapshot, temporaryFolder } from '../temporary-folder.js';

function descriptor(location: string, text = '{}', format: 'json' | 'yaml' = 'json'): Descriptor {
  return {
    location,
    document: {},
    text,
    format,
    sha256: sha256(text),
    locate: (pointer) => ({ document: location, pointer }),
  };
}

async function kept(
  folder: string,
  name: string,
  given: Descriptor,
  source = given.location,
): Promise<ServiceInstance['descriptor']> {
  const keeping = { name, settings: DEFAULT_SETTINGS, descriptor: given, source };
  return (await keepDescriptor(folder, keeping)).descriptor;
}

/** Without the registry. */
function copies(folder: string): Record<string, string> {
  const { 'service-instances.yaml': _registry, ...others } = snapshot(folder);
  return others;
}

describe('the copy is named', () => {
  test.each([
    { name: 'after a path', given: descriptor('../api/nwc.swagger.json'), want: 'nwc.swagger.json' },
    {
      name: 'after a URL',
      given: descriptor('https://example.com/v1/petstore.yaml?x=y', 'a: 1', 'yaml'),
      want: 'petstore.yaml',
    },
    { name: 'with the ending it has', given: descriptor('a.yml', 'a: 1', 'yaml'), want: 'a.yml' },
    {
      name: 'with the ending of its format',
      given: descriptor('https://example.com/openapi'),
      want: 'openapi.json',
    },
    { name: 'of a bundle of YAML files', given: descriptor('api.yaml'), want: 'api.json' },
    {
      name: 'without odd characters',
      given: descriptor('https://example.com/a%20b(ü).json'),
      want: 'a-20b-C3-BC-.json',
    },
    {
      name: 'after the Service Instance where a URL has none',
      given: descriptor('https://example.com/'),
      want: 'nwc.json',
    },
    { name: 'after the Service Instance for standard input', given: descriptor('-'), want: 'nwc.json' },
    {
      name: 'after the Service Instance where Windows could not have it',
      given: descriptor('https://example.com/con.json'),
      want: 'nwc.json',
    },
  ])('$name', async ({ given, want }) => {
    const folder = temporaryFolder();
    const stored = await kept(folder, 'nwc', given);
    expect(stored).toMatchObject({ file: `descriptors/${want}`, sha256: given.sha256 });
    expect(copies(folder)).toEqual({ descriptors: '/', [`descriptors/${want}`]: given.text });
  });
});

describe('keepDescriptor', () => {
  test('records a path from the workspace folder, a URL as it was written', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'work'));
    put(root, { 'api/a.json': '{}' });
    const path = await kept(join(root, 'work'), 'a', descriptor(join(root, 'api/a.json')));
    expect(path.source).toBe('../api/a.json');
    const url = await kept(
      join(root, 'work'),
      'b',
      descriptor('https://example.com/b?v=…'),
      'https://example.com/b?v=2',
    );
    expect(url.source).toBe('https://example.com/b?v=2');
  });

  test('uses a source in descriptors/ in place', async () => {
    const folder = temporaryFolder();
    put(folder, { 'descriptors/own/nwc.json': '{}' });
    utimesSync(join(folder, 'descriptors/own/nwc.json'), 1000, 1000);
    const stored = await kept(folder, 'n', descriptor(join(folder, 'descriptors/own/nwc.json')));
    expect(stored).toMatchObject({ file: 'descriptors/own/nwc.json', source: 'descriptors/own/nwc.json' });
    expect(statSync(join(folder, 'descriptors/own/nwc.json')).mtimeMs).toBe(1_000_000);
    expect(Object.keys(copies(folder))).toEqual([
      'descriptors',
      'descriptors/own',
      'descriptors/own/nwc.json',
    ]);
  });

  test('never puts a bundle over its own source', async () => {
    const folder = temporaryFolder();
    put(folder, { 'descriptors/nwc.json': '{"$ref":"part.json"}', 'descriptors/part.json': '{}' });
    const stored = await kept(
      folder,
      'nwc',
      descriptor(join(folder, 'descriptors/nwc.json'), '{"bundled":1}'),
    );
    expect(stored).toMatchObject({ file: 'descriptors/nwc.bundled.json', source: 'descriptors/nwc.json' });
    expect(readFileSync(join(folder, 'descriptors/nwc.json'), 'utf8')).toBe('{"$ref":"part.json"}');
  });

  test('replaces the copy of its own Service Instance', async () => {
    const folder = temporaryFolder();
    await kept(folder, 'nwc', descriptor('https://example.com/api.json', '{"old":1}'));
    const stored = await kept(folder, 'nwc', descriptor('https://example.com/api.json', '{"new":1}'));
    expect(stored.file).toBe('descriptors/api.json');
    expect(readFileSync(join(folder, 'descriptors/api.json'), 'utf8')).toBe('{"new":1}');
  });

  test('two share the very same text, and part when one changes', async () => {
    const folder = temporaryFolder();
    await kept(folder, 'a', descriptor('https://a.example/api.json', '{"old":1}'));
    expect((await kept(folder, 'b', descriptor('https://b.example/api.json', '{"old":1}'))).file).toBe(
      'descriptors/api.json',
    );
    expect((await kept(folder, 'b', descriptor('https://b.example/api.json', '{"new":1}'))).file).toBe(
      'descriptors/b.json',
    );
    expect(readFileSync(join(folder, 'descriptors/api.json'), 'utf8')).toBe('{"old":1}');
  });

  test('leaves files that nobody registered', async () => {
    const folder = temporaryFolder();
    put(folder, {
      'descriptors/api.json': 'mine',
      'descriptors/nwc.json': 'mine',
      'descriptors/nwc.bundled.json': 'mine',
    });
    const before = snapshot(folder);
    const refused = kept(folder, 'nwc', descriptor('https://example.com/api.json'));
    await expect(refused).rejects.toBeInstanceOf(OutputError);
    await expect(refused).rejects.toMatchObject({ code: 'OUTPUT_REFUSED' });
    expect(snapshot(folder)).toEqual(before);
  });

  test('writes through no link', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'else'));
    symlinkSync('else', join(folder, 'descriptors'));
    await expect(kept(folder, 'nwc', descriptor('a.json'))).rejects.toMatchObject({
      code: 'OUTPUT_REFUSED',
    });
    expect(snapshot(folder)).toEqual({ descriptors: '-> else', else: '/' });
  });
});

describe('findWorkspace', () => {
  test('is where the command runs, or what was chosen', () => {
    const folder = temporaryFolder();
    expect([findWorkspace(), findWorkspace(folder)]).toEqual(['.', folder]);
  });

  test('refuses what is no folder', () => {
    const folder = temporaryFolder();
    expect(() => findWorkspace(join(folder, 'none'))).toThrow(SettingError);
  });
});
