import { openAsBlob, readdirSync, readlinkSync } from 'node:fs';
import { appendFile, mkdtemp, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import type { Method } from '../../src/runtime/connect.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { fileAt } from '../../src/runtime/file-at.js';
import { fileText } from '../../src/runtime/file-text.js';
import type { SeenRequest } from '../../src/runtime/hooks.js';
import { startRawServer, startServer } from '../http/test-server.js';
import { boundTo, closing } from './connected-tasks.js';
import type { Row } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const FILES: ServiceObjectDefinition = {
  systemName: 'Files',
  methods: {
    Put: {
      verb: 'PUT',
      path: '/file',
      inputs: { file: { in: 'body', type: 'File', mediaType: 'application/octet-stream', required: true } },
      answers: { '204': { as: 'nothing' } },
    },
    Upload: {
      verb: 'POST',
      path: '/form',
      form: 'multipart/form-data',
      inputs: {
        title: { in: 'field', type: 'Text' },
        password: { in: 'field', type: 'Text' },
        file: { in: 'field', type: 'File' },
        more: { in: 'field', type: 'SerializedArray' },
      },
      answers: { '204': { as: 'nothing' } },
    },
    Sign: {
      verb: 'POST',
      path: '/signed',
      form: 'application/x-www-form-urlencoded',
      inputs: { title: { in: 'field', type: 'Text' }, file: { in: 'field', type: 'File' } },
      answers: { '204': { as: 'nothing' } },
    },
  },
};

type Files = Readonly<Record<'Put' | 'Upload' | 'Sign', Method<Row, Row, unknown>>>;

interface Got {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A real server that keeps what arrived; `statuses` are its first answers, 204 the later ones. */
async function connected(
  options: ConnectOptions = {},
  statuses: readonly number[] = [],
): Promise<{ got: Got[]; Files: Files }> {
  const got: Got[] = [];
  const server = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(statuses[got.length - 1] ?? 204, { location: '/elsewhere' }).end();
    });
  });
  closing(() => server.close());
  return { got, Files: filesAt(server.origin, options) };
}

function filesAt(serviceUrl: string, options: ConnectOptions = {}): Files {
  return boundTo<Files>(serviceUrl, FILES, options);
}

const formOf = ({ headers, body }: Got): Promise<FormData> =>
  new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rest-broker-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function onDisk(content: string | Uint8Array): Promise<string> {
  const path = join(folder, `file ${count++}.txt`);
  await writeFile(path, content);
  return path;
}

/** Files of that path which this process holds open; where the system does not tell, none. */
function heldOpen(path: string): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  }).length;
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('he');
  yield Buffer.from('llo');
}

const WAYS: { name: string; given: () => unknown }[] = [
  { name: 'bytes', given: () => Buffer.from('hello') },
  { name: 'an ArrayBuffer', given: () => new Blob(['hello']).arrayBuffer() },
  { name: 'bytes with a name', given: () => ({ name: 'a.txt', content: Buffer.from('hello') }) },
  { name: 'a Blob', given: () => new Blob(['hello']) },
  { name: 'a Blob on disk', given: async () => openAsBlob(await onDisk('hello')) },
  { name: 'a stream', given: () => new Blob(['hello']).stream() },
  { name: 'pieces', given: pieces },
  { name: 'a file on disk', given: async () => fileAt(await onDisk('hello')) },
  { name: 'a file on disk by URL', given: async () => fileAt(pathToFileURL(await onDisk('hello'))) },
  { name: "K2's text", given: () => '<file><name>a&amp;b.txt</name><content>aGVs\n bG8=</content></file>' },
  {
    name: "K2's text with a declaration and attributes, the other way round",
    given: () =>
      '<?xml version="1.0"?>\n<file id="1"><content encoding="base64">aGVsbG8=</content><name>a</name></file>\n',
  },
  { name: 'our own text of it', given: () => fileText({ name: 'a<b>&.txt', content: Buffer.from('hello') }) },
];

