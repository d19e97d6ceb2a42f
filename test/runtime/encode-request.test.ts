import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { InputDefinition, MethodDefinition } from '../../src/model/definition.js';
import { checkInputs } from '../../src/runtime/check-inputs.js';
import { type EncodedRequest, encodeRequest } from '../../src/runtime/encode-request.js';
import { planMethod } from '../../src/runtime/method-plan.js';
import { thrownBy } from './thrown-by.js';

type Part = Partial<MethodDefinition> & { inputs: Record<string, InputDefinition> };

function encode(definition: Part, given: Record<string, unknown>): Promise<EncodedRequest> {
  const plan = planMethod({ verb: 'POST', path: '/', answers: {}, ...definition }, 'nwc › Tasks › Run');
  const address = { origin: 'https://a.example', basePath: '/v2' };
  return encodeRequest(plan, checkInputs(plan, given, false), address);
}

const ID: Part = { path: '/tasks/{id}/notes', inputs: { id: { in: 'path', type: 'Text', required: true } } };
const two = (path: string): Part => ({
  path,
  inputs: {
    a: { in: 'path', type: 'Text', required: true },
    b: { in: 'path', type: 'Text', required: true },
  },
});

describe('paths', () => {
  const rows: { name: string; given: [Part, Record<string, unknown>]; want: string }[] = [
    { name: 'an id', given: [ID, { id: 'a1' }], want: '/v2/tasks/a1/notes' },
    {
      name: 'a slash stays in its segment',
      given: [ID, { id: 'a/..b/c' }],
      want: '/v2/tasks/a%2F..b%2Fc/notes',
    },
    { name: 'a backslash', given: [ID, { id: 'a\\x..' }], want: '/v2/tasks/a%5Cx../notes' },
    { name: 'what ends a path', given: [ID, { id: 'a?b#c' }], want: '/v2/tasks/a%3Fb%23c/notes' },
    { name: 'Unicode', given: [ID, { id: 'é😀' }], want: '/v2/tasks/%C3%A9%F0%9F%98%80/notes' },
    { name: 'three dots are a name', given: [ID, { id: '...' }], want: '/v2/tasks/.../notes' },
    {
      name: 'braces of an argument are no hole',
      given: [two('/{a}/{b}'), { a: '{b}', b: 'x' }],
      want: '/v2/%7Bb%7D/x',
    },
    { name: 'the same hole twice', given: [two('/{a}/{b}/{a}'), { a: '1', b: '2' }], want: '/v2/1/2/1' },
    { name: 'two in one segment', given: [two('/x/{a}.{b}'), { a: 'f', b: 'pdf' }], want: '/v2/x/f.pdf' },
    {
      name: 'the template is encoded once',
      given: [{ path: '/é x%2F%/y?z', inputs: {} }, {}],
      want: '/v2/%C3%A9%20x%2F%25/y%3Fz',
    },
    { name: 'no slash at its start', given: [{ path: 'tasks', inputs: {} }, {}], want: '/v2/tasks' },
    {
      name: 'OData keys',
      given: [{ ...ID, path: "/tasks('{id}')" }, { id: "o'x" }],
      want: "/v2/tasks('o'x')",
    },
  ];
  for (const { name, given, want } of rows) {
    test(name, async () => expect((await encode(...given)).path).toBe(want));
  }

  const refused: { name: string; given: [Part, Record<string, unknown>] }[] = [
    ...['', '.', '..', '%2e', '%2E%2e', '.%2e', '%252e%252E', '../x', 'a/../b', 'a/.', '..\\x', '..%2fx'].map(
      (id) => ({
        name: JSON.stringify(id),
        given: [ID, { id }] as [Part, Record<string, unknown>],
      }),
    ),
    {
      name: 'an empty list',
      given: [{ ...ID, inputs: { id: { in: 'path', type: 'SerializedArray' } } }, { id: [] }],
    },
    {
      name: 'an empty label',
      given: [{ ...ID, inputs: { id: { in: 'path', type: 'Text', style: 'label' } } }, { id: '' }],
    },
    { name: 'two that make two dots', given: [two('/x/{a}{b}/y'), { a: '.', b: '.' }] },
    { name: 'two that make an encoded dot', given: [two('/x/{a}{b}/y'), { a: '%2', b: 'e' }] },
    { name: "an argument and the template's dot", given: [{ ...ID, path: '/x/.{id}' }, { id: '.' }] },
    { name: "the template's own dots", given: [{ path: '/x/../../admin', inputs: {} }, {}] },
    { name: 'absent', given: [{ ...ID, inputs: { id: { in: 'path', type: 'Text' } } }, {}] },
    { name: 'half of a surrogate pair', given: [ID, { id: 'a\ud800' }] },
  ];
  for (const { name, given } of refused) {
    test(`refuses ${name}`, async () => {
      const error = await thrownBy(() => encode(...given));
      expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
      expect(error.message).toMatch(/^nwc › Tasks › Run, /);
    });
  }
});

