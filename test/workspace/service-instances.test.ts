import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { OutputError, RegistrationError } from '../../src/base/errors.js';
import {
  DEFAULT_SETTINGS,
  type ServiceInstance,
  type ServiceInstanceSettings,
} from '../../src/model/service-instance.js';
import { withLock } from '../../src/workspace/folders/with-lock.js';
import { checkServiceInstance } from '../../src/workspace/registry/check-service-instance.js';
import { readServiceInstances } from '../../src/workspace/registry/read-service-instances.js';
import { unregisterServiceInstance } from '../../src/workspace/unregister-service-instance.js';
import { removeEntry, saveServiceInstance } from './change-registry.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

const SHA = '0'.repeat(64);
const FILE = 'service-instances.yaml';

function instance(
  name: string,
  settings: Partial<ServiceInstanceSettings> = {},
  source = 'https://example.com/a.json',
): ServiceInstance {
  return {
    name,
    descriptor: { file: 'descriptors/a.json', source, sha256: SHA },
    settings: { ...DEFAULT_SETTINGS, ...settings },
  };
}

async function refusal(act: Promise<unknown>): Promise<RegistrationError> {
  const error: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RegistrationError) return error;
  throw new Error('it was not refused', { cause: error });
}

describe('a saved Service Instance reads as it was', () => {
  const kept: readonly { name: string; settings: Partial<ServiceInstanceSettings> }[] = [
    { name: 'defaults', settings: {} },
    { name: 'impersonate', settings: { authentication: { mode: 'impersonate' } } },
    {
      name: 'impersonate, by a format',
      settings: { authentication: { mode: 'impersonate', format: 'Token {0}' } },
    },
    {
      name: 'static',
      settings: { authentication: { mode: 'static', userName: 'ann', password: '${K2_PASSWORD}' } },
    },
    { name: 'bearer', settings: { authentication: { mode: 'bearer', token: '${NWC_TOKEN}' } } },
    {
      name: 'api-key',
      settings: { authentication: { mode: 'api-key', in: 'query', name: 'k', value: '${API_KEY}' } },
    },
    {
      name: 'oauth, and what goes around calls',
      settings: {
        authentication: {
          mode: 'oauth',
          flow: 'client-credentials',
          tokenUrl: 'https://us.nintex.io/authentication/v1/token',
          clientId: '${NWC_CLIENT_ID}',
          clientSecret: '${NWC_CLIENT_SECRET}',
          scope: 'read:task',
          bodyFormat: 'json',
          clientIn: 'body',
          parameters: { audience: 'nwc' },
          format: 'Bearer {0}',
        },
        allowHttp: true,
        retries: 2,
        redirects: 3,
        paging: { rows: 'tasks', cursor: { input: 'after', from: 'next' } },
      },
    },
    {
      name: 'everything else',
      settings: {
        addHttpRequestHeaders: true,
        addHttpResponseHeaders: true,
        serviceUrl: 'https://example.com/v1',
        defaultHeaders: {
          'X-Version': '2',
          Authorization: 'Bearer ${NWC_TOKEN}',
          Cookie: 'a=${A}; b=${B}',
          'X-Empty': '',
        },
        timeoutMs: 1_500,
        breakOnError: false,
        placement: 'response',
        appendPropertyTypes: true,
        includeInternal: true,
        selection: { objects: ['Task', 'null'], systemTypes: [] },
      },
    },
  ];
  test.each(kept)('$name', async ({ settings }) => {
    const folder = temporaryFolder();
    await saveServiceInstance(folder, instance('nwc', settings));
    expect(await readServiceInstances(folder)).toEqual([instance('nwc', settings)]);
  });

  test('a source whose query names a variable', async () => {
    const folder = temporaryFolder();
    const given = instance('nwc', {}, 'https://${HOST}/a?x=1&key=${API_KEY}');
    await saveServiceInstance(folder, given);
    expect(await readServiceInstances(folder)).toEqual([given]);
  });

  test('only what differs from the defaults is written', async () => {
    const folder = temporaryFolder();
    await saveServiceInstance(folder, instance('nwc'));
    expect(readFileSync(join(folder, FILE), 'utf8').split('\n').slice(2)).toEqual([
      'nwc:',
      '  descriptor:',
      '    file: descriptors/a.json',
      '    source: https://example.com/a.json',
      `    sha256: "${SHA}"`,
      '',
    ]);
    expect(Object.keys(snapshot(folder))).toEqual([FILE]);
  });

  test('no file means no Service Instance', async () => {
    expect(await readServiceInstances(temporaryFolder())).toEqual([]);
  });

  test('in the order of the file, also after a change and a removal', async () => {
    const folder = temporaryFolder();
    for (const name of ['c', 'a', 'b']) await saveServiceInstance(folder, instance(name));
    await saveServiceInstance(folder, instance('a', { breakOnError: false }));
    await removeEntry(folder, 'c');
    expect((await readServiceInstances(folder)).map(({ name }) => name)).toEqual(['a', 'b']);
    await removeEntry(folder, 'a');
    await removeEntry(folder, 'b');
    expect(await readServiceInstances(folder)).toEqual([]);
  });
});

