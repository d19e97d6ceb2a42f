import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { formatPlace } from '../../src/base/place.js';
import type { Descriptor } from '../../src/load/descriptor.js';
import { loadDescriptor } from '../../src/load/load-descriptor.js';
import type { LoadOptions } from '../../src/load/load-options.js';
import { failureOf, makeFolder } from './temp-folder.js';

const fixtures = fileURLToPath(new URL('../descriptors/multi-file/', import.meta.url));
const removals: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await makeFolder(files);
  removals.push(() => folder.remove());
  return folder.path;
}

/** An OpenAPI document with one schema. */
const openapi = (schema: unknown): string =>
  JSON.stringify({ openapi: '3.0.0', components: { schemas: { A: schema } } });

const schemasOf = ({ document }: Descriptor): Record<string, unknown> =>
  (document['components'] as unknown as { schemas: Record<string, unknown> }).schemas;

describe('one file', () => {
  test('is read from the folder it is relative to, and called as it was written', async () => {
    const path = await folderWith({ 'api/a.yaml': 'openapi: 3.0.0\n' });
    const phases: string[] = [];
    const descriptor = await loadDescriptor('./api/a.yaml', {
      baseFolder: path,
      onPhase: (phase, file) => phases.push(`${phase} ${file}`),
    });
    expect(descriptor).toMatchObject({ location: './api/a.yaml', format: 'yaml', text: 'openapi: 3.0.0\n' });
    expect(formatPlace(descriptor.locate('/openapi'))).toBe('./api/a.yaml:1:1');
    expect(phases).toEqual(['read ./api/a.yaml', 'parse ./api/a.yaml']);
  });

  test('may be a symbolic link, whose neighbours are those of the link', async () => {
    const path = await folderWith({
      'real/a.json': openapi({ $ref: 'b.json' }),
      'here/b.json': '{"type":"string"}',
    });
    await symlink(join(path, 'real/a.json'), join(path, 'here/a.json'));
    expect(schemasOf(await loadDescriptor(join(path, 'here/a.json')))).toEqual({ A: { type: 'string' } });
  });

  const rows: { name: string; location: string; code: string; says: string; options?: LoadOptions }[] = [
    {
      name: 'not there',
      location: 'no.yaml',
      code: 'DESCRIPTOR_UNREADABLE',
      says: 'no.yaml: there is no such file',
    },
    {
      name: 'below a file',
      location: 'a.json/b',
      code: 'DESCRIPTOR_UNREADABLE',
      says: 'there is no such file',
    },
    { name: 'a folder', location: '.', code: 'DESCRIPTOR_UNREADABLE', says: 'is a folder' },
    {
      name: 'a file URL',
      location: 'file:///etc/passwd',
      code: 'DESCRIPTOR_UNREADABLE',
      says: 'a kind of URL',
    },
    {
      name: 'UTF-16',
      location: 'utf16.json',
      code: 'DESCRIPTOR_MALFORMED',
      says: 'utf16.json: is UTF-16 text',
    },
    {
      name: 'too large',
      location: 'a.json',
      code: 'DESCRIPTOR_TOO_LARGE',
      says: 'limits.maxBytes',
      options: { limits: { maxBytes: 10 } },
    },
    {
      name: 'an escape sequence in its name',
      location: '\u001b[2J',
      code: 'DESCRIPTOR_UNREADABLE',
      says: '\\u{1b}',
    },
  ];
  for (const { name, location, code, says, options } of rows) {
    test(`that is ${name}: ${code}`, async () => {
      const path = await folderWith({ 'a.json': openapi({}), 'utf16.json': Buffer.from('{}', 'utf16le') });
      const failure = await failureOf(loadDescriptor(location, { baseFolder: path, ...options }));
      expect(failure).toMatchObject({ name: 'DescriptorError', code });
      expect(failure.message).toContain(says);
      expect(failure.message).not.toContain('\u001b');
    });
  }
});

