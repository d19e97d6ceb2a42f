import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { addWorkflowsCommand } from '../../src/cli/commands/workflows-command.js';
import { PLAIN } from '../../src/cli/printing/paint.js';
import { waitOf, workflowsOn } from './stores.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

interface Ran {
  readonly printed: string;
  readonly reported: string;
  readonly isNo: boolean;
}

/** `rest-broker workflows …`, as `run-cli.ts` runs its commands. */
async function run(...line: string[]): Promise<Ran> {
  const printed: string[] = [];
  const reported: string[] = [];
  let isNo = false;
  const program = new Command('rest-broker').option('--json').exitOverride();
  addWorkflowsCommand(program, {
    terminal: {
      paint: PLAIN,
      reportPaint: PLAIN,
      print: (lines) => void printed.push(...lines),
      report: (lines) => void reported.push(...lines),
      progress: () => undefined,
      settle: () => undefined,
    },
    answerNo: () => {
      isNo = true;
    },
  });
  await program.parseAsync(['workflows', ...line], { from: 'user' });
  return { printed: printed.join('\n'), reported: reported.join('\n'), isNo };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rest-broker-command-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('list, show, finish and cancel look after the instances of a store', async () => {
  const store = `file:${join(folder(), 'workflow.db')}`;
  const workflows = workflowsOn(store);
  const fields = { Header: { hidden: true } };
  const definition = workflows.define(
    'Looked after',
    { dataFields: fields },
    async (_input: object & Record<string, unknown>, step) => {
      return (await step.waitForExternalSystem('Inspect', { invoke: () => 1 })).dataFields;
    },
  );
  await workflows.work();
  const instance = await workflows.start(
    definition,
    { Header: 's3cr3t', Company: 'AC\u001bME' },
    { folio: 'Ship 7' },
  );
  const { serialNumber } = await waitOf(workflows, instance.number);

  expect((await run('list', '--store', store)).printed).toMatch(/1 +Looked after +running +\d{4}-.* +Ship 7/);
  const shown = (await run('show', '1', '--store', store)).printed;
  expect(shown).toContain('AC\\u{1b}ME');
  expect(shown).toMatch(/1_1 +waiting +Inspect/);
  expect(shown).not.toMatch(/s3cr3t|Header/);
  const finished = await run(
    'finish',
    serialNumber,
    '--store',
    store,
    '--field',
    'n=5',
    '--field',
    'text=a=b',
    '--field',
    'id=9007199254740993',
  );
  expect(finished).toMatchObject({ isNo: false, printed: 'Finished: the workflow goes on.' });
  expect(await instance.result()).toEqual({ n: 5, text: 'a=b', id: 9007199254740993n });
  expect((await run('finish', '9_9', '--store', store)).isNo).toBe(true);
  await expect(run('show', '9', '--store', store)).rejects.toMatchObject({ code: 'INSTANCE_UNKNOWN' });
  expect((await run('list', '--store', store)).printed).toBe('No instances.');
  const next = await workflows.start(definition, {});
  const cut = await run('list', '--all', '--limit', '1', '--store', store);
  expect(cut.printed).toMatch(/1 instance$/);
  expect(cut.reported).toMatch(/more than 1: --limit/);
  expect((await run('cancel', String(next.number), '--store', store)).printed).toBe(
    'Instance 2 is canceled.',
  );
  await expect(run('cancel', '99', '--store', store)).rejects.toThrow(
    /Workflow instance 99: it is not in this store/,
  );
  await expect(run('finish', '5-31', '--store', store)).rejects.toMatchObject({
    code: 'SERIAL_NUMBER_MALFORMED',
  });
  await expect(run('show', 'x', '--store', store)).rejects.toMatchObject({ code: 'USAGE_WRONG' });
});

test('a task is finished with one of its actions', async () => {
  const store = `file:${join(folder(), 'workflow.db')}`;
  const workflows = workflowsOn(store);
  const definition = workflows.define('Asked', async (_input, step) => {
    return (await step.waitForPerson('Decide', { assignee: 'ann', actions: ['Approve'] })).action;
  });
  await workflows.work();
  const instance = await workflows.start(definition, {});
  const { serialNumber } = await waitOf(workflows, instance.number);
  await expect(run('finish', serialNumber, '--store', store)).rejects.toMatchObject({
    code: 'ACTION_UNKNOWN',
  });
  const finished = await run('finish', serialNumber, '--store', store, '--action', 'approve');
  expect(finished.printed).toBe('Finished: the workflow goes on.');
  expect(await instance.result()).toBe('Approve');
});

test('serve refuses a module without workflows, and a port that is taken', async () => {
  const place = folder();
  const module = (name: string, text: string): string => {
    const file = join(place, name);
    writeFileSync(file, text);
    return file;
  };
  const [empty, broken, whole] = [
    module('empty.mjs', 'export const workflows = {};'),
    module('broken.mjs', 'export const workflows = nothing;'),
    module(
      'whole.mjs',
      `import { createWorkflows } from ${JSON.stringify(pathToFileURL(join(SOURCE, 'workflow/index.ts')).href)};
export const workflows = createWorkflows({ store: ':memory:' });`,
    ),
  ];
  const wanted = { code: 'SETTING_INVALID' };
  await expect(run('serve', empty)).rejects.toMatchObject({
    ...wanted,
    message: expect.stringMatching(/no export/),
  });
  await expect(run('serve', broken)).rejects.toMatchObject({
    ...wanted,
    message: expect.stringMatching(/cannot be loaded: nothing is not defined/),
  });
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  await expect(run('serve', whole, '--port', String(port))).rejects.toMatchObject({
    ...wanted,
    message: expect.stringMatching(/it cannot listen there: EADDRINUSE\. Give another port/),
  });
  await expect(run('serve', whole, '--port', '70000')).rejects.toMatchObject({ code: 'USAGE_WRONG' });
});

test('a store that cannot be opened is told without its password', async () => {
  const store = 'postgres://someone:s3cr3t@127.0.0.1:1/nothing';
  const failure = await run('list', '--store', store).catch((error: Error) => error.message);
  expect(failure).toMatch(/Workflow store: it cannot be opened/);
  expect(failure).not.toContain('s3cr3t');
}, 30_000);

test.each([
  { what: 'nothing is executed', executes: false, want: [0, null] },
  // It is waited for, and not for ever if the one who stops it does not want to.
  { what: 'a Method does not come back, and it is told twice', executes: true, want: [null, 'SIGINT'] },
])(
  'serve hosts a module until it is told to stop: $what',
  async ({ executes, want }) => {
    const place = folder();
    const module = join(place, 'workflows.mjs');
    writeFileSync(
      module,
      `import { createWorkflows } from ${JSON.stringify(pathToFileURL(join(SOURCE, 'workflow/index.ts')).href)};
export const workflows = createWorkflows({ store: ${JSON.stringify(`file:${join(place, 'served.db')}`)} });
workflows.define('Served', async (_input, step) => step.execute('for ever', () => new Promise(() => undefined)));
`,
    );
    const program = join(SOURCE, 'cli/commands/serve-workflows.ts');
    const runner = `import { serveWorkflows } from ${JSON.stringify(pathToFileURL(program).href)};
await serveWorkflows(${JSON.stringify(module)}, {}, { terminal: { print: (l) => console.log(l.join('')), report: (l) => console.error(l.join('')) } });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', runner], {
      env: { ...process.env, REST_BROKER_TOKEN: 'token-of-this-test-0001' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data))),
    );
    const serviceUrl = /Serving (http:\S+)/.exec(line)?.[1] ?? '';
    const headers = { authorization: 'Bearer token-of-this-test-0001' };
    expect((await fetch(`${serviceUrl}/workflows`, { headers })).status).toBe(200);
    expect((await fetch(`${serviceUrl}/workflows`)).status).toBe(401);
    if (executes) {
      const listed = await (await fetch(`${serviceUrl}/workflows`, { headers })).json();
      const [workflow] = (listed as { workflows: { id: number }[] }).workflows;
      await fetch(`${serviceUrl}/workflows/${workflow?.id}`, { method: 'POST', headers });
    }
    const told = new Promise((resolve) => child.stderr.once('data', (data) => resolve(String(data))));
    const closed = new Promise((resolve) => child.once('close', (code, signal) => resolve([code, signal])));
    child.kill('SIGTERM');
    expect(await told).toMatch(/Stopping: what is being executed is waited for/);
    if (executes) child.kill('SIGINT');
    expect(await closed).toEqual(want);
  },
  30_000,
);