describe('parameters', () => {
  test('query in order, absent ones left out', async () => {
    const inputs: Record<string, InputDefinition> = {
      a: { in: 'query', type: 'Text' },
      filter: { in: 'query', type: 'SerializedItem', style: 'deepObject' },
      n: { in: 'query', type: 'Number', name: '$n' },
      none: { in: 'query', type: 'SerializedArray' },
    };
    const { path } = await encode({ inputs }, { n: 5, filter: '{"x":1}', a: 'b c', none: [] });
    expect(path).toBe('/v2/?a=b%20c&filter%5Bx%5D=1&%24n=5');
  });

  test('with a media type of their own they are one text, as given', async () => {
    const json = { type: 'SerializedItem', mediaType: 'application/json' } as const;
    const inputs: Record<string, InputDefinition> = {
      q: { in: 'query', ...json },
      p: { in: 'path', ...json },
      h: { in: 'header', ...json },
      c: { in: 'cookie', ...json },
      t: { in: 'query', type: 'Text', mediaType: 'text/plain' },
    };
    const given = { q: '{"n": 9007199254740993}', p: '{"a":1}', h: { a: 1 }, c: '{}', t: 'x y' };
    const request = await encode({ path: '/{p}', inputs }, given);
    expect(request.path).toBe('/v2/%7B%22a%22%3A1%7D?q=%7B%22n%22%3A%209007199254740993%7D&t=x%20y');
    expect(request.inputHeaders).toEqual({ h: '{"a":1}' });
    expect(request.cookies).toEqual(['c=%7B%7D']);
  });

  test('headers and cookies', async () => {
    const inputs: Record<string, InputDefinition> = {
      one: { in: 'header', type: 'Text', name: 'X-One' },
      list: { in: 'header', type: 'SerializedArray', name: 'X-List' },
      none: { in: 'header', type: 'SerializedArray', name: 'X-None' },
      c: { in: 'cookie', type: 'Text' },
      d: { in: 'cookie', type: 'SerializedArray' },
    };
    const given = { one: 'a b', list: '["x","y"]', none: [], c: 'é;', d: [1, 2] };
    const { inputHeaders, cookies } = await encode({ inputs }, given);
    expect(inputHeaders).toEqual({ 'x-one': 'a b', 'x-list': 'x,y' });
    expect(cookies).toEqual(['c=%C3%A9%3B', 'd=1', 'd=2']);
  });

  for (const [name, value] of [
    ['x-a', 'a\r\nb: c'],
    ['Host', 'evil.example'],
    ['Content-Length', '5'],
  ] as const) {
    test(`refuses the header ${name}: ${JSON.stringify(value)}`, async () => {
      const inputs: Record<string, InputDefinition> = { h: { in: 'header', type: 'Text', name } };
      const error = await thrownBy(() => encode({ inputs }, { h: value }));
      expect(error).toMatchObject({ code: 'INPUT_INVALID' });
      expect(error.message).toContain('input h');
    });
  }
});