describe('several files', () => {
  test('OpenAPI 3.0: names, rings, path items and places', async () => {
    const descriptor = await loadDescriptor('tasks/openapi.yaml', { baseFolder: fixtures });
    const document = descriptor.document as unknown as Record<'paths' | 'components', Record<string, object>>;
    expect(Object.keys(schemasOf(descriptor))).toEqual([
      'Task',
      'Status',
      'person',
      'Problem',
      'robot',
      'offset',
      'Priority',
    ]);
    expect(schemasOf(descriptor)['Task']).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        status: { $ref: '#/components/schemas/Status' },
        priority: { $ref: '#/components/schemas/Priority' },
        assignee: { $ref: '#/components/schemas/person' },
        parent: { $ref: '#/components/schemas/Task' },
        first: { $ref: '#/components/schemas/Task/properties/id' },
      },
    });
    expect(schemasOf(descriptor)['person']).toMatchObject({
      discriminator: { mapping: { robot: '#/components/schemas/robot' } },
    });
    expect(schemasOf(descriptor)['Status']).toHaveProperty('example', { $ref: './not-a-reference.yaml' });
    expect(Object.keys(document.components['parameters']!)).toEqual(['Limit', 'offset']);
    expect(Object.keys(document.components['responses']!)).toEqual(['Problem']);
    expect(document.paths['/tasks']).toMatchObject({
      get: {
        parameters: [{ $ref: '#/components/parameters/Limit' }, { $ref: '#/components/parameters/offset' }],
        responses: { default: { $ref: '#/components/responses/Problem' } },
      },
    });
    expect(document.paths['/same']).toEqual({ $ref: '#/paths/~1tasks' });
    expect(document.paths['/tasks/{task_id}']).toHaveProperty('get.operationId', 'getTask');
    const places = {
      '/paths/~1tasks/get/responses/default': 'tasks/paths/tasks.yaml:15:5',
      '/components/schemas/Task/properties/parent': 'tasks/schemas/task.yaml:7:3',
      '/components/schemas/Priority/enum': 'tasks/schemas/task.yaml:10:29',
      '/components/schemas/Status/enum': 'tasks/openapi.yaml:22:7',
      '/components/schemas/Problem/properties/title': 'tasks/schemas/problem.json:4:5',
    };
    for (const [pointer, place] of Object.entries(places)) {
      expect(formatPlace(descriptor.locate(pointer))).toBe(place);
    }
  });

  test('Swagger 2.0: sections of another document, and a name that is taken', async () => {
    const descriptor = await loadDescriptor('swagger2/swagger.json', { baseFolder: fixtures });
    expect(descriptor.document).toMatchObject({
      paths: {
        '/orders': {
          get: {
            parameters: [{ $ref: '#/parameters/Page' }],
            responses: {
              200: { schema: { $ref: '#/definitions/Orders' } },
              404: { $ref: '#/responses/NotFound' },
            },
          },
        },
      },
      definitions: {
        Order: { type: 'string' },
        Orders: { items: { $ref: '#/definitions/Order_2' } },
        Order_2: { properties: { next: { $ref: '#/definitions/Order_2' } } },
        Fault: { properties: { order: { $ref: '#/definitions/Order' } } },
      },
    });
    expect(descriptor.document['definitions']).not.toHaveProperty('Unused');
    expect(formatPlace(descriptor.locate('/definitions/Order_2/properties/id'))).toBe(
      'swagger2/orders.json:6:50',
    );
  });

  test('whole sections that are references', async () => {
    const descriptor = await loadDescriptor('split/openapi.yaml', { baseFolder: fixtures });
    expect(descriptor.document).toEqual({
      openapi: '3.1.0',
      info: { title: 'Split', version: '1' },
      paths: {
        '/notes': {
          get: {
            responses: {
              200: {
                description: 'Notes',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
              },
            },
          },
          post: {
            requestBody: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/draft' } } },
            },
            responses: { 201: { description: 'Made' } },
          },
        },
      },
      components: {
        schemas: {
          Note: {
            type: 'object',
            properties: {
              author: { $ref: '#/components/schemas/Author' },
              draft: { $ref: '#/components/schemas/draft' },
              extra: { $ref: '#/components/schemas/Author' },
            },
          },
          Author: { type: 'object', properties: { name: { type: 'string' } } },
          draft: { type: 'object', properties: { text: { type: 'string' } } },
        },
      },
    });
    expect(formatPlace(descriptor.locate('/components/schemas/Author/properties/name'))).toBe(
      'split/schemas/author.yaml:1:37',
    );
    expect(formatPlace(descriptor.locate('/paths/~1notes/post'))).toBe('split/paths.yaml:9:3');
  });

  for (const name of ['tasks/openapi.yaml', 'swagger2/swagger.json', 'split/openapi.yaml']) {
    test(`${name}: the kept text is the document, the same each time, and needs no other file`, async () => {
      const first = await loadDescriptor(name, { baseFolder: fixtures });
      const again = await loadDescriptor(name, { baseFolder: fixtures });
      expect(again.text).toBe(first.text);
      expect(JSON.parse(first.text)).toEqual(first.document);
      const lone = await folderWith({ 'kept.json': first.text });
      const kept = await loadDescriptor('kept.json', { baseFolder: lone });
      expect(kept.document).toEqual(first.document);
      expect(kept.text).toBe(first.text);
      expect(kept.sha256).toBe(first.sha256);
    });
  }

  const linked: { name: string; files: Record<string, string>; want: Record<string, unknown> }[] = [
    {
      name: 'a file name with spaces and dots',
      files: { 'a.json': openapi({ items: { $ref: './My%20Task.v1.json' } }), 'My Task.v1.json': '{}' },
      want: { A: { items: { $ref: '#/components/schemas/My_Task.v1' } }, 'My_Task.v1': {} },
    },
    {
      name: 'two files of one name',
      files: {
        'a.json': openapi({ allOf: [{ $ref: 'x/T.json' }, { $ref: 'y/T.json' }] }),
        'x/T.json': '{"title":"x"}',
        'y/T.json': '{"title":"y"}',
      },
      want: {
        A: { allOf: [{ $ref: '#/components/schemas/T' }, { $ref: '#/components/schemas/T_2' }] },
        T: { title: 'x' },
        T_2: { title: 'y' },
      },
    },
    {
      name: 'an own name for the same file',
      files: { 'a.json': openapi({ items: { $ref: 'a.json#/components/schemas/A' } }) },
      want: { A: { items: { $ref: '#/components/schemas/A' } } },
    },
    {
      name: 'files that refer to each other through folders',
      files: {
        'a.json': openapi({ $ref: 'x/B.json' }),
        'x/B.json': '{"items":{"$ref":"../y/C.json"}}',
        'y/C.json': '{"items":{"$ref":"../x/B.json"}}',
      },
      want: {
        A: { items: { $ref: '#/components/schemas/C' } },
        C: { items: { $ref: '#/components/schemas/A' } },
      },
    },
    {
      name: 'words beside the reference stay',
      files: {
        'a.json': openapi({ description: 'mine', $ref: 'B.json' }),
        'B.json': '{"description":"theirs"}',
      },
      want: { A: { description: 'mine', $ref: '#/components/schemas/B' }, B: { description: 'theirs' } },
    },
    {
      name: 'a YAML alias with a reference in it',
      files: {
        'a.json': openapi({ $ref: 'B.yaml' }),
        'B.yaml': 'x: &x {items: {$ref: C.json}}\nproperties: {one: *x, two: *x}',
        'C.json': '{}',
      },
      want: {
        A: {
          x: { items: { $ref: '#/components/schemas/C' } },
          properties: {
            one: { items: { $ref: '#/components/schemas/C' } },
            two: { items: { $ref: '#/components/schemas/C' } },
          },
        },
        C: {},
      },
    },
    {
      name: 'a schema called __proto__',
      files: {
        'a.json': openapi({ items: { $ref: 'b.json#/__proto__' } }),
        'b.json': '{"__proto__":{"title":"own"}}',
      },
      want: JSON.parse(
        '{"A":{"items":{"$ref":"#/components/schemas/__proto__"}},"__proto__":{"title":"own"}}',
      ),
    },
    {
      name: 'a map of properties from another file',
      files: {
        'a.json': openapi({ properties: { $ref: 'b.json' }, items: { $ref: 'b.json#/id' } }),
        'b.json': '{"id":{"type":"string"}}',
      },
      want: {
        A: {
          properties: { id: { type: 'string' } },
          items: { $ref: '#/components/schemas/A/properties/id' },
        },
      },
    },
    {
      name: 'a property that is called definitions',
      files: {
        'a.json': openapi({ $ref: 'b.json' }),
        'b.json':
          '{"properties":{"definitions":{"items":{"title":"x"}},"y":{"$ref":"#/properties/definitions/items"}}}',
      },
      want: {
        A: {
          properties: {
            definitions: { items: { title: 'x' } },
            y: { $ref: '#/components/schemas/A/properties/definitions/items' },
          },
        },
      },
    },
    {
      name: 'a schema that is just true',
      files: {
        'a.json': openapi({ additionalProperties: { $ref: 'b.json#/any' } }),
        'b.json': '{"any":true}',
      },
      want: { A: { additionalProperties: { $ref: '#/components/schemas/any' } }, any: true },
    },
  ];
  for (const { name, files, want } of linked) {
    test(name, async () => {
      const descriptor = await loadDescriptor('a.json', { baseFolder: await folderWith(files) });
      expect(schemasOf(descriptor)).toEqual(want);
      expect(Reflect.get({}, 'title')).toBeUndefined();
    });
  }

  test('a ring of 1,000 schemas over two files', async () => {
    const ring = (from: string): string =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 1_000 }, (_, i) => [
            `S${i}`,
            { items: { $ref: `${from}#/S${(i + 1) % 1_000}` } },
          ]),
        ),
      );
    const path = await folderWith({
      'a.json': openapi({ $ref: 'b.json#/S0' }),
      'b.json': ring('c.json'),
      'c.json': ring('b.json'),
    });
    expect(Object.keys(schemasOf(await loadDescriptor('a.json', { baseFolder: path })))).toHaveLength(1_000);
  });
});

