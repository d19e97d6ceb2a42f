import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type NwcStandIn, startNwcStandIn } from '../../examples/nwc-worker/nwc-stand-in.js';
import { startServer } from '../http/test-server.js';
import { put, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const TOKEN = 'f00d-f00d-f00d';
const ENV = { NWC_TOKEN: TOKEN };
const WITH_TOKEN = ['--header', 'Authorization: Bearer ${NWC_TOKEN}'];

async function registered(...options: readonly string[]): Promise<{ cwd: string; standIn: NwcStandIn }> {
  const standIn = await startNwcStandIn({
    token: TOKEN,
    tasks: [{ id: 'task-1', workflowInstanceId: 'wf-1' }],
  });
  onTestFinished(() => standIn.close());
  const cwd = temporaryFolder();
  await runBin(
    [
      'register',
      'nwc',
      descriptorPath('nwc-workflow.swagger.json'),
      '--add-http-request-headers',
      '--service-url',
      standIn.serviceUrl,
      ...options,
    ],
    { cwd },
  );
  return { cwd, standIn };
}

test('gets, reads and completes a task, names in any case', async () => {
  const { cwd, standIn } = await registered();
  const got = await runBin(
    ['execute', 'nwc', 'tasks', 'get_tasks', '--input', 'WorkflowInstanceId=wf-1', '--json', ...WITH_TOKEN],
    { cwd, env: ENV },
  );
  expect({ code: got.code, stderr: got.stderr }).toEqual({ code: 0, stderr: '' });
  const json = jsonOf(got) as {
    method: string;
    success: boolean;
    outputs: { tasks: string; HttpResponseCode: number };
  };
  expect(json).toMatchObject({
    method: 'nwc › Tasks › Get_tasks',
    success: true,
    outputs: { HttpResponseCode: 200 },
  });

  put(cwd, { 'tasks.json': json.outputs.tasks });
  const opened = await runBin(
    ['execute', 'nwc', 'Task', 'Deserialize Typed Array', '--input', 'Serialized_Array=@tasks.json'],
    { cwd },
  );
  expect(opened.stdout).toMatch(/^id: +task-1$/m);

  const done = await runBin(
    [
      'execute',
      'nwc',
      'Tasks',
      'Patch_tasks__task_id_',
      '--input',
      'Task_id=task-1',
      '--input',
      'outcome={"outcome":"Completed"}',
      ...WITH_TOKEN,
    ],
    { cwd, env: ENV },
  );
  expect(done).toEqual({ code: 0, stdout: 'HttpResponseCode: 204\n', stderr: '' });
  expect(standIn.tasks['task-1']?.outcome).toBe('Completed');
});

test('--dry-run shows the request with its secrets masked and sends nothing', async () => {
  const { cwd, standIn } = await registered();
  const given = [
    'execute',
    'nwc',
    'Tasks',
    'Patch_tasks__task_id_',
    '--input',
    'task_id=a b',
    '--input',
    'Outcome={"outcome":"Completed"}',
    ...WITH_TOKEN,
    '--dry-run',
  ];
  const { code, stdout } = await runBin(given, { cwd, env: ENV });
  expect(code).toBe(0);
  expect(stdout).toContain(`PATCH ${standIn.serviceUrl}/tasks/a%20b\n`);
  expect(stdout).toContain('authorization: [hidden]\n');
  expect(stdout).toMatch(/\n\n\{"outcome":"Completed"\}\n$/);
  const json = await runBin([...given, '--json'], { cwd, env: ENV });
  expect(jsonOf(json)).toEqual({
    request: {
      verb: 'PATCH',
      url: `${standIn.serviceUrl}/tasks/a%20b`,
      headers: expect.objectContaining({ authorization: '[hidden]' }),
      body: '{"outcome":"Completed"}',
    },
  });
  expect(stdout + json.stdout).not.toContain(TOKEN);
  expect(standIn.requests).toEqual([]);
});

test('helper Methods run without any service, inputs from a file too', async () => {
  const { cwd } = await registered();
  put(cwd, { 'inputs.json': '{ "Name": "A", "Value": "1" }' });
  const made = await runBin(
    ['execute', 'nwc', 'HTTPHeader', 'serialize', '--inputs', 'inputs.json', '--input', 'value=2'],
    { cwd },
  );
  expect(made).toEqual({
    code: 0,
    stdout: 'Serialized_Item__String_: {"Name":"A","Value":"2"}\n',
    stderr: '',
  });
  const dry = await runBin(['execute', 'nwc', 'HTTPHeader', 'Serialize', '--dry-run'], { cwd });
  expect(dry).toMatchObject({ code: 2, stderr: expect.stringContaining('calls no service') });
});

test('an answer without success: an error with its body, or outputs, and 1 in any case', async () => {
  const { cwd } = await registered();
  const given = ['execute', 'nwc', 'Tasks', 'Get_tasks__task_id_', '--input', 'task_id=none', ...WITH_TOKEN];
  const broken = await runBin(given, { cwd, env: ENV });
  expect({ code: broken.code, stdout: broken.stdout }).toEqual({ code: 1, stdout: '' });
  expect(broken.stderr).toMatch(
    /error\[RESPONSE_NOT_SUCCESS\]: nwc › Tasks › Get_tasks__task_id_: the service answered 404/,
  );
  const json = jsonOf(await runBin([...given, '--json'], { cwd, env: ENV }));
  expect(json['error']).toMatchObject({
    code: 'RESPONSE_NOT_SUCCESS',
    HttpResponseCode: 404,
    body: expect.any(String),
  });
  const { cwd: unbroken } = await registered('--break-on-error', 'false');
  const outputs = await runBin(given, { cwd: unbroken, env: ENV });
  expect(outputs).toMatchObject({
    code: 1,
    stderr: '',
    stdout: expect.stringMatching(/^HttpResponseCode: +404$/m),
  });
});

test('refusals before anything is sent', async () => {
  const { cwd, standIn } = await registered();
  put(cwd, { 'bytes.bin': '\u00ff' });
  const rows = [
    { given: ['nvc', 'Tasks', 'Get_tasks'], want: /Perhaps you meant 'nwc'/ },
    {
      given: ['nwc', 'Taks', 'Get_tasks'],
      want: /there is no Service Object 'Taks'\. Perhaps you meant 'Task' or 'Tasks'/,
    },
    {
      given: ['nwc', 'Tasks', 'Get_taks'],
      want: /there is no Method 'Get_taks'\. Perhaps you meant 'Get_tasks'/,
    },
    { given: ['nwc', 'Task', 'Get_tasks'], want: /Tasks has a Method of that name/ },
    { given: ['nwc', 'Tasks', 'Get_tasks__task_id_'], want: /INPUT_MISSING.*task_id/ },
    { given: ['nwc', 'Tasks', 'Get_tasks', '--input', 'colour=red'], want: /INPUT_UNKNOWN.*'colour'/ },
    {
      given: ['nwc', 'Designs', 'Get_designs', '--input', 'limit=many'],
      want: /INPUT_INVALID.*input limit: expected a Number/,
    },
    {
      given: ['nwc', 'Tasks', 'Get_tasks', '--input', 'status=@none.txt'],
      want: /'none\.txt' could not be read: it does not exist/,
    },
    {
      given: ['nwc', 'Tasks', 'Patch_tasks__task_id_', '--input', 'task_id=1', '--input', 'Outcome=[1]'],
      want: /SERIALIZATION_MISMATCH/,
    },
    {
      given: ['nwc', 'Tasks', 'Get_tasks', '--header', 'Authorization: ${NWC_NO_SUCH}'],
      want: /CREDENTIAL_MISSING.*NWC_NO_SUCH is not set/,
    },
  ];
  for (const { given, want } of rows) {
    const { code, stdout, stderr } = await runBin(['execute', ...given], { cwd });
    expect({ given, code, stdout }).toEqual({ given, code: 1, stdout: '' });
    expect(stderr).toMatch(want);
  }
  expect(standIn.requests).toEqual([]);
});

test('a service that nobody answers for is no answer, and no code is made up', async () => {
  const { cwd } = await registered();
  const { code, stderr } = await runBin(
    ['execute', 'nwc', 'Tasks', 'Get_tasks', '--service-url', 'http://127.0.0.1:9'],
    { cwd },
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/CONNECTION_FAILED/);
});

test('server variables choose the address', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', descriptorPath('nwc-workflow.swagger.json')], { cwd });
  const { stdout } = await runBin(
    [
      'execute',
      'nwc',
      'Tasks',
      'Get_tasks',
      '--variable',
      'region=us',
      '--dry-run',
      '--workspace',
      join(cwd, '.'),
    ],
    { cwd },
  );
  expect(stdout).toMatch(/^GET https:\/\/us\.nintex\.io\/workflows\/v1\/tasks$/m);
});

