import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { BIN, descriptorPath, jsonOf, runBin } from './run-bin.js';

interface Swagger {
  info: { version: string };
  paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
}

const BEFORE = readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8');
const AFTER = edited((swagger) => {
  const list = swagger.paths['/tasks']?.['get'];
  if (list !== undefined) list.parameters = list.parameters.filter(({ name }) => name !== 'status');
});

function edited(edit: (swagger: Swagger) => void): string {
  const swagger = JSON.parse(BEFORE) as Swagger;
  edit(swagger);
  return JSON.stringify(swagger, null, 2);
}

const STATUS_GONE = {
  code: 'input-removed',
  severity: 'breaking',
  message: expect.any(String),
  advice: expect.any(String),
  before: {
    name: 'Tasks.Get_tasks.status',
    part: 'input',
    object: 'Tasks',
    method: 'Get_tasks',
    input: 'status',
    file: 'old.json',
    line: expect.any(Number),
    column: expect.any(Number),
    pointer: '/paths/~1tasks/get/parameters/2',
  },
};

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryFolder();
  put(cwd, { 'old.json': BEFORE, 'new.json': AFTER, ...files });
  return cwd;
}

/** What changed, and how it ended. */
async function changes(
  cwd: string,
  ...line: readonly string[]
): Promise<{ readonly code: number | null; readonly codes: unknown; readonly stderr: string }> {
  const ran = await runBin(['diff', ...line, '--json'], { cwd });
  const { changes: found = [] } = jsonOf(ran) as { changes?: { code: string }[] };
  return { code: ran.code, codes: found.map(({ code }) => code), stderr: ran.stderr };
}

describe('two descriptors', () => {
  test('one screen for people, exit code 1, nothing written', async () => {
    const cwd = folderWith();
    const was = snapshot(cwd);
    const { code, stdout } = await runBin(['diff', 'old.json', 'new.json'], { cwd });
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 8)).toEqual([
      'NWC Workflow Xtension 1.0.0',
      'old.json → new.json',
      'not passed: 1 breaking change',
      '',
      'breaking (1)',
      '',
      '  Tasks',
      '    Get_tasks.status  the input is gone  input-removed',
    ]);
    expect(stdout).toMatch(/^ {6}old\.json:140:11 → new\.json:\d+:\d+$/m);
    expect(snapshot(cwd)).toEqual(was);
  });

  test('--json: names before and after, with their places', async () => {
    const ran = await runBin(['diff', 'old.json', 'new.json', '--json'], { cwd: folderWith() });
    expect(jsonOf(ran)).toEqual({
      passed: false,
      summary: '1 breaking change',
      before: {
        location: 'old.json',
        serviceInstance: 'connector',
        title: 'NWC Workflow Xtension',
        version: '1.0.0',
      },
      after: {
        location: 'new.json',
        serviceInstance: 'connector',
        title: 'NWC Workflow Xtension',
        version: '1.0.0',
      },
      changes: [STATUS_GONE],
      expired: [],
      unmatched: [],
    });
  });

  test.each([
    { line: ['old.json', 'old.json'], want: { code: 0, codes: [] } },
    { line: ['new.json', 'old.json'], want: { code: 0, codes: ['input-added'] } },
    { line: ['new.json', 'old.json', '--fail-on', 'any'], want: { code: 1, codes: ['input-added'] } },
    { line: ['old.json', 'new.json', '--fail-on', 'never'], want: { code: 0, codes: ['input-removed'] } },
  ])('$line', async ({ line, want }) => {
    expect(await changes(folderWith(), ...line)).toMatchObject(want);
  });

  test('one of them from standard input', async () => {
    const ran = await runBin(['diff', '-', 'new.json', '--json'], { cwd: folderWith(), stdin: BEFORE });
    expect(jsonOf(ran)).toMatchObject({ before: { location: '-' }, changes: [{ code: 'input-removed' }] });
  });

  test.each(['github', 'markdown', 'junit', 'sarif'])('--format %s', async (format) => {
    const { code, stdout } = await runBin(['diff', 'old.json', 'new.json', '--format', format], {
      cwd: folderWith(),
    });
    expect(code).toBe(1);
    expect(stdout).toContain('input-removed');
    expect(stdout).toContain('new.json');
  });

  test('GitHub is told of safe changes only where all are asked for', async () => {
    const line = ['diff', 'new.json', 'old.json', '--format', 'github'];
    const cwd = folderWith();
    expect((await runBin(line, { cwd })).stdout).toBe('1 safe change\n');
    expect((await runBin([...line, '--all'], { cwd })).stdout).toMatch(/^::notice file=old\.json,line=140,/);
  });
});