describe('references that are refused', () => {
  const SECRET = 'type: string\ntitle: s3cret\n';
  const refused = 'REFERENCE_REFUSED';
  const unresolved = 'REFERENCE_UNRESOLVED';
  const rows: { name: string; reference: string; code: string; says: string[] }[] = [
    {
      name: 'out of the folder',
      reference: '../secret.yaml',
      code: refused,
      says: ['api/a.json:1:50: ', "'../secret.yaml'", 'out of the folder', 'Copy that file'],
    },
    {
      name: 'out of the folder and not there',
      reference: '../no.yaml',
      code: refused,
      says: ['out of the folder'],
    },
    {
      name: 'out of the folder by percent-escapes',
      reference: '%2e%2e/secret.yaml',
      code: refused,
      says: ['out of the folder'],
    },
    { name: 'out of the folder and in again', reference: '../api/b.json', code: 'ok', says: [] },
    { name: 'the folder itself', reference: './', code: refused, says: ['out of the folder'] },
    { name: 'through a link to a file', reference: 'link.yaml', code: refused, says: ['symbolic link'] },
    {
      name: 'through a link to a folder',
      reference: 'up/secret.yaml',
      code: refused,
      says: ['symbolic link'],
    },
    { name: 'an absolute path', reference: '/etc/passwd', code: refused, says: ['absolute path'] },
    { name: 'a drive', reference: 'C:/secret.yaml', code: refused, says: ['absolute path'] },
    { name: 'a share', reference: '\\\\host\\share', code: refused, says: ['absolute path'] },
    { name: 'a file URL', reference: 'file:///etc/passwd', code: refused, says: ['is a URL'] },
    { name: 'an http URL', reference: 'http://127.0.0.1:1/x.json#/A', code: refused, says: ['is a URL'] },
    { name: 'a URL without a scheme', reference: '//127.0.0.1:1/x.json', code: refused, says: ['is a URL'] },
    { name: 'a NUL', reference: 'b.json\0.yaml', code: refused, says: ['NUL', '\\u{0}'] },
    { name: 'a folder', reference: 'sub', code: unresolved, says: ['not a file'] },
    {
      name: 'a file that is not there',
      reference: 'no.yaml',
      code: unresolved,
      says: ['a file that is not there'],
    },
    {
      name: 'a pointer that is not there',
      reference: 'b.json#/B',
      code: unresolved,
      says: ["api/b.json has no 'B' at its top"],
    },
    { name: 'an anchor in another file', reference: 'b.json#here', code: unresolved, says: ['anchor'] },
    { name: 'a bare name', reference: 'A', code: unresolved, says: ["Write '#/components/schemas/A'"] },
    {
      name: 'a ring that is nothing but references',
      reference: 'ring.json',
      code: unresolved,
      says: ['circle'],
    },
    {
      name: 'a broken file',
      reference: 'broken.json',
      code: 'DESCRIPTOR_MALFORMED',
      says: ['api/broken.json:2:1'],
    },
    {
      name: 'a file that is not UTF-8',
      reference: 'latin1.yaml',
      code: 'DESCRIPTOR_MALFORMED',
      says: ['api/a.json:1:50', "'latin1.yaml'", 'UTF-8'],
    },
  ];
  for (const { name, reference, code, says } of rows) {
    test(`${name}: ${code}`, async () => {
      const path = await folderWith({
        'secret.yaml': SECRET,
        'api/a.json': openapi({ $ref: reference }),
        'api/b.json': '{}',
        'api/sub/c.json': '{}',
        'api/ring.json': '{"$ref":"ring2.json"}',
        'api/ring2.json': '{"$ref":"ring.json"}',
        'api/broken.json': '{"a":\n}',
        'api/latin1.yaml': Buffer.from('a: caf\u00e9', 'latin1'),
      });
      await symlink(join(path, 'secret.yaml'), join(path, 'api/link.yaml'));
      await symlink(path, join(path, 'api/up'));
      const loading = loadDescriptor('api/a.json', { baseFolder: path });
      if (code === 'ok') {
        expect(schemasOf(await loading)).toEqual({ A: {} });
        return;
      }
      const failure = await failureOf(loading);
      expect(failure).toMatchObject({ name: 'DescriptorError', code });
      for (const said of says) expect(failure.message).toContain(said);
      expect(failure.message).not.toContain('s3cret');
      expect(failure.message).not.toContain(path);
    });
  }

  test('a refusal names the file that refers, not the root', async () => {
    const path = await folderWith({
      'a.json': openapi({ $ref: 'x/b.yaml' }),
      'x/b.yaml': 'type: object\nproperties:\n  c:\n    $ref: ../../c.yaml\n',
    });
    const failure = await failureOf(loadDescriptor('a.json', { baseFolder: path }));
    expect(failure).toMatchObject({ code: refused, place: { document: 'x/b.yaml', line: 4, column: 5 } });
  });

  test('a section that holds itself', async () => {
    const path = await folderWith({
      'a.json': openapi({ properties: { $ref: 'p.yaml' } }),
      'p.yaml': 'child:\n  properties:\n    $ref: p.yaml\n',
    });
    const failure = await failureOf(loadDescriptor('a.json', { baseFolder: path }));
    expect(failure).toMatchObject({ code: unresolved, place: { document: 'p.yaml', line: 3 } });
    expect(failure.message).toContain('circle');
  });

  const limits: { name: string; options: LoadOptions; says: string }[] = [
    { name: 'files', options: { limits: { maxFiles: 1 } }, says: 'limits.maxFiles' },
    {
      name: 'bytes together',
      options: { limits: { maxBytes: 150 } },
      says: 'brings the whole to more than 150 bytes',
    },
    { name: 'nodes together', options: { limits: { maxNodes: 15 } }, says: 'limits.maxNodes' },
    { name: 'depth of a file', options: { limits: { maxDepth: 9 } }, says: 'limits.maxDepth' },
  ];
  for (const { name, options, says } of limits) {
    test(`limits: ${name}`, async () => {
      const path = await folderWith({
        'a.json': openapi({ allOf: [{ $ref: 'b.json' }, { $ref: 'c.json' }] }),
        'b.json': '{"type":"object","title":"first"}',
        'c.json': `{"type":"object","default":${'['.repeat(10)}${']'.repeat(10)}}`,
      });
      const failure = await failureOf(loadDescriptor('a.json', { baseFolder: path, ...options }));
      expect(failure).toMatchObject({ code: 'DESCRIPTOR_TOO_LARGE' });
      expect(failure.message).toContain(says);
    });
  }

  test('a pipe in the folder is not waited for', async () => {
    const path = await folderWith({ 'a.json': openapi({ $ref: 'pipe' }) });
    await mkdir(join(path, 'sub'));
    await new Promise((done) => execFile('mkfifo', [join(path, 'pipe')], done));
    const failure = await failureOf(loadDescriptor('a.json', { baseFolder: path }));
    expect(failure).toMatchObject({ code: unresolved });
  });
});

describe('standard input', () => {
  const script = `
    import { loadDescriptor } from ${JSON.stringify(new URL('../../src/load/load-descriptor.ts', import.meta.url).href)};
    loadDescriptor('-').then(
      ({ location, document }) => console.log(JSON.stringify({ location, document })),
      (error) => console.log(JSON.stringify({ code: error.code, message: error.message })),
    );`;

  function runWith(input: string): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const args = ['--import', 'tsx', '--input-type=module', '-e', script];
      const child = execFile(process.execPath, args, (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout)),
      );
      child.stdin?.end(input);
    });
  }

  test('is read to its end', async () => {
    expect(await runWith('openapi: 3.0.0\n')).toEqual({ location: '-', document: { openapi: '3.0.0' } });
  });

  test('reads no other files', async () => {
    const failure = await runWith(openapi({ $ref: 'package.json' }));
    expect(failure).toMatchObject({
      code: 'REFERENCE_REFUSED',
      message: expect.stringContaining("'package.json'"),
    });
  });
});