describe('the registry refuses', () => {
  const secrets: readonly { name: string; given: ServiceInstance; form: string }[] = [
    {
      name: 'a token',
      given: instance('nwc', { authentication: { mode: 'bearer', token: 'hunter2' } }),
      form: '"${TOKEN}"',
    },
    {
      name: 'a token before a variable',
      given: instance('nwc', { authentication: { mode: 'bearer', token: 'hunter2${X}' } }),
      form: '"${TOKEN}"',
    },
    {
      name: 'a password',
      given: instance('nwc', { authentication: { mode: 'static', userName: 'a', password: 'hunter2' } }),
      form: '"${PASSWORD}"',
    },
    {
      name: 'a key',
      given: instance('nwc', {
        authentication: { mode: 'api-key', in: 'header', name: 'K', value: 'hunter2' },
      }),
      form: '"${API_KEY}"',
    },
    {
      name: 'an Authorization header',
      given: instance('nwc', { defaultHeaders: { authorization: 'Bearer hunter2' } }),
      form: '"Bearer ${TOKEN}"',
    },
    {
      name: 'a cookie',
      given: instance('nwc', { defaultHeaders: { Cookie: 'sid=hunter2' } }),
      form: '"${TOKEN}"',
    },
    {
      name: 'a header named after a key',
      given: instance('nwc', { defaultHeaders: { 'Ocp-Apim-Subscription-Key': 'hunter2' } }),
      form: '"${TOKEN}"',
    },
    {
      name: 'a credential in any header',
      given: instance('nwc', { defaultHeaders: { 'X-Any': 'Basic hunter2' } }),
      form: '"${TOKEN}"',
    },
    {
      name: 'a user in the source',
      given: instance('nwc', {}, 'https://u:hunter2@example.com/a'),
      form: '?key=${API_KEY}',
    },
    {
      name: 'a key in the source',
      given: instance('nwc', {}, 'https://example.com/a?api_key=hunter2'),
      form: '?key=${API_KEY}',
    },
    {
      name: 'a key in a source with variables',
      given: instance('nwc', {}, 'https://${HOST}/a?x=1&sig=hunter2'),
      form: '?key=${API_KEY}',
    },
    {
      name: 'a token in the service URL',
      given: instance('nwc', { serviceUrl: 'https://example.com/?access_token=hunter2' }),
      form: '?key=${API_KEY}',
    },
  ];
  test.each(secrets)('$name in clear, without repeating it', async ({ given, form }) => {
    const folder = temporaryFolder();
    const error = await refusal(saveServiceInstance(folder, given));
    expect(error.code).toBe('REGISTRATION_INVALID');
    expect(error.message).not.toContain('hunter2');
    expect(error.message).toContain(form);
    await expect(checkServiceInstance(given)).rejects.toBeInstanceOf(RegistrationError);
    expect(snapshot(folder)).toEqual({});
  });

  test.each(['', '1a', 'a b', 'ä', '../a', 'a/b', 'con', 'LPT1', 'a'.repeat(65)])(
    'the name %j',
    async (name) => {
      const folder = temporaryFolder();
      expect((await refusal(saveServiceInstance(folder, instance(name)))).code).toBe('REGISTRATION_INVALID');
      expect(snapshot(folder)).toEqual({});
    },
  );

  test('a name that differs only in case', async () => {
    const folder = temporaryFolder();
    await saveServiceInstance(folder, instance('nwc'));
    const error = await refusal(saveServiceInstance(folder, instance('NWC')));
    expect(error.message).toContain("differs from 'nwc' only in case");
  });

  test.each([
    {
      name: 'no time at all',
      settings: { timeoutMs: 0 },
      want: 'timeoutSeconds: must be a number of seconds',
    },
    {
      name: 'a service URL without a scheme',
      settings: { serviceUrl: 'example.com' },
      want: 'serviceUrl: must be an http or https URL',
    },
    {
      name: 'a line break in a header',
      settings: { defaultHeaders: { A: 'b\r\nc: d' } },
      want: 'A: must be text on one line',
    },
    {
      name: 'a header name with a space',
      settings: { defaultHeaders: { 'A b': 'c' } },
      want: 'the name must be a header name',
    },
  ])('$name', async ({ settings, want }) => {
    expect(
      (await refusal(saveServiceInstance(temporaryFolder(), instance('nwc', settings)))).message,
    ).toContain(want);
  });

  test('a file that does not hold, and leaves it', async () => {
    const folder = temporaryFolder();
    put(folder, { [FILE]: 'nwc: [1]\n' });
    await refusal(saveServiceInstance(folder, instance('k2')));
    expect(snapshot(folder)).toEqual({ [FILE]: 'nwc: [1]\n' });
  });

  test('to write through a link', async () => {
    const folder = temporaryFolder();
    put(folder, { 'else.yaml': '' });
    symlinkSync('else.yaml', join(folder, FILE));
    await expect(saveServiceInstance(folder, instance('nwc'))).rejects.toBeInstanceOf(OutputError);
    expect(snapshot(folder)).toEqual({ 'else.yaml': '', [FILE]: '-> else.yaml' });
  });
});

