import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BIN, descriptorPath } from '../cli/run-bin.js';
import { put, temporaryFolder } from '../workspace/temporary-folder.js';

/** What the examples print, run as they are against a real repository. `RECORD=1` writes the golden files anew. */
const GOLDEN = fileURLToPath(new URL('ci-golden/', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples/ci/', import.meta.url));

interface Step {
  readonly id?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Many processes one after the other, some of them npm's and the compiler's. */
const TIMEOUT_MS = 240_000;
/** The action's own default; npx takes its time. */
const BY_NPX = 'npx --no-install rest-broker';
const DIRECTLY = 'node_modules/.bin/rest-broker';

const ACTION = parse(readFileSync(`${EXAMPLES}github/action.yml`, 'utf8')) as Action;
const GITLAB = parse(readFileSync(`${EXAMPLES}gitlab/connectors.gitlab-ci.yml`, 'utf8')) as {
  readonly connectors: { readonly script: readonly string[] };
};
const DESCRIPTOR = readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8');

interface Swagger {
  readonly paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
}

/** A later version of the API: one input is gone. */
function laterDescriptor(): string {
  const swagger = JSON.parse(DESCRIPTOR) as Swagger;
  const list = swagger.paths['/tasks']?.['get'];
  if (list === undefined) throw new Error('no GET /tasks');
  list.parameters = list.parameters.filter(({ name }) => name !== 'status');
  return JSON.stringify(swagger, null, 2);
}

const inFolder = (cwd: string, program: string, ...line: string[]): string =>
  execFileSync(program, line, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const git = (cwd: string, ...line: string[]): string =>
  inFolder(cwd, 'git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...line);
const broker = (cwd: string, ...line: string[]): string => inFolder(cwd, process.execPath, BIN, ...line);

let template = '';
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'rest-broker-ci-'));
  makeRepository(template);
  return () => rmSync(template, { recursive: true, force: true });
}, TIMEOUT_MS);

/** A copy of a repository with a registered and generated Service Instance, committed as `base`. */
function repository(): string {
  const cwd = temporaryFolder();
  cpSync(template, cwd, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  return cwd;
}

function makeRepository(cwd: string): void {
  put(cwd, {
    'package.json': '{ "private": true }',
    '.gitignore': 'node_modules\n',
    'descriptors/nwc.json': DESCRIPTOR,
    'flows/flow.ts':
      "import { connect } from '../generated/nwc/index.js';\n\nawait connect().Tasks.Get_tasks({ status: 'active' });\n",
  });
  mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
  symlinkSync(BIN, join(cwd, 'node_modules/.bin/rest-broker'));
  broker(cwd, 'register', 'nwc', 'descriptors/nwc.json');
  broker(cwd, 'generate');
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '--message=base');
  git(cwd, 'tag', 'base');
}

/** The API changed; the connector was generated again, or not. */
function changed(cwd: string, generate: boolean): void {
  writeFileSync(join(cwd, 'descriptors/nwc.json'), laterDescriptor());
  broker(cwd, 'refresh', 'nwc');
  if (generate) broker(cwd, 'generate');
}

interface ActionRan {
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly output: string;
  readonly code: number;
}

/** Runs the steps of the composite action one after the other, as the runner does: it stops at the first that fails. */
function runAction(cwd: string, inputs: Readonly<Record<string, string>>): ActionRan {
  const [summary, output] = ['summary.md', 'output.txt'].map((name) => join(temporaryFolder(), name)) as [
    string,
    string,
  ];
  writeFileSync(summary, '');
  let [stdout, stderr, code, outputs] = ['', '', 0, ''];
  for (const { id = 'verdict', env, run } of ACTION.runs.steps) {
    writeFileSync(output, '');
    const values = Object.fromEntries(
      Object.entries(env).map(([name, text]) => [name, filled(text, inputs, outputs)]),
    );
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...values, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
    });
    stdout += `== ${id}: ${ran.status}\n${ran.stdout}`;
    stderr += ran.stderr;
    outputs += readFileSync(output, 'utf8').replace(/^(?=.)/gm, `${id}.`);
    code = ran.status ?? -1;
    if (code !== 0) break;
  }
  return { stdout, stderr, summary: readFileSync(summary, 'utf8'), output: outputs, code };
}

/** `${{ inputs.base }}` and `${{ steps.diff.outputs.passed }}`. */
function filled(text: string, inputs: Readonly<Record<string, string>>, outputs: string): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const input = /^inputs\.([\w-]+)$/.exec(expression)?.[1];
    if (input !== undefined) return inputs[input] ?? ACTION.inputs[input]?.default ?? '';
    const [, step, name] = /^steps\.(\w+)\.outputs\.(\w+)$/.exec(expression) ?? [];
    return new RegExp(`^${step}\\.${name}=(.*)$`, 'm').exec(outputs)?.[1] ?? '';
  });
}