describe('wrong usage ends with 2', () => {
  test.each([
    { name: 'one side', line: ['old.json'] },
    { name: 'standard input twice', line: ['-', '-'] },
    { name: 'a format that there is not', line: ['old.json', 'new.json', '--format', 'xml'] },
    { name: 'a severity that there is not', line: ['old.json', 'new.json', '--fail-on', 'safe'] },
    { name: '--json and another format', line: ['old.json', 'new.json', '--json', '--format', 'sarif'] },
    { name: 'a revision that is an option', line: ['nwc@--output=x', 'new.json'] },
    { name: 'no file to ignore by', line: ['old.json', 'new.json', '--ignore', 'nowhere.yaml'] },
    { name: 'no folder of code', line: ['old.json', 'new.json', '--uses', 'nowhere'] },
  ])('$name', async ({ line }) => {
    const { code, stderr } = await runBin(['diff', ...line], { cwd: folderWith() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error\[USAGE_WRONG\]: /);
  });
});

describe('--ignore', () => {
  const entry = (expires: string, place = 'Tasks.Get_tasks.*'): string =>
    `- { rule: input-removed, place: "${place}", reason: nobody filters, expires: ${expires} }\n`;

  test('a known change does not fail', async () => {
    const cwd = folderWith({ 'ignore.yaml': entry('9999-12-31') });
    const ran = await runBin(['diff', 'old.json', 'new.json', '--ignore', 'ignore.yaml'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('passed: no changes · 1 ignored');
  });

  test('an expired entry fails, with where it stands', async () => {
    const cwd = folderWith({ 'ignore.yaml': `# known\n${entry('1999-12-31')}` });
    const ran = await runBin(['diff', 'old.json', 'old.json', '--ignore', 'ignore.yaml'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(
      /^ignore\.yaml:2:3 {2}expired {2}input-removed at Tasks\.Get_tasks\.\*: ignored until 1999-12-31$/m,
    );
  });

  test('an entry that stands for nothing is only told', async () => {
    const cwd = folderWith({ 'ignore.yaml': entry('9999-12-31', 'Nothing') });
    const ran = await runBin(['diff', 'old.json', 'old.json', '--ignore', 'ignore.yaml'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('unmatched');
  });
});

describe('registered names and connectors', () => {
  async function registered(): Promise<string> {
    const cwd = folderWith();
    await runBin(['register', 'nwc', 'old.json', '--add-http-request-headers', '--timeout', '7'], { cwd });
    await runBin(['generate', '--objects', 'Tasks'], { cwd });
    return cwd;
  }

  test('a descriptor takes the settings and the selection of the other side', async () => {
    const cwd = await registered();
    const want = { code: 1, codes: ['input-removed'] };
    expect(await changes(cwd, 'nwc', 'new.json')).toMatchObject(want);
    expect(await changes(cwd, 'generated/nwc/connector.json', 'new.json')).toMatchObject(want);
    expect(await changes(cwd, 'generated/nwc', 'nwc')).toMatchObject({ code: 0, codes: [] });
    expect(await changes(cwd, 'nwc', 'old.json')).toMatchObject({ code: 0, codes: [] });
  });

  test('of a connector.json, the places are its own lines', async () => {
    const cwd = await registered();
    const ran = await runBin(['diff', 'generated/nwc', 'new.json', '--json'], { cwd });
    const {
      changes: [change],
    } = jsonOf(ran) as { changes: [{ before: { file: string; line: number } }] };
    const { file, line } = change.before;
    expect(file).toBe('generated/nwc/connector.json');
    expect(readFileSync(join(cwd, file), 'utf8').split('\n')[line - 1]).toContain('"systemName": "status"');
  });

  test('a registered name goes before a file of that name, ./ before the path says otherwise', async () => {
    const cwd = await registered();
    put(cwd, { nwc: AFTER });
    expect(await changes(cwd, 'nwc', 'old.json')).toMatchObject({ codes: [] });
    expect(await changes(cwd, 'nwc', './nwc')).toMatchObject({ codes: ['input-removed'] });
  });

  test('an edited connector.json is refused with its place', async () => {
    const cwd = await registered();
    const file = join(cwd, 'generated/nwc/connector.json');
    const text = readFileSync(file, 'utf8').replace('"kind": "text"', '"kind": "words"');
    put(cwd, { 'generated/nwc/connector.json': text });
    const { code, stderr } = await runBin(['diff', 'generated/nwc', 'nwc'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error\[CONNECTOR_MALFORMED\]: generated\/nwc\/connector\.json:\d+:\d+: /);
  });

  test('neither a name nor a file', async () => {
    const { code, stderr } = await runBin(['diff', 'nwd', 'new.json'], { cwd: await registered() });
    expect(code).toBe(1);
    expect(stderr).toContain("Perhaps you meant 'nwc'");
  });
});

describe('name@revision', { timeout: 120_000 }, () => {
  const git = (cwd: string, ...line: string[]): void => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    execFileSync('git', [...who, ...line], { cwd, stdio: 'ignore' });
  };

  /** A workspace in a folder of a repository; at `v1` another descriptor and another timeout were registered. */
  async function repository(): Promise<string> {
    const cwd = temporaryFolder();
    put(cwd, { 'ws/source.json': BEFORE });
    git(cwd, 'init', '--quiet');
    await runBin(['register', 'nwc', 'source.json', '--timeout', '7'], { cwd: join(cwd, 'ws') });
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '--message=x');
    git(cwd, 'tag', 'v1');
    put(cwd, { 'ws/source.json': AFTER });
    await runBin(['refresh'], { cwd: join(cwd, 'ws') });
    return cwd;
  }

  test('the copy and its settings as they were', async () => {
    const cwd = await repository();
    const line = ['diff', 'nwc@v1', 'nwc', '--json'];
    expect(jsonOf(await runBin(line, { cwd: join(cwd, 'ws') }))).toMatchObject({
      before: { location: 'v1:descriptors/source.json' },
      changes: [{ code: 'input-removed', before: { file: 'v1:descriptors/source.json', line: 140 } }],
    });
    expect(jsonOf(await runBin([...line, '--workspace', 'ws'], { cwd }))).toMatchObject({
      before: { location: 'v1:ws/descriptors/source.json' },
      changes: [{ code: 'input-removed' }],
    });
  });

  test('a file of such a name goes before a revision only where the name is not registered', async () => {
    const cwd = join(await repository(), 'ws');
    put(cwd, { 'nwc@v1': AFTER, 'other@v1': AFTER });
    expect(await changes(cwd, 'nwc@v1', 'nwc')).toMatchObject({ codes: ['input-removed'] });
    expect(await changes(cwd, 'other@v1', 'nwc')).toMatchObject({ codes: [] });
  });

  test('what cannot be taken from git is said', async () => {
    const cwd = join(await repository(), 'ws');
    const outside = folderWith();
    const rows = [
      { line: ['nwc@v2', 'nwc'], cwd, want: /REVISION_UNREADABLE\]: .*git knows no revision 'v2'/ },
      { line: ['k2@v1', 'nwc'], cwd, want: /SERVICE_INSTANCE_UNKNOWN\]: v1:service-instances\.yaml: / },
      {
        line: ['nwc@v1', 'new.json'],
        cwd: outside,
        want: /REVISION_UNREADABLE\]: .*does not lie in a git repository/,
      },
    ];
    for (const { line, cwd: where, want } of rows) {
      const { code, stderr } = await runBin(['diff', ...line], { cwd: where });
      expect(code).toBe(1);
      expect(stderr).toMatch(want);
    }
    const another = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: join(cwd, 'none') };
    const foreign = await runBin(['diff', 'nwc@v1', 'nwc'], { cwd, env: another });
    expect(foreign.code).toBe(1);
    expect(foreign.stderr).toMatch(
      /REVISION_UNREADABLE\]: .*git says 'detected dubious ownership .*See: git -C/,
    );
    put(cwd, { 'service-instances.yaml': '' });
    const { stderr } = await runBin(['diff', 'nwc@HEAD', 'nwc'], {
      cwd,
      env: { PATH: join(cwd, 'nowhere') },
    });
    expect(stderr).toMatch(/REVISION_UNREADABLE\]: .*git could not be run/);
  });
});

