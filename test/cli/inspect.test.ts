import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const K2 = descriptorPath('k2-workflow.swagger.json');

test('lists the server-event Methods of the K2 Workflow API with their display names', async () => {
  const { code, stdout } = await runBin(['inspect', K2], { cwd: temporaryFolder() });
  expect(code).toBe(0);
  expect(stdout).toContain('ServerEvent_Finish · Finish Server Event · execute');
  expect(stdout).toMatch(/^Object Types$/m);
  expect(stdout).toMatch(/^System Types$/m);
  expect(stdout).toMatch(/^ {8}in {3}serialNumber +Text .*required$/m);
  expect(stdout).toMatch(/\d+ Object Types, \d+ System Types, \d+ Methods · /);
});

test('--object shows one Service Object, found without regard to case; --helpers its helper Methods', async () => {
  const cwd = temporaryFolder();
  const { stdout } = await runBin(['inspect', K2, '--object', 'httpheader', '--helpers'], { cwd });
  expect(stdout).toMatch(/^ {2}HTTPHeader$/m);
  expect(stdout).not.toContain('ServerEvents');
  expect(stdout).toMatch(
    /SerializeAddItemToArray +Serialize Add Item To Array +create +Serialized_Array, all Properties → Serialized_Array/,
  );
  const unknown = await runBin(['inspect', K2, '--object', 'ServerEvent'], { cwd });
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Perhaps you meant 'ServerEvents'"),
  });
});

test('a registered name, its settings with it; an unknown one with the near names', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'k2', K2, '--add-http-request-headers'], { cwd });
  const before = snapshot(cwd);
  const { stdout } = await runBin(['inspect', 'k2'], { cwd });
  expect(stdout).toMatch(/^k2 · K2 Workflow API/);
  expect(stdout).toMatch(/in +HttpHeaders/);
  const unknown = await runBin(['inspect', 'k3'], { cwd });
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("Perhaps you meant 'k2'") });
  expect(snapshot(cwd)).toEqual(before);
});

test('--json: the Connector and every Problem with its place', async () => {
  const ran = await runBin(['inspect', K2, '--json'], { cwd: temporaryFolder() });
  expect(jsonOf(ran)).toEqual({
    descriptor: K2,
    connector: expect.objectContaining({ serviceObjects: expect.any(Array) }),
    problems: expect.any(Array),
  });
});

test('Problems with file:line:column, severity, code and advice; an error among them ends with 1', async () => {
  const cwd = temporaryFolder();
  const descriptor = JSON.parse(readFileSync(K2, 'utf8')) as { definitions: Record<string, unknown> };
  descriptor.definitions['Broken'] = { $ref: '#nowhere' };
  put(cwd, { 'broken.json': JSON.stringify(descriptor, null, 2) });
  const { code, stdout } = await runBin(['inspect', 'broken.json'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^broken\.json:\d+:\d+ +error +reference-unresolved +.*'#nowhere' .* — /m);
  expect(stdout).toMatch(/ · \d errors?$/m);
  const json = jsonOf(await runBin(['inspect', 'broken.json', '--json'], { cwd }));
  expect(json['problems']).toContainEqual({
    code: 'reference-unresolved',
    severity: 'error',
    file: 'broken.json',
    line: expect.any(Number),
    column: expect.any(Number),
    pointer: expect.stringMatching(/^\/definitions\//),
    message: expect.stringContaining('#nowhere'),
    advice: expect.any(String),
  });
});

test('what a descriptor could do to a terminal is shown and not done', async () => {
  const cwd = temporaryFolder();
  const hostile = '\u001b[2J\u202eevil';
  put(cwd, {
    'hostile.json': JSON.stringify({
      openapi: '3.0.3',
      info: { title: hostile, version: hostile },
      servers: [{ url: `https://x.example/${hostile}` }],
      tags: [{ name: hostile }],
      paths: {
        '/a': {
          get: {
            tags: [hostile],
            operationId: hostile,
            summary: hostile,
            responses: { 200: { description: '' } },
          },
        },
      },
      components: {
        schemas: { [hostile]: { type: 'object', properties: { [hostile]: { type: 'string' } } } },
      },
    }),
  });
  for (const json of [[], ['--json']]) {
    const { stdout, stderr } = await runBin(['inspect', 'hostile.json', ...json], { cwd });
    expect(stdout).toContain('evil');
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
  }
});

test('without a name: what is registered', async () => {
  const cwd = temporaryFolder();
  expect(await runBin(['inspect'], { cwd })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no Service Instance is registered here'),
  });
  put(cwd, { 'api/nwc.json': readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8') });
  await runBin(['register', 'nwc', 'api/nwc.json', '--authentication', 'impersonate'], { cwd });
  await runBin(['register', 'piped', '-'], { cwd, stdin: readFileSync(K2, 'utf8') });
  expect(await runBin(['inspect'], { cwd })).toEqual({
    code: 0,
    stdout: [
      'nwc    impersonate  descriptors/nwc.json    from api/nwc.json\n',
      'piped  none         descriptors/piped.json  from standard input\n',
    ].join(''),
    stderr: '',
  });
  expect(jsonOf(await runBin(['inspect', '--json'], { cwd }))).toMatchObject({
    serviceInstances: [
      { name: 'nwc', settings: { authentication: { mode: 'impersonate' } } },
      { name: 'piped' },
    ],
  });
});

test('REST_BROKER_LIMITS bounds what is loaded, registered or not, and the refusal names it', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', descriptorPath('nwc-workflow.swagger.json')], { cwd });
  const env = { REST_BROKER_LIMITS: 'maxNodes=100' };
  for (const given of ['nwc', descriptorPath('nwc-workflow.swagger.json')]) {
    const { code, stderr } = await runBin(['inspect', given], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/holds more than 100 values.* REST_BROKER_LIMITS=maxNodes=number/);
  }
});