test('unregistering names the near ones', async () => {
  const folder = temporaryFolder();
  await saveServiceInstance(folder, instance('invoices'));
  const error = await refusal(unregisterServiceInstance(folder, { name: 'invoice' }));
  expect(error.code).toBe('SERVICE_INSTANCE_UNKNOWN');
  expect(error.message).toContain("there is no Service Instance 'invoice'. Perhaps you meant 'invoices'.");
});

describe('readServiceInstances says what is wrong and where', () => {
  const descriptor = `  descriptor: { file: a.json, source: a.json, sha256: "${SHA}" }\n`;
  test.each([
    {
      name: 'no YAML',
      given: 'nwc:\n  a: [1\n',
      want: /service-instances\.yaml:\d:\d: .+\. Mend the YAML\.$/,
    },
    { name: 'a name twice', given: 'a: {}\na: {}\n', want: /yaml:2:1: .*twice/ },
    { name: 'two documents', given: `a:\n${descriptor}---\nb: {}\n`, want: /yaml:\d:\d: .*second document/ },
    { name: 'an unknown tag', given: `a:\n${descriptor}  serviceUrl: !js x\n`, want: /yaml:3:15: .*tag/ },
    { name: 'an alias without its anchor', given: 'a: *b\n', want: /yaml:1:4: / },
    { name: 'a list', given: '- nwc\n', want: /yaml:1:1: must be a mapping of names to Service Instances/ },
    {
      name: 'no descriptor',
      given: 'nwc:\n  timeoutSeconds: 5\n',
      want: /yaml:1:1: nwc: 'descriptor' is missing/,
    },
    {
      name: 'a key mistyped',
      given: `nwc:\n${descriptor}  timeoutSecond: 5\n`,
      want: /yaml:3:3: nwc\.timeoutSecond: is not known here\. Perhaps you meant 'timeoutSeconds'\.$/,
    },
    {
      name: 'a key of another place',
      given: `nwc:\n${descriptor}  generate: { zz: [] }\n`,
      want: /yaml:3:15: nwc\.generate\.zz: is not known here\. Remove it; known here: objects, systemTypes/,
    },
    {
      name: 'a flag that is text',
      given: `nwc:\n${descriptor}  breakOnError: "no"\n`,
      want: /yaml:3:3: nwc\.breakOnError: must be true or false/,
    },
    {
      name: 'an unknown mode',
      given: `nwc:\n${descriptor}  authentication: { mode: kerberos }\n`,
      want: /nwc\.authentication: must be a mapping whose mode is one of none, impersonate/,
    },
    {
      name: 'a mode without its values',
      given: `nwc:\n${descriptor}  authentication: { mode: bearer }\n`,
      want: /nwc\.authentication: 'token' is missing/,
    },
    {
      name: 'an item of a list',
      given: `nwc:\n${descriptor}  generate:\n    objects:\n      - A\n      - 5\n`,
      want: /yaml:6:9: nwc\.generate\.objects\.1: must be a system name/,
    },
    {
      name: 'a file outside',
      given: `nwc:\n  descriptor: { file: ../a.json, source: a.json, sha256: "${SHA}" }\n`,
      want: /yaml:2:17: nwc\.descriptor\.file: the path leads outside/,
    },
    {
      name: 'a secret in clear',
      given: `nwc:\n${descriptor}  authentication: { mode: bearer, token: hunter2 }\n`,
      want: /yaml:3:35: nwc\.authentication\.token: a secret must not stand here/,
    },
    {
      name: 'names alike',
      given: `nwc:\n${descriptor}Nwc:\n${descriptor}`,
      want: /yaml:3:1: Nwc: the name differs from 'nwc' only in case/,
    },
    {
      name: 'a name of the language as a setting',
      given: `nwc:\n${descriptor}  __proto__: { a: 1 }\n`,
      want: /yaml:3:3: nwc\.__proto__: is not known here/,
    },
  ])('$name', async ({ given, want }) => {
    const folder = temporaryFolder();
    put(folder, { [FILE]: given });
    const error = await refusal(readServiceInstances(folder));
    expect(error.code).toBe('REGISTRATION_INVALID');
    expect(error.message).toMatch(want);
    expect(error.message).not.toContain('hunter2');
    expect(error.place?.line).toBeGreaterThan(0);
  });

  test('all at once, in the order of the file', async () => {
    const folder = temporaryFolder();
    put(folder, {
      [FILE]: `k2:\n${descriptor}  placement: here\n  timeoutSeconds: -1\nnwc:\n  breakOnErr: true\n`,
    });
    const lines = (await refusal(readServiceInstances(folder))).message.split('\n');
    expect(lines[0]).toMatch(/service-instances\.yaml: 4 things are wrong$/);
    expect(lines.slice(1).map((line) => /yaml:(\d+:\d+): (\S+)/.exec(line)?.slice(1))).toEqual([
      ['3:3', 'k2.placement:'],
      ['4:3', 'k2.timeoutSeconds:'],
      ['5:1', 'nwc:'],
      ['6:3', 'nwc.breakOnErr:'],
    ]);
  });

  test('bytes that are no UTF-8', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, FILE), Buffer.from([0x61, 0xff]));
    expect((await refusal(readServiceInstances(folder))).message).toContain('is not UTF-8 text');
  });

  test('a folder in its place', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, FILE));
    expect((await refusal(readServiceInstances(folder))).message).toContain('a folder stands there');
  });
});