test('a mistyped server variable is refused: the call would go elsewhere', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', descriptorPath('nwc-workflow.swagger.json')], { cwd });
  const given = ['execute', 'nwc', 'Tasks', 'Get_tasks', '--dry-run', '--variable', 'regio=eu'];
  const { code, stdout, stderr } = await runBin(given, { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/no variable 'regio'\. Perhaps you meant 'region'/);
});

test('standard input gives one input, or all of them', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', descriptorPath('nwc-workflow.swagger.json')], { cwd });
  const dryRun = ['execute', 'nwc', 'Tasks', 'Patch_tasks__task_id_', '--dry-run', '--input', 'task_id=5'];
  const stdin = '{"outcome":"Completed"}';
  const one = await runBin([...dryRun, '--input', 'Outcome=@-'], { cwd, stdin });
  expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining(stdin) });
  const all = await runBin([...dryRun, '--inputs', '-'], { cwd, stdin: `{"Outcome":${stdin}}` });
  expect(all).toEqual(one);
});

test('--header where Methods take no headers: says how to register', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', descriptorPath('nwc-workflow.swagger.json')], { cwd });
  const { code, stderr } = await runBin(['execute', 'nwc', 'Tasks', 'Get_tasks', ...WITH_TOKEN], {
    cwd,
    env: ENV,
  });
  expect(code).toBe(1);
  expect(stderr).toContain('--add-http-request-headers');
});