describe('bodies', () => {
  const body = (input: Omit<InputDefinition, 'in'>, value: unknown): Promise<EncodedRequest> =>
    encode({ inputs: { b: { in: 'body', ...input } } }, { b: value });
  const rows: {
    name: string;
    given: [Omit<InputDefinition, 'in'>, unknown];
    want: unknown;
    type?: string;
  }[] = [
    {
      name: 'text as it is',
      given: [{ type: 'SerializedItem' }, ' {"n":9007199254740993, "d":0.10} '],
      want: ' {"n":9007199254740993, "d":0.10} ',
    },
    { name: 'any JSON as text', given: [{ type: 'SerializedValue' }, '[1]'], want: '[1]' },
    {
      name: 'a value',
      given: [{ type: 'SerializedItem' }, { n: 9007199254740993n }],
      want: '{"n":9007199254740993}',
    },
    {
      name: "K2's text without type names",
      given: [{ type: 'SerializedArray' }, '{"$type":"T[]","$values":[{"$type":"T","n":9007199254740993}]}'],
      want: '[{"n":9007199254740993}]',
    },
    { name: 'null', given: [{ type: 'SerializedItem' }, null], want: 'null' },
    { name: 'Text is a JSON string', given: [{ type: 'Text' }, 'a"b'], want: '"a\\"b"' },
    { name: 'a Decimal with all its digits', given: [{ type: 'Decimal' }, '1.10'], want: '1.10' },
    {
      name: 'plain text',
      given: [{ type: 'Text', mediaType: 'text/plain' }, 'a"b'],
      want: 'a"b',
      type: 'text/plain',
    },
    {
      name: 'text that is no ASCII says what it is',
      given: [{ type: 'Text', mediaType: 'text/plain' }, 'é'],
      want: 'é',
      type: 'text/plain;charset=utf-8',
    },
    {
      name: 'unless it says so already',
      given: [{ type: 'Text', mediaType: 'text/plain; charset=UTF-8' }, 'é'],
      want: 'é',
      type: 'text/plain; charset=UTF-8',
    },
    {
      name: 'a JSON type of another name',
      given: [{ type: 'Text', mediaType: 'application/vnd.x+json' }, 'a'],
      want: '"a"',
      type: 'application/vnd.x+json',
    },
    {
      name: 'bytes',
      given: [{ type: 'File', mediaType: 'application/pdf' }, Buffer.from('x')],
      want: Buffer.from('x'),
      type: 'application/pdf',
    },
    {
      name: 'a named file',
      given: [
        { type: 'File', mediaType: 'application/pdf' },
        { name: 'a', content: Buffer.from('x') },
      ],
      want: Buffer.from('x'),
      type: 'application/pdf',
    },
    {
      name: 'a file of a type of its own',
      given: [
        { type: 'File', mediaType: 'application/octet-stream' },
        { contentType: 'image/png\r\n', content: Buffer.from('x') },
      ],
      want: Buffer.from('x'),
      type: 'image/png',
    },
    {
      name: 'bytes of any type',
      given: [{ type: 'File' }, Buffer.from('x')],
      want: Buffer.from('x'),
      type: 'application/octet-stream',
    },
    {
      name: 'text with half of a surrogate pair, which JSON can escape',
      given: [{ type: 'SerializedItem' }, '{"a":"\ud800","n":9007199254740993}'],
      want: '{"a":"\\ud800","n":9007199254740993}',
    },
  ];
  for (const { name, given, want, type = 'application/json' } of rows) {
    test(name, async () => {
      const request = await body(...given);
      expect(request.body).toEqual(want);
      expect(request.headers['content-type']).toBe(type);
    });
  }

  test('none: no content type either', async () => {
    const request = await encode({ inputs: { b: { in: 'body', type: 'SerializedItem' } } }, {});
    expect(request).not.toHaveProperty('body');
    expect(request.headers).toEqual({ accept: 'application/json' });
  });
});

