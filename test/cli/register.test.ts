import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const NWC = descriptorPath('nwc-workflow.swagger.json');

test('copies the descriptor and records the Service Instance with what was chosen', async () => {
  const cwd = temporaryFolder();
  const given = [
    'register',
    'nwc',
    NWC,
    '--add-http-request-headers',
    '--timeout',
    '30',
    '--no-break-on-error',
  ];
  const { code, stdout, stderr } = await runBin(
    [...given, '--authentication', 'bearer', '--token', '${NWC_TOKEN}', '--default-header', 'X-Tenant: acme'],
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Registered nwc: NWC Workflow Xtension/);
  expect(readFileSync(join(cwd, 'descriptors/nwc-workflow.swagger.json'))).toEqual(readFileSync(NWC));
  const registry = readFileSync(join(cwd, 'service-instances.yaml'), 'utf8');
  expect(registry).toMatch(/^nwc:\n/m);
  for (const line of [
    'authentication: { mode: bearer, token: "${NWC_TOKEN}" }',
    'addHttpRequestHeaders: true',
    'timeoutSeconds: 30',
    'breakOnError: false',
    'X-Tenant: acme',
  ]) {
    expect(registry).toContain(line);
  }
});

test('records OAuth, retries and redirects', async () => {
  const cwd = temporaryFolder();
  const oauth = ['--authentication', 'oauth', '--token-url', 'https://us.nintex.io/authentication/v1/token'];
  const client = ['--client-id', 'app', '--client-secret', '${NWC_SECRET}', '--token-body', 'json'];
  const around = ['--retries', '2', '--redirects', '1', '--allow-http'];
  const { code, stderr } = await runBin(['register', 'nwc', NWC, ...oauth, ...client, ...around], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const registry = readFileSync(join(cwd, 'service-instances.yaml'), 'utf8');
  for (const part of ['flow: client-credentials', 'clientSecret: "${NWC_SECRET}"', 'bodyFormat: json'])
    expect(registry).toContain(part);
  for (const line of ['retries: 2', 'redirects: 1', 'allowHttp: true']) expect(registry).toContain(line);
});

test('a client secret in clear is refused, and not shown', async () => {
  const oauth = ['--authentication', 'oauth', '--token-url', 'https://a.example/token', '--client-id', 'app'];
  const cwd = temporaryFolder();
  const { code, stdout, stderr } = await runBin(
    ['register', 'nwc', NWC, ...oauth, '--client-secret', 'hunter2'],
    {
      cwd,
    },
  );
  expect(code).toBe(1);
  expect(stderr).toContain('a secret must not stand here in clear');
  expect(stdout + stderr).not.toContain('hunter2');
});

test('--json: what was registered, how much it describes, the Problems', async () => {
  const ran = await runBin(['register', 'k2', descriptorPath('k2-workflow.swagger.json'), '--json'], {
    cwd: temporaryFolder(),
  });
  expect(jsonOf(ran)).toEqual({
    serviceInstance: expect.objectContaining({
      name: 'k2',
      descriptor: {
        file: 'descriptors/k2-workflow.swagger.json',
        source: expect.stringContaining('k2-workflow.swagger.json'),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    }),
    connector: {
      title: expect.any(String),
      version: expect.any(String),
      serviceUrl: expect.stringMatching(/^https:/),
      objectTypes: expect.any(Number),
      systemTypes: expect.any(Number),
      serviceOperations: 0,
      methods: expect.any(Number),
    },
    problems: expect.any(Array),
  });
});

test('from standard input, and K2 header text as a default header', async () => {
  const cwd = temporaryFolder();
  const header = '{"$type":"SourceCode.HttpHeader","Name":"X-Tenant","Value":"acme"}';
  const { code } = await runBin(['register', 'nwc', '-', '--default-header', header], {
    cwd,
    stdin: readFileSync(NWC, 'utf8'),
  });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'service-instances.yaml'), 'utf8')).toMatch(/x-tenant: acme/);
});