test('a file goes out as standard input gives it', async () => {
  const cwd = temporaryFolder();
  const upload = {
    openapi: '3.0.3',
    info: { title: 'Files', version: '1' },
    servers: [{ url: 'https://files.example' }],
    paths: {
      '/files': {
        post: {
          operationId: 'Upload',
          tags: ['Files'],
          requestBody: {
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
          responses: { 204: { description: 'ok' } },
        },
      },
    },
  };
  put(cwd, { 'files.json': JSON.stringify(upload) });
  await runBin(['register', 'files', 'files.json'], { cwd });
  const inspected = await runBin(['inspect', 'files', '--object', 'Files'], { cwd });
  const [, input = ''] = /in +(\w+) +File/.exec(inspected.stdout) ?? [];
  const given = ['execute', 'files', 'Files', 'Upload', '--dry-run', '--input', `${input}=@-`];
  const { code, stdout } = await runBin(given, { cwd, stdin: 'twelve bytes' });
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('12 bytes') });
});

test('a file goes out as it is on disk, by the name that it has there', async () => {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(204).end();
    });
  });
  onTestFinished(() => server.close());
  const cwd = temporaryFolder();
  const descriptor = {
    swagger: '2.0',
    info: { title: 'Files', version: '1' },
    paths: {
      '/files': {
        post: {
          operationId: 'Upload',
          tags: ['Files'],
          consumes: ['multipart/form-data'],
          parameters: [{ name: 'file', in: 'formData', type: 'file', required: true }],
          responses: { '204': { description: 'Kept' } },
        },
      },
    },
  };
  put(cwd, { 'files.json': JSON.stringify(descriptor), 'report.txt': 'a report' });
  const registering = ['register', 'files', 'files.json', '--service-url', `${server.origin}/v1`];
  expect((await runBin(registering, { cwd })).code).toBe(0);
  const upload = ['execute', 'files', 'Files', 'Upload', '--input'];

  const sent = await runBin([...upload, 'file=@report.txt'], { cwd });
  expect(sent).toEqual({ code: 0, stdout: 'HttpResponseCode: 204\n', stderr: '' });
  expect(got[0]?.headers['content-length']).toBe(String(got[0]?.body.length));
  expect(got[0]?.body).toMatch(/name="file"; filename="report\.txt"\r\n.*\r\n\r\na report\r\n--/);

  const shown = await runBin([...upload, 'file=@report.txt', '--dry-run', '--json'], { cwd });
  expect(jsonOf(shown)).toMatchObject({ request: { body: { bytes: got[0]?.body.length } } });

  const missing = await runBin([...upload, 'file=@none.txt'], { cwd });
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(
    /error\[INPUT_INVALID\]: files › Files › Upload, input file: the file 'none\.txt' cannot be read \(ENOENT\)/,
  );
  expect(got).toHaveLength(1);
});