describe('forms', () => {
  test('urlencoded', async () => {
    const inputs: Record<string, InputDefinition> = {
      a: { in: 'field', type: 'Text' },
      list: { in: 'field', type: 'SerializedArray' },
      item: { in: 'field', type: 'SerializedItem', mediaType: 'application/json' },
      none: { in: 'field', type: 'Text' },
    };
    const given = { a: 'x &=é', list: ['1', '2'], item: '{"n": 9007199254740993}', none: null };
    const request = await encode({ form: 'application/x-www-form-urlencoded', inputs }, given);
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const body = new URLSearchParams(String(request.body));
    expect([...body]).toEqual([
      ['a', 'x &=é'],
      ['list', '1'],
      ['list', '2'],
      ['item', '{"n": 9007199254740993}'],
    ]);
  });

  test('multipart, as another implementation reads it', async () => {
    const inputs: Record<string, InputDefinition> = {
      title: { in: 'field', type: 'Text' },
      count: { in: 'field', type: 'Number' },
      tags: { in: 'field', type: 'SerializedArray' },
      meta: { in: 'field', type: 'SerializedItem' },
      file: { in: 'field', type: 'File' },
      files: { in: 'field', type: 'SerializedArray' },
      none: { in: 'field', type: 'Text' },
    };
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45]);
    const request = await encode(
      { form: 'multipart/form-data', inputs },
      {
        title: 'é\r\n"x"',
        count: 3,
        tags: ['a', { b: 1 }],
        meta: '{"n": 9007199254740993}',
        file: { name: 'a"\r\nx: y.pdf', contentType: 'application/pdf', content: bytes },
        files: [Buffer.from('1'), { name: 'two', content: Buffer.from('2') }],
        none: null,
      },
    );
    expect(request.fixedContentType).toBe(request.headers['content-type']);
    const form = await formOverTheWire(request);
    expect([...form.keys()]).toEqual(['title', 'count', 'tags', 'tags', 'meta', 'file', 'files', 'files']);
    expect(form.get('title')).toBe('é\r\n"x"');
    expect(form.get('count')).toBe('3');
    expect(form.getAll('tags')).toEqual(['a', '{"b":1}']);
    expect(await textOf(form.get('meta'))).toBe('{"n": 9007199254740993}');
    const file = form.get('file') as File;
    expect([file.type, Buffer.from(await file.arrayBuffer())]).toEqual(['application/pdf', bytes]);
    expect(await Promise.all(form.getAll('files').map(textOf))).toEqual(['1', '2']);
  });
});

describe('half of a surrogate pair', () => {
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;
  for (const form of forms) {
    for (const given of [{ a: '\ud800' }, { list: ['x', '\ud800'] }]) {
      test(`is refused in ${form}: ${Object.keys(given)}`, async () => {
        const inputs: Record<string, InputDefinition> = {
          a: { in: 'field', type: 'Text' },
          list: { in: 'field', type: 'SerializedArray' },
        };
        const error = await thrownBy(() => encode({ form, inputs }, given));
        expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
        expect(error.message).toMatch(/^nwc › Tasks › Run, input (?:a|list): /);
      });
    }
  }

  test('is refused in plain text', async () => {
    const inputs: Record<string, InputDefinition> = {
      b: { in: 'body', type: 'Text', mediaType: 'text/plain' },
    };
    const error = await thrownBy(() => encode({ inputs }, { b: '\udc00' }));
    expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
  });
});

test('a part of a form: null is no value, a file has its own type or the first that is described', async () => {
  const inputs: Record<string, InputDefinition> = {
    list: { in: 'field', type: 'SerializedArray' },
    any: { in: 'field', type: 'File', mediaType: 'image/*' },
    first: { in: 'field', type: 'File', mediaType: 'image/png, image/jpeg' },
    own: { in: 'field', type: 'File', mediaType: 'image/png, image/jpeg' },
  };
  const content = Buffer.from('x');
  const given = {
    list: ['a', null, 'b'],
    any: content,
    first: content,
    own: { contentType: 'image/jpeg', content },
  };
  const form = await formOverTheWire(await encode({ form: 'multipart/form-data', inputs }, given));
  expect(form.getAll('list')).toEqual(['a', 'b']);
  expect(['any', 'first', 'own'].map((name) => (form.get(name) as File).type)).toEqual([
    'application/octet-stream',
    'image/png',
    'image/jpeg',
  ]);
});

/** Sends the request to a real server, which reads the form with the platform's own parser. */
async function formOverTheWire({ headers, body }: EncodedRequest): Promise<FormData> {
  if (!(body instanceof Uint8Array)) throw new Error('the form is not held in memory');
  const received = deferred<FormData>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const type = request.headers['content-type'] ?? '';
      received.resolve(new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData());
      response.end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body: Buffer.from(body) });
  server.close();
  return received.promise;
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T | Promise<T>) => void } {
  let resolve: (value: T | Promise<T>) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function textOf(entry: string | Blob | null): Promise<string> {
  return entry instanceof Blob ? await entry.text() : String(entry);
}