/** Where in generated code a difference begins changes with every template. */
const GENERATED_SPOT = /(generated\/[\w./-]+?)(:|,line=)\d+(:|,col=)\d+/g;

function expectGolden(name: string, printed: string): void {
  const text = printed.replace(GENERATED_SPOT, '$1$2N$3N');
  const file = `${GOLDEN}${name}`;
  if (process.env['RECORD'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

describe('the composite action for GitHub', { timeout: TIMEOUT_MS }, () => {
  const rows = [
    { name: 'unchanged', change: () => undefined, inputs: { command: BY_NPX }, code: 0 },
    { name: 'stale', change: (cwd: string) => changed(cwd, false), inputs: {}, code: 1 },
    { name: 'breaking', change: (cwd: string) => changed(cwd, true), inputs: {}, code: 1 },
    {
      name: 'breaking-uses',
      change: (cwd: string) => changed(cwd, true),
      inputs: { uses: 'flows' },
      code: 1,
    },
    { name: 'never', change: (cwd: string) => changed(cwd, true), inputs: { 'fail-on': 'never' }, code: 0 },
    { name: 'no-such-base', change: () => undefined, inputs: { base: 'nowhere' }, code: 1 },
  ];
  test.each(rows)('$name', ({ name, change, inputs, code }) => {
    const cwd = repository();
    change(cwd);
    const ran = runAction(cwd, { names: 'nwc', base: 'base', command: DIRECTLY, ...inputs });
    expectGolden(`github-${name}.stdout.txt`, ran.stdout);
    expectGolden(`github-${name}.summary.md`, ran.summary);
    expectGolden(`github-${name}.output.txt`, ran.output);
    expect(ran.stderr).toMatch(name === 'no-such-base' ? /REVISION_UNREADABLE/ : /^(?!.*error\[)/s);
    expect(ran.code).toBe(code);
  });

  test('runs what is installed, and no input is written into a script', () => {
    expect(ACTION.inputs['command']?.default).toBe(BY_NPX);
    expect(ACTION.runs.steps.map(({ run }) => run).join('')).not.toContain('${{');
    const cwd = repository();
    const ran = runAction(cwd, { names: 'nwc', base: '$(touch pwned)', command: DIRECTLY });
    expect(ran.code).not.toBe(0);
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
  });
});

describe('the job for GitLab', { timeout: TIMEOUT_MS }, () => {
  test('leaves a report of each, and fails when one says no', () => {
    const cwd = repository();
    changed(cwd, true);
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', GITLAB.connectors.script.join('\n')], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, SERVICE_INSTANCE: 'nwc', BASE: 'base' },
    });
    expect(ran.status).toBe(1);
    expectGolden('gitlab.stdout.txt', ran.stdout);
    expectGolden('gitlab.check.junit.xml', readFileSync(join(cwd, 'check.junit.xml'), 'utf8'));
    expectGolden('gitlab.diff.junit.xml', readFileSync(join(cwd, 'diff.junit.xml'), 'utf8'));
  });
});

describe('the hook of git', { timeout: TIMEOUT_MS }, () => {
  const commit = (cwd: string): { readonly status: number | null; readonly text: string } => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    const ran = spawnSync('git', [...who, 'commit', '--quiet', '--message=x'], { cwd, encoding: 'utf8' });
    return { status: ran.status, text: ran.stdout + ran.stderr };
  };

  test('lets what it does not concern through, refuses stale connectors, takes fresh ones', () => {
    const cwd = repository();
    const hook = join(cwd, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, readFileSync(`${EXAMPLES}pre-commit/pre-commit`), { mode: 0o755 });
    put(cwd, { 'readme.md': 'x' });
    git(cwd, 'add', 'readme.md');
    expect(commit(cwd)).toMatchObject({ status: 0 });
    changed(cwd, false);
    git(cwd, 'add', '.');
    expect(commit(cwd)).toMatchObject({
      status: 1,
      text: expect.stringContaining('rest-broker generate'),
    });
    broker(cwd, 'generate');
    git(cwd, 'add', '.');
    expect(commit(cwd)).toMatchObject({ status: 0 });
  });

  test('pre-commit.com is told the same command and the same files', () => {
    const { repos } = parse(readFileSync(`${EXAMPLES}pre-commit/.pre-commit-config.yaml`, 'utf8')) as {
      repos: { hooks: { entry: string; files: string }[] }[];
    };
    const [hook] = repos[0]?.hooks ?? [];
    expect(readFileSync(`${EXAMPLES}pre-commit/pre-commit`, 'utf8')).toContain(`exec ${hook?.entry}\n`);
    const touched = new RegExp(hook?.files ?? '');
    expect(
      ['service-instances.yaml', 'descriptors/a.json', 'src/a.ts'].map((path) => touched.test(path)),
    ).toEqual([true, true, false]);
  });
});