describe('a file', () => {
  for (const { name, given } of WAYS) {
    test(`as the body: ${name}`, async () => {
      const { got, Files } = await connected();
      await Files.Put({ file: await given() });
      expect(got).toMatchObject([{ headers: { 'content-length': '5' }, body: Buffer.from('hello') }]);
      expect(got[0]?.headers).not.toHaveProperty('transfer-encoding');
    });

    test(`in a form: ${name}`, async () => {
      const { got, Files } = await connected();
      await Files.Upload({ title: 'one\ntwo', file: await given(), more: [await given()] });
      expect(got[0]?.headers['content-length']).toBe(String(got[0]?.body.length));
      const form = await formOf(got[0] as Got);
      expect(form.get('title')).toBe('one\ntwo');
      for (const part of [form.get('file'), form.get('more')])
        expect(part instanceof Blob ? await part.text() : part).toBe(
          part instanceof Blob ? 'hello' : await given(),
        );
      expect(form.get('file')).toBeInstanceOf(Blob);
    });

    test(`in a form of text: ${name}`, async () => {
      const { got, Files } = await connected();
      await Files.Sign({ title: 'a', file: await given() });
      expect(got[0]?.body.toString()).toBe('title=a&file=hello');
    });
  }

  test('empty', async () => {
    const { got, Files } = await connected();
    const text = '<file><name/><content /></file>';
    const empty = [fileAt(await onDisk('')), new Blob([]), new Uint8Array(0), Readable.from([]), text];
    for (const file of empty) await Files.Put({ file });
    expect(got.map(({ headers }) => headers['content-length'])).toEqual(Array(5).fill('0'));
  });

  test('has the name and the type that it is given, else the name it has on disk', async () => {
    const { got, Files } = await connected();
    const path = await onDisk('x');
    await Files.Upload({ file: fileAt(path) });
    await Files.Upload({
      file: fileAt(path, { name: 'a"b\r\n.pdf', contentType: 'application/pdf\r\nx: y' }),
    });
    const [first, second] = await Promise.all(got.map(formOf));
    expect(first?.get('file')).toMatchObject({
      name: path.slice(folder.length + 1),
      type: 'application/octet-stream',
    });
    expect(got[1]?.body.toString()).toMatch(
      /\r\ncontent-disposition: form-data; name="file"; filename="a%22b%0D%0A\.pdf"\r\ncontent-type: application\/pdfx: y\r\n\r\nx\r\n/,
    );
    expect(second?.getAll('file')).toHaveLength(1);
  });

  test('in a form of text has each byte', async () => {
    const { got, Files } = await connected();
    await Files.Sign({ file: Buffer.from([0, 255, 38, 61, 65]) });
    expect(got[0]?.body.toString()).toBe('file=%00%FF%26%3DA');
  });

  test('is read while it is sent, and not before', async () => {
    const path = await onDisk(new Uint8Array(8 * 1024 * 1024).fill(7));
    const open: number[] = [];
    const server = await startServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => {
        open.push(heldOpen(path));
        chunks.push(chunk);
      });
      request.on('end', () =>
        response.writeHead(Buffer.concat(chunks).every((byte) => byte === 7) ? 204 : 400).end(),
      );
    });
    closing(() => server.close());
    await filesAt(server.origin).Put({ file: fileAt(path) });
    expect(open[0]).toBe(process.platform === 'linux' ? 1 : 0);
    expect(heldOpen(path)).toBe(0);
  });
});

