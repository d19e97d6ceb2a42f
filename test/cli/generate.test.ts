import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const NWC = descriptorPath('nwc-workflow.swagger.json');

async function registered(): Promise<string> {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', NWC], { cwd });
  return cwd;
}

function generatedFiles(cwd: string): string[] {
  return Object.keys(snapshot(join(cwd, 'generated/nwc'))).filter((path) => path.includes('.'));
}

test('everything, then nothing more to write', async () => {
  const cwd = await registered();
  const first = await runBin(['generate'], { cwd });
  expect(first).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^nwc +generated\/nwc +\d+ written +0 unchanged +0 removed\n$/),
  });
  expect(generatedFiles(cwd)).toContain('object-types/Task.ts');
  const second = await runBin(['generate', 'nwc'], { cwd });
  expect(second.stdout).toMatch(/ 0 written +\d+ unchanged +0 removed/);
});

test('a selection: brings its types along, is remembered, and is forgotten with --all', async () => {
  const cwd = await registered();
  const { stdout } = await runBin(
    ['generate', 'nwc', '--objects', 'task,Tasks', '--system-types', 'HTTPHeader'],
    { cwd },
  );
  expect(stdout).toMatch(/selected +Task, Tasks, HTTPHeader/);
  expect(stdout).toMatch(/brought along +.*TaskList/);
  expect(generatedFiles(cwd)).not.toContain('object-types/Design.ts');
  expect(readFileSync(join(cwd, 'service-instances.yaml'), 'utf8')).toMatch(/objects: \[ Task, Tasks \]/);
  const again = await runBin(['generate'], { cwd });
  expect(again.stdout).toMatch(/ 0 written +\d+ unchanged +0 removed/);
  await runBin(['generate', '--all'], { cwd });
  expect(generatedFiles(cwd)).toContain('object-types/Design.ts');
  expect(readFileSync(join(cwd, 'service-instances.yaml'), 'utf8')).not.toContain('generate');
});

test('--json: files by what became of them', async () => {
  const cwd = await registered();
  const ran = await runBin(['generate', 'nwc', '--objects', 'Task', '--json', '--out', 'made/here'], { cwd });
  expect(jsonOf(ran)).toEqual({
    connectors: [
      {
        name: 'nwc',
        folder: 'made/here/nwc',
        written: expect.arrayContaining(['connector.json', 'index.ts', 'object-types/Task.ts']),
        unchanged: [],
        removed: [],
        selection: { objects: ['Task'], systemTypes: [] },
        broughtAlong: expect.arrayContaining(['TaskUrls']),
        problems: expect.any(Array),
      },
    ],
  });
});

test('refusals leave everything as it was', async () => {
  const cwd = await registered();
  put(cwd, { 'generated/nwc/index.ts': '// mine\n' });
  const before = snapshot(cwd);
  const rows = [
    {
      given: ['nwc', '--objects', 'Tsk'],
      want: /there is no Service Object 'Tsk'\. Perhaps you meant 'Task'/,
    },
    {
      given: ['nwc', '--objects', 'Tsk,Zzz'],
      want: /2 names are not known\n.*'Tsk'.*\n.*'Zzz'\. List them with: rest-broker inspect nwc/,
    },
    {
      given: ['nwc', '--objects', 'HTTPHeader'],
      want: /'HTTPHeader' is a System Type: name it with --system-types/,
    },
    { given: ['nvc'], want: /there is no Service Instance 'nvc'\. Perhaps you meant 'nwc'/ },
    { given: ['nwc', '--objects', 'Task'], want: /index\.ts' stands where a generated file must go/ },
  ];
  for (const { given, want } of rows) {
    const { code, stdout, stderr } = await runBin(['generate', ...given], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(want);
    expect(snapshot(cwd)).toEqual(before);
  }
});

test('two Service Instances: all or none, and a selection needs one of them', async () => {
  const cwd = await registered();
  await runBin(['register', 'credit', descriptorPath('business-credit.openapi.yaml')], { cwd });
  put(cwd, { 'generated/credit/index.ts': '// mine\n' });
  const before = snapshot(cwd);
  expect((await runBin(['generate'], { cwd })).code).toBe(1);
  const many = await runBin(['generate', '--objects', 'Task'], { cwd });
  expect(many).toMatchObject({ code: 2, stderr: expect.stringContaining('Name one of them: nwc, credit') });
  expect(snapshot(cwd)).toEqual(before);
});

test('a registered copy that was edited is not generated from', async () => {
  const cwd = await registered();
  const copy = join(cwd, 'descriptors/nwc-workflow.swagger.json');
  writeFileSync(copy, `${readFileSync(copy, 'utf8')}\n`);
  const { code, stderr } = await runBin(['generate'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/was changed after it was registered.*rest-broker refresh nwc.*--replace/);
});

test('nothing registered: says how to begin', async () => {
  const { code, stderr } = await runBin(['generate'], { cwd: temporaryFolder() });
  expect(code).toBe(1);
  expect(stderr).toContain('rest-broker register <name> <descriptor>');
});

test('in a folder below a workspace: says where it is', async () => {
  const cwd = await registered();
  put(cwd, { 'src/workflows/.keep': '' });
  for (const given of [['generate'], ['generate', 'nwc'], ['inspect', 'nwc']]) {
    const { code, stderr } = await runBin(given, { cwd: join(cwd, 'src/workflows') });
    expect(code).toBe(1);
    expect(stderr).toContain('There is a service-instances.yaml further up: add --workspace ../..');
  }
});