test('from a URL whose query names a variable: the variable is used and not stored', async () => {
  const server = createServer((request, response) => {
    const isRight = request.url === '/nwc.json?key=s3cret-key';
    response.writeHead(isRight ? 200 : 403).end(isRight ? readFileSync(NWC) : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const cwd = temporaryFolder();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nwc.json?key=\${API_KEY}`;
  const { code, stderr } = await runBin(['register', 'nwc', url], { cwd, env: { API_KEY: 's3cret-key' } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.stringify(snapshot(cwd))).not.toContain('s3cret-key');
  expect((await runBin(['refresh'], { cwd, env: { API_KEY: 's3cret-key' } })).stdout).toMatch(
    /nwc +unchanged/,
  );
});

describe('a refusal ends with 1, says why, and leaves the disk as it was', () => {
  const openapi = (schemas: object) =>
    JSON.stringify(
      {
        openapi: '3.0.3',
        info: { title: 'A', version: '1' },
        paths: {
          '/a': {
            get: {
              responses: {
                200: {
                  description: '',
                  content: { 'application/json': { schema: { $ref: '#/components/schemas/Missing' } } },
                },
              },
            },
          },
        },
        components: { schemas },
      },
      null,
      2,
    );
  const files = {
    'good.json': readFileSync(NWC, 'utf8'),
    'broken.json': '{\n  "swagger": "2.0",\n  oops\n}\n',
    'page.json': '<!doctype html><title>Login</title>',
    'list.yaml': '- a\n- b\n',
    'old.json': '{ "swaggerVersion": "1.2", "apis": [] }',
    'dangling.json': openapi({}),
  };
  const rows = [
    { name: 'no such file', given: ['nwc', 'none.json'], want: /none\.json: .*does not exist|no such file/i },
    { name: 'not JSON', given: ['nwc', 'broken.json'], want: /broken\.json:3:3: / },
    { name: 'an HTML page', given: ['nwc', 'page.json'], want: /page\.json: looks like an HTML/ },
    { name: 'no object', given: ['nwc', 'list.yaml'], want: /list\.yaml: is a list/ },
    { name: 'no OpenAPI version', given: ['nwc', 'old.json'], want: /old\.json/ },
    {
      name: 'a dangling reference',
      given: ['nwc', 'dangling.json'],
      want: /dangling\.json:\d+:\d+: .*'#\/components\/schemas\/Missing'/,
    },
    { name: 'a name no folder can have', given: ['nul', 'good.json'], want: /Windows keeps this name/ },
    { name: 'a name with a slash', given: ['a/b', 'good.json'], want: /the name must be a letter/ },
    { name: 'nobody at the URL', given: ['nwc', 'http://127.0.0.1:9/x.json'], want: /127\.0\.0\.1:9/ },
    {
      name: 'a secret in clear',
      given: ['nwc', 'good.json', '--authentication', 'bearer', '--token', 'hunter2'],
      want: /authentication\.token: a secret must not stand here/,
    },
    {
      name: 'a password in clear',
      given: ['nwc', 'good.json', '--authentication', 'static', '--user-name', 'me', '--password', 'hunter2'],
      want: /authentication\.password/,
    },
    {
      name: 'an API key in clear',
      given: [
        'nwc',
        'good.json',
        '--authentication',
        'api-key',
        '--api-key-name',
        'X-Key',
        '--api-key-value',
        'hunter2',
      ],
      want: /authentication\.value/,
    },
    {
      name: 'a secret header in clear',
      given: ['nwc', 'good.json', '--default-header', 'Authorization: Bearer hunter2'],
      want: /defaultHeaders\.Authorization/,
    },
    {
      name: 'a secret in the URL',
      given: ['nwc', 'https://me:hunter2@127.0.0.1:9/x.json'],
      want: /user name or password/,
    },
    {
      name: 'no http URL',
      given: ['nwc', 'good.json', '--service-url', 'ftp://x'],
      want: /must be an http or https URL/,
    },
  ];
  test.each(rows)('$name', async ({ given, want }) => {
    const cwd = temporaryFolder();
    put(cwd, files);
    const { code, stdout, stderr } = await runBin(['register', ...given], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(want);
    expect(stderr).not.toContain('hunter2');
    expect(snapshot(cwd)).toEqual(files);
  });
});

test('a name that is taken: refused with what to do, replaced on request', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', NWC, '--include-internal'], { cwd });
  const before = snapshot(cwd);
  const again = await runBin(['register', 'nwc', NWC], { cwd });
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/REGISTRATION_EXISTS.*rest-broker refresh nwc.*--replace/);
  const otherCase = await runBin(['register', 'NWC', NWC, '--replace'], { cwd });
  expect(otherCase).toMatchObject({ code: 1, stderr: expect.stringMatching(/only in case/) });
  expect(snapshot(cwd)).toEqual(before);
  expect((await runBin(['register', 'nwc', NWC, '--replace'], { cwd })).code).toBe(0);
  expect(snapshot(cwd)['service-instances.yaml']).not.toContain('includeInternal');
});

test('with --json a refusal is JSON too', async () => {
  const cwd = temporaryFolder();
  put(cwd, { 'broken.json': '{\n  oops\n}\n' });
  const ran = await runBin(['register', 'nwc', 'broken.json', '--json'], { cwd });
  expect(ran.code).toBe(1);
  expect(jsonOf(ran)).toEqual({
    error: {
      code: 'DESCRIPTOR_MALFORMED',
      name: 'DescriptorError',
      message: expect.stringContaining('broken.json:2:3'),
      file: 'broken.json',
      line: 2,
      column: 3,
    },
  });
});

test('a URL that gives no descriptor: says why, and what to do', async () => {
  const server = createServer(({ url = '' }, response) => response.writeHead(Number(url.slice(1))).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cwd = temporaryFolder();
  const refusalOf = async (url: string): Promise<string> => {
    const { code, stdout, stderr } = await runBin(['register', 'x', url], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    return stderr;
  };
  expect(await refusalOf(`${origin}/401`)).toMatch(/status 401\. Save the file and name its path/);
  expect(await refusalOf(`${origin}/404`)).toMatch(/status 404\. Check the address/);
  expect(await refusalOf(`${origin}/503`)).toMatch(/status 503\. Try again later/);
  await new Promise((done) => server.close(done));
  expect(await refusalOf(`${origin}/200`)).toMatch(
    /could not be reached \(ECONNREFUSED\)\. Check the address/,
  );
  expect(snapshot(cwd)).toEqual({});
});