describe('a file on disk is read again', () => {
  test('by a retry', async () => {
    const { got, Files } = await connected({ retries: 1 }, [503]);
    await Files.Put({ file: fileAt(await onDisk('hello')) }, { idempotent: true });
    expect(got.map(({ body }) => body.toString())).toEqual(['hello', 'hello']);
  });

  test('by a redirect that keeps the body', async () => {
    const { got, Files } = await connected({ redirects: 1 }, [307]);
    await Files.Put({ file: fileAt(await onDisk('hello')) });
    expect(got.map(({ url, body }) => `${url} ${body}`)).toEqual(['/file hello', '/elsewhere hello']);
  });

  test('and by no redirect that drops it', async () => {
    const { got, Files } = await connected({ redirects: 1 }, [303]);
    await Files.Put({ file: fileAt(await onDisk('hello')) });
    expect(got[1]).toMatchObject({ url: '/elsewhere', body: Buffer.from('') });
    expect(got[1]?.headers).not.toHaveProperty('content-length');
  });

  test('by a hook that wants its bytes', async () => {
    let seen = '';
    const beforeSend = async ({ body }: SeenRequest): Promise<undefined> => {
      if (typeof body !== 'object' || body instanceof Uint8Array) return;
      for await (const chunk of body.open()) seen += Buffer.from(chunk).toString();
    };
    const { got, Files } = await connected({ hooks: { beforeSend } });
    await Files.Put({ file: fileAt(await onDisk('hello')) });
    expect([seen, got[0]?.body.toString()]).toEqual(['hello', 'hello']);
  });
});

test('a secret in a form is masked for a hook, and sent', async () => {
  let seen = '';
  const beforeSend = ({ body }: SeenRequest): undefined => {
    seen = body instanceof Uint8Array ? Buffer.from(body).toString() : '';
  };
  const { got, Files } = await connected({ hooks: { beforeSend } });
  await Files.Upload({ password: 's3cret é', file: Buffer.from('hello') });
  expect(seen).toContain('hello');
  expect(seen).not.toContain('s3cret');
  expect((await formOf(got[0] as Got)).get('password')).toBe('s3cret é');
});

describe('refused, and nothing is sent', () => {
  const rows: { name: string; file: () => unknown; want: RegExp }[] = [
    {
      name: 'a file that is not there',
      file: () => fileAt(join(folder, 'none')),
      want: /none' cannot be read \(ENOENT\)/,
    },
    { name: 'a folder', file: () => fileAt(folder), want: /is a folder or a device, and no file/ },
    { name: 'a device', file: () => fileAt('/dev/zero'), want: /is a folder or a device|ENOENT/ },
    {
      name: 'no path',
      file: () => fileAt(7 as unknown as string),
      want: /'7' cannot be read \(ERR_INVALID_ARG_TYPE\)/,
    },
    { name: 'a path with NUL', file: () => fileAt('a\0b'), want: /'a\\u\{0\}b' cannot be read/ },
    {
      name: 'a web address',
      file: () => fileAt(new URL('https://a.example/x')),
      want: /ERR_INVALID_URL_SCHEME/,
    },
    { name: 'text, even where a file has that name', file: () => onDisk('x'), want: /expected a File/ },
    {
      name: 'what an answer could hold',
      file: async () => ({ path: await onDisk('x') }),
      want: /expected a File/,
    },
    { name: 'text that is no file', file: () => 'hello', want: /expected a File/ },
    {
      name: 'no base64',
      file: () => '<file><name>a</name><content>a*</content></file>',
      want: /the text of the file is not/,
    },
    {
      name: 'an encoding that is not base64',
      file: () => '<file><name>a</name><content encoding="hex">6869</content></file>',
      want: /the text of the file is not/,
    },
    {
      name: 'a name and no content',
      file: () => '<file><name>a</name></file>',
      want: /the text of the file is not/,
    },
    {
      name: 'two names and no content',
      file: () => '<file><name>a</name><name>b</name></file>',
      want: /the text of the file is not/,
    },
    {
      name: 'a stream that fails',
      file: () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('he');
            throw new Error('the disk is gone');
          })(),
        ),
      want: /the stream could not be read to its end/,
    },
    {
      name: 'a stream that was read before',
      file: async () => {
        const stream = new Blob(['x']).stream();
        await new Response(stream).text();
        return stream;
      },
      want: /the stream was read before/,
    },
    {
      name: 'pieces that were read before',
      file: async () => {
        const stream = Readable.from([Buffer.from('x')]);
        for await (const _ of stream);
        return stream;
      },
      want: /the stream was read before/,
    },
    { name: 'half a file', file: () => '<file><name>a</name>', want: /the text of the file is not/ },
    {
      name: 'a stream of text',
      file: () => new Blob(['x']).stream().pipeThrough(new TextDecoderStream()),
      want: /something else than bytes/,
    },
  ];
  for (const { name, file, want } of rows) {
    test(name, async () => {
      const { got, Files } = await connected();
      const given = await file();
      const error = await thrownBy(() => Files.Put({ file: given }));
      expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
      expect(error.message).toMatch(/^nwc › Files › Put, input file: /);
      expect(error.message).toMatch(want);
      expect(got).toEqual([]);
    });
  }

  test('the cause is kept', async () => {
    const error = await thrownBy(async () =>
      (await connected()).Files.Put({ file: fileAt(join(folder, 'none')) }),
    );
    expect(error).toMatchObject({ cause: { code: 'ENOENT' } });
  });

  test('a stream that never ends is late, and is let go', async () => {
    const { got, Files } = await connected();
    let letGo = 0;
    const cancel = (): void => {
      letGo += 1;
    };
    async function* drops(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await setTimeout(5, Buffer.from('x'));
      } finally {
        cancel();
      }
    }
    const silent = new ReadableStream({ pull: () => new Promise(() => undefined), cancel });
    const waiting = new Readable({ read: () => undefined }).on('close', cancel);
    for (const file of [silent, waiting, drops()]) {
      const error = await thrownBy(() => Files.Put({ file }, { timeoutMs: 100 }));
      expect(error).toMatchObject({ code: 'TIMEOUT' });
    }
    expect(got).toEqual([]);
    await expect.poll(() => letGo).toBe(3);
  });

  test('in a list of values, an object with a path is a value', async () => {
    const { got, Files } = await connected();
    const value = { path: await onDisk('s3cret') };
    await Files.Upload({ more: [value] });
    expect((await formOf(got[0] as Got)).get('more')).toBe(JSON.stringify(value));
  });
});