// The compiler reads its own library and ours first.
describe('--uses', { timeout: 180_000 }, () => {
  const FLOW =
    "import { connect } from '../generated/nwc/index.js';\nawait connect().Tasks.Get_tasks({ status: 'a' });\n";
  const OTHER = FLOW.replace("{ status: 'a' }", '{}');

  async function workspace(flow: string): Promise<string> {
    const cwd = folderWith({ 'flows/a.ts': flow });
    await runBin(['register', 'nwc', 'old.json'], { cwd });
    await runBin(['generate'], { cwd });
    return cwd;
  }

  test('says which lines break', async () => {
    const cwd = await workspace(FLOW);
    const { code, stdout } = await runBin(['diff', 'nwc', 'new.json', '--uses', 'flows'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('      used at flows/a.ts:2:35\n');
  });

  test('what nobody uses does not fail, but where it is asked for', async () => {
    const cwd = await workspace(OTHER);
    const line = ['diff', 'nwc', 'new.json', '--uses', 'flows'];
    const { code, stdout } = await runBin(line, { cwd });
    expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: 'not used  1 input-removed (--all lists them)',
    });
    expect((await runBin([...line, '--uses-strict'], { cwd })).code).toBe(1);
  });

  test('without the package typescript it says how to get it', async () => {
    const cwd = await workspace(FLOW);
    const hook =
      "export const resolve = (name, context, next) => next(name === 'typescript' ? 'absent' : name, context);";
    const script = `
      import { register } from 'node:module';
      register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hook))});
      process.argv.push(...${JSON.stringify(['diff', 'nwc', 'new.json', '--uses', 'flows'])});
      await import(${JSON.stringify(BIN)});`;
    put(cwd, { 'run.mjs': script });
    const ran = spawnSync(process.execPath, ['run.mjs'], { cwd, encoding: 'utf8' });
    expect(ran.stderr).toContain('npm install --save-dev typescript');
    expect(ran.status).toBe(2);
  });
});