describe('two at once', () => {
  test('in one process lose nothing', async () => {
    const folder = temporaryFolder();
    const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
    await Promise.all(names.map((name) => saveServiceInstance(folder, instance(name))));
    expect((await readServiceInstances(folder)).map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test('in three processes lose nothing', async () => {
    const folder = temporaryFolder();
    const child = fileURLToPath(new URL('./registering-child.ts', import.meta.url));
    const run = promisify(execFile);
    await Promise.all(
      ['a', 'b', 'c'].map((prefix) =>
        run(process.execPath, ['--import', 'tsx', child, folder, prefix, '15']),
      ),
    );
    expect(await readServiceInstances(folder)).toHaveLength(45);
    expect(Object.keys(snapshot(folder))).toEqual([FILE]);
  });
});

describe('withLock', () => {
  const lock = (folder: string): string => join(folder, 'lock');
  const left = { pid: 1, host: hostname(), token: 'x' };
  test.each([
    { name: 'of a process that is gone', text: JSON.stringify({ ...left, pid: 2 ** 30 }), ageSeconds: 0 },
    {
      name: 'of an earlier process of our number',
      text: JSON.stringify({ ...left, pid: process.pid }),
      ageSeconds: 0,
    },
    {
      name: 'of another machine, long ago',
      text: JSON.stringify({ ...left, host: 'elsewhere' }),
      ageSeconds: 3_600,
    },
    { name: 'half written', text: '{"pid"', ageSeconds: 60 },
  ])('takes over the lock $name', async ({ text, ageSeconds }) => {
    const folder = temporaryFolder();
    writeFileSync(lock(folder), text);
    const then = Date.now() / 1000 - ageSeconds;
    utimesSync(lock(folder), then, then);
    expect(await withLock(lock(folder), () => 'done', 500)).toBe('done');
    expect(snapshot(folder)).toEqual({});
  });

  test.each([
    {
      name: 'of a living process',
      text: JSON.stringify({ ...left, pid: process.ppid }),
      who: `process ${process.ppid}`,
    },
    {
      name: 'of another machine',
      text: JSON.stringify({ ...left, host: 'elsewhere' }),
      who: "on 'elsewhere'",
    },
    { name: 'that is being written', text: '', who: 'another rest-broker' },
  ])('waits for the lock $name, then says whose it is', async ({ text, who }) => {
    const folder = temporaryFolder();
    writeFileSync(lock(folder), text);
    const waiting = withLock(lock(folder), () => 'done', 100);
    await expect(waiting).rejects.toBeInstanceOf(OutputError);
    await expect(waiting).rejects.toThrow(who);
    expect(snapshot(folder)).toEqual({ lock: text });
  });

  test('is free again when what was done failed', async () => {
    const folder = temporaryFolder();
    const failing = withLock(lock(folder), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(snapshot(folder)).toEqual({});
  });
});