describe('a file that changes during the call', () => {
  const ways: { name: string; change: (path: string) => Promise<void>; want: RegExp }[] = [
    { name: 'deleted', change: unlink, want: /cannot be read any more \(ENOENT\)/ },
    { name: 'shorter', change: (path) => truncate(path, 2), want: /was changed while the call was made/ },
    { name: 'longer', change: (path) => appendFile(path, '!'), want: /was changed while the call was made/ },
  ];
  for (const { name, change, want } of ways) {
    test(`${name}: the call fails and says why`, async () => {
      const path = await onDisk('hello');
      const beforeSend = async (): Promise<undefined> => void (await change(path));
      const { got, Files } = await connected({ hooks: { beforeSend }, retries: 2 });
      const error = await thrownBy(() => Files.Put({ file: fileAt(path) }, { idempotent: true }));
      expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
      expect(error.message).toMatch(/^nwc › Files › Put, input file: /);
      expect(error.message).toMatch(want);
      expect(got).toEqual([]);
      expect(heldOpen(path)).toBe(0);
    });
  }
});

test('a Blob of a file that changes: the call fails and says why', async () => {
  const path = await onDisk('hello');
  const file = await openAsBlob(path);
  await appendFile(path, '!');
  const { Files } = await connected();
  const error = await thrownBy(() => Files.Put({ file }));
  expect(error).toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' });
  expect(error.message).toMatch(/^nwc › Files › Put, input file: the Blob cannot be read any more/);
});

test('a call that is given up while it sends leaves no file open', async () => {
  const server = await startRawServer((socket) => void socket.pause());
  closing(() => server.close());
  const path = await onDisk(new Uint8Array(20 * 1024 * 1024));
  const controller = new AbortController();
  const reason = new Error('enough');
  const call = thrownBy(() =>
    filesAt(server.origin).Put({ file: fileAt(path) }, { signal: controller.signal }),
  );
  if (process.platform === 'linux') await expect.poll(() => heldOpen(path)).toBe(1);
  controller.abort(reason);
  expect(await call).toBe(reason);
  await expect.poll(() => heldOpen(path)).toBe(0);
});

test("a file as K2's text", () =>
  expect(fileText({ name: 'a<b>&.txt', content: Buffer.from('hello') })).toBe(
    '<file><name>a&lt;b&gt;&amp;.txt</name><content>aGVsbG8=</content></file>',
  ));
