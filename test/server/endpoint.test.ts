import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Caller,
  signCallback,
  startWorkflowServer,
  type WorkflowServerOptions,
} from '../../src/server/index.js';
import type { Workflows } from '../../src/workflow/index.js';
import { eventually, onEachStore, waitOf, workflowsOn } from '../workflow/stores.js';

const FULL = 'token-with-all-rights-0001';
const POOR = 'token-without-rights-00002';
const OTHER = 'token-of-another-workflow-3';
const SECRET = 'callback-secret-of-at-least-32-characters';

const CALLERS: readonly Caller[] = [
  {
    name: 'full',
    token: FULL,
    userName: 'ann',
    password: 'a password of K2 users',
    rights: ['start', 'serverEvent', 'tasks'],
    workflows: 'all',
  },
  { name: 'poor', token: POOR, rights: ['tasks'], workflows: 'all' },
  { name: 'other', token: OTHER, rights: ['start', 'serverEvent'], workflows: ['Another'] },
];

interface Asked {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

interface Served {
  readonly workflows: Workflows;
  readonly serviceUrl: string;
  readonly secretOf: Map<number, string>;
  ask(verb: string, path: string, options?: AskOptions): Promise<Asked>;
  /** An instance of `Inspection` that waits; its Serial Number. */
  waiting(): Promise<{ number: number; serialNumber: string }>;
}

interface AskOptions {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

async function serve(store: string, options: Partial<WorkflowServerOptions> = {}): Promise<Served> {
  const workflows = workflowsOn(store);
  const secretOf = new Map<number, string>();
  const inspection = workflows.define(
    'Inspection',
    {
      folder: 'Shipping',
      dataFields: { 'Container Id': { type: 'string', required: true }, Header: { hidden: true } },
    },
    async (_input: Readonly<Record<string, unknown>>, step) => {
      const outside = await step.waitForExternalSystem('Inspect containers', {
        description: 'Somebody looks into them',
        timeoutMs: step.instance.folio === 'short' ? 100 : 60_000,
        invoke: (call) => {
          secretOf.set(Number(call.serialNumber.split('_')[0]), call.secretSerialNumber);
        },
      });
      if (step.instance.folio === 'person') {
        const answer = await step.waitForPerson('Approve', {
          assignee: 'ann',
          actions: ['Approve', 'Reject it'],
        });
        return [answer.action, answer.dataFields];
      }
      return outside;
    },
  );
  await workflows.work({ pollMs: 100 });
  const server = await startWorkflowServer({
    workflows,
    callers: CALLERS,
    callbackSecret: SECRET,
    ...options,
  });
  onTestFinished(() => server.close());
  const ask = async (
    verb: string,
    path: string,
    { token = FULL, body, raw, headers = {} }: AskOptions = {},
  ): Promise<Asked> => {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${new URL(server.serviceUrl).origin}${path}`, {
      method: verb,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text as string }),
    });
    const answer = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
  };
  const waiting = async (): Promise<{ number: number; serialNumber: string }> => {
    const { number } = await workflows.start(
      inspection,
      { 'Container Id': 'C-1', Header: 'Bearer s3cr3t' },
      { folio: 'Ship 7' },
    );
    return { number, serialNumber: (await waitOf(workflows, number)).serialNumber };
  };
  return { workflows, serviceUrl: server.serviceUrl, secretOf, ask, waiting };
}

const BASE = '/api/workflow/v1';

onEachStore((store) => {
  test('starts, shows and finishes as K2 does: paths and keys in any case', async () => {
    const { ask, workflows } = await serve(store());
    const listed = await ask('GET', `${BASE}/workflows`);
    expect(listed).toMatchObject({
      status: 200,
      body: { itemCount: 1, workflows: [{ name: 'Inspection', folder: 'Shipping' }] },
    });
    const { id } = (listed.body as { workflows: { id: number }[] }).workflows[0] ?? { id: 0 };

    const started = await ask('POST', `/Api/Workflow/V1/Workflows/${id}`, {
      body: { Folio: 'Ship 8', Priority: 0, DataFields: { 'container id': 'C-9', Header: 'Bearer s3cr3t' } },
    });
    expect(started.status).toBe(200);
    const { serialNumber } = await waitOf(workflows, Number(started.body));
    const event = await ask('GET', `${BASE}/SERVEREVENTS/${serialNumber}`);
    expect(event.body).toMatchObject({
      serialNumber,
      workflowName: 'Inspection',
      workflowInstanceID: started.body,
      workflowInstanceFolio: 'Ship 8',
      eventName: 'Inspect containers',
      dataFields: { 'Container Id': 'C-9' },
    });
    expect(JSON.stringify(event.body)).not.toMatch(/s3cr3t|Header/);

    const finish = `${BASE}/serverEvents/${serialNumber}/finish`;
    expect((await ask('POST', finish, { body: { datafields: { Inspected: true } } })).status).toBe(204);
    expect((await ask('POST', finish, { body: [] })).status).toBe(204);
    expect(await workflows.result(Number(started.body))).toMatchObject({ dataFields: { Inspected: true } });
    expect((await ask('GET', `${BASE}/serverEvents/${serialNumber}`)).status).toBe(410);
  });

  test('50 callbacks at once: all 204 or 409 as set, one of them counts', async () => {
    const { ask, waiting, workflows } = await serve(store(), { finishedTwice: 409 });
    const { number, serialNumber } = await waiting();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        ask('POST', `${BASE}/serverEvents/${serialNumber}/finish`, { body: { dataFields: { n } } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(49).fill(409)]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(await workflows.result(number)).toMatchObject({ dataFields: { n: winner } });
  });

  test('a signed callback finishes, once; altered, late, replayed or for another step it does not', async () => {
    const { ask, waiting } = await serve(store());
    const { serialNumber } = await waiting();
    const other = await waiting();
    const body = '{"dataFields":{"Inspected":true}}';
    const path = `${BASE}/serverEvents/${serialNumber}/finish`;
    const signed = (change: object = {}, time: object = {}): Record<string, string> =>
      signCallback({ secret: SECRET, serialNumber, body, ...change }, time);
    const send = async (headers: Record<string, string>, to = path): Promise<number> =>
      (await ask('POST', to, { token: null, raw: body, headers })).status;
    expect(await send(signed({ secret: `${SECRET}!` }))).toBe(401);
    expect(await send(signed({ body: `${body} ` }))).toBe(401);
    expect(await send(signed({}, { nowMs: Date.now() - 301_000 }))).toBe(401);
    expect(await send(signed({}, { nowMs: Date.now() + 302_000 }))).toBe(401);
    expect(await send(signed(), `${BASE}/serverEvents/${other.serialNumber}/finish`)).toBe(401);
    const genuine = signed({}, { nowMs: Date.now() - 200_000 });
    expect(await send(genuine)).toBe(204);
    expect(await send(genuine)).toBe(401);
    expect(await send(signed())).toBe(204);
  });
});

const sqlite = (): string => ':memory:';

test.each([
  { name: 'no credential', options: { token: null }, want: 401 },
  { name: 'an unknown token', options: { token: 'nobody-has-this-token' }, want: 401 },
  { name: 'a caller without the right', options: { token: POOR }, want: 403 },
  { name: 'a right for another workflow', options: { token: OTHER }, want: 403 },
  { name: 'an unknown number', path: '999_999', want: 404 },
  { name: 'a malformed number', path: '5-31', want: 400 },
  { name: 'a badly encoded path', path: '%E0%A4%A', want: 400 },
  { name: 'no JSON', options: { raw: '{' }, want: 400 },
  { name: 'no UTF-8', options: { raw: new Uint8Array([0x22, 0xff, 0x22]) }, want: 400 },
  { name: 'JSON that is too deep', options: { raw: '['.repeat(400) + ']'.repeat(400) }, want: 400 },
  { name: 'a list', options: { body: [1] }, want: 400 },
  { name: 'data fields that are text', options: { body: { dataFields: 'x' } }, want: 400 },
  {
    name: 'a form',
    options: { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    want: 415,
  },
  { name: 'a body over the limit', options: { raw: `{"a":"${'x'.repeat(2_000)}"}` }, want: 413 },
  { name: 'a page of another site', options: { headers: { 'sec-fetch-site': 'cross-site' } }, want: 403 },
] as { name: string; options?: AskOptions; path?: string; want: number }[])(
  'finishing is refused: $name → $want, with a Message',
  async ({ options = {}, path, want }) => {
    const { ask, waiting, workflows } = await serve(sqlite(), { maxBodyBytes: 1_000 });
    const { number, serialNumber } = await waiting();
    const answer = await ask('POST', `${BASE}/serverEvents/${path ?? serialNumber}/finish`, {
      body: {},
      ...options,
    });
    expect(answer.status).toBe(want);
    expect(answer.body).toMatchObject({ Message: expect.stringMatching(/\.$/), status: want });
    if (want === 401) expect(answer.headers.get('www-authenticate')).toMatch(/Bearer/);
    expect((await workflows.waitsOf(number))[0]?.state).toBe('waiting');
  },
);

test('Basic works as in K2, and the secret Serial Number without any credential', async () => {
  const { ask, waiting, secretOf } = await serve(sqlite());
  const first = await waiting();
  const basic = Buffer.from('ann:a password of K2 users').toString('base64');
  const path = `${BASE}/serverEvents/${first.serialNumber}`;
  expect((await ask('GET', path, { token: null, headers: { authorization: `Basic ${basic}` } })).status).toBe(
    200,
  );
  const second = await waiting();
  const secret = await eventually(() => secretOf.get(second.number));
  const finish = (text: string): Promise<Asked> =>
    ask('POST', `${BASE}/serverEvents/${text}/finish`, { token: null });
  expect((await finish(`${second.serialNumber}_${'A'.repeat(43)}`)).status).toBe(404);
  expect((await finish(secret)).status).toBe(204);
});

test('410 after cancel and after a time-out, 404 after purge', async () => {
  const { ask, waiting, workflows } = await serve(sqlite());
  const finish = async (serialNumber: string): Promise<number> =>
    (await ask('POST', `${BASE}/serverEvents/${serialNumber}/finish`, { body: {} })).status;
  const canceled = await waiting();
  await workflows.cancel(canceled.number);
  expect(await finish(canceled.serialNumber)).toBe(410);
  const short = await workflows.start('Inspection', { 'Container Id': 'C' }, { folio: 'short' });
  await short.result();
  const [wait] = await workflows.waitsOf(short.number);
  expect(await finish(wait?.serialNumber ?? '')).toBe(410);
  await workflows.purge({ endedBeforeMs: Date.now() + 1_000 });
  expect(await finish(canceled.serialNumber)).toBe(404);
});

test('a task stands in the worklist of its person, who actions it', async () => {
  const { ask, workflows } = await serve(sqlite());
  const { number } = await workflows.start(
    'Inspection',
    { 'Container Id': 'C', Header: 's3cr3t' },
    { folio: 'person' },
  );
  const { serialNumber } = await waitOf(workflows, number, 'Inspect containers');
  await workflows.finish(serialNumber);
  const task = await waitOf(workflows, number, 'Approve');
  const path = `${BASE}/tasks/${task.serialNumber}`;
  const listed = await ask('GET', `${BASE}/tasks?state=All`);
  expect(listed.body).toMatchObject({
    itemCount: 1,
    tasks: [
      {
        serialNumber: task.serialNumber,
        eventName: 'Approve',
        actions: { batchableActions: ['Approve', 'Reject it'] },
      },
    ],
  });
  expect((await ask('GET', `${BASE}/tasks`, { token: POOR })).body).toMatchObject({ itemCount: 0 });
  expect((await ask('GET', path, { token: POOR })).status).toBe(404);
  expect((await ask('GET', path)).body).toMatchObject({
    workflowInstanceDataFields: { 'Container Id': 'C' },
  });
  expect((await ask('GET', `${path}/actions`)).status).toBe(200);
  expect((await ask('POST', `${path}/actions/Other`, { body: {} })).status).toBe(400);
  expect((await ask('POST', `${BASE}/serverEvents/${task.serialNumber}/finish`, { body: {} })).status).toBe(
    404,
  );
  expect(
    (await ask('POST', `${path}/actions/reject%20it`, { body: { dataFields: { Why: 'rust' } } })).status,
  ).toBe(204);
  expect(await workflows.result(number)).toEqual(['Reject it', { Why: 'rust' }]);
});

test('starting is checked: id, right, types, what would be lost', async () => {
  const { ask } = await serve(sqlite());
  const listed = (await ask('GET', `${BASE}/workflows`)).body as { workflows: { id: number }[] };
  const path = `${BASE}/workflows/${listed.workflows[0]?.id}`;
  const fields = { 'Container Id': 'C' };
  const rows: [string, string, AskOptions, number][] = [
    ['POST', `${BASE}/workflows/Inspection`, { body: {} }, 400],
    ['POST', `${BASE}/workflows/4711`, { body: {} }, 404],
    ['POST', path, { body: {} }, 400],
    ['POST', path, { body: { dataFields: { 'Container Id': 5 } } }, 400],
    ['POST', path, { body: { dataFields: fields, priority: 9 } }, 400],
    ['POST', path, { body: { dataFields: fields, xmlFields: [{ name: 'a' }] } }, 400],
    ['POST', path, { body: { dataFields: fields }, token: OTHER }, 403],
    ['GET', `${path}/schema`, {}, 200],
    ['GET', path, { token: null }, 401],
    ['GET', `${BASE}/nothing`, {}, 404],
    ['GET', `${path}/schema/more`, {}, 404],
    ['POST', `${BASE}/tasks`, { body: {} }, 405],
  ];
  for (const [verb, at, options, want] of rows)
    expect([at, (await ask(verb, at, options)).status]).toEqual([at, want]);
  expect((await ask('GET', `${BASE}/workflows`, { token: POOR })).body).toMatchObject({ itemCount: 0 });
});

test('the document is served as JSON, and as a page that runs nothing but its own script', async () => {
  const { ask } = await serve(sqlite());
  const document = await ask('GET', `${BASE}/swagger.json`, { token: null });
  expect(document.body).toMatchObject({ swagger: '2.0', basePath: BASE });
  const page = await ask('GET', BASE, { token: null });
  const text = String(page.body);
  expect(text).toContain('Finish Server Event');
  // Nothing from elsewhere, no handler in an attribute, one script and one style, each allowed by its hash.
  expect(text).not.toMatch(/https?:\/\/|<\w[^>]*\son\w+=|javascript:/i);
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const element of ['script', 'style']) {
    const [only, ...more] = [...text.matchAll(new RegExp(`<${element}[^>]*>([^]*?)</${element}>`, 'g'))];
    const hash = createHash('sha256')
      .update(only?.[1] ?? '')
      .digest('base64');
    expect(more).toEqual([]);
    expect(policy).toContain(`${element}-src 'sha256-${hash}'`);
  }
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toContain('unsafe');
});

test('secrets that are too short are refused at the start', async () => {
  const workflows = workflowsOn(sqlite());
  await expect(startWorkflowServer({ workflows, callbackSecret: 'short' })).rejects.toThrow(/32 characters/);
  const callers = [{ name: 'a', token: 'short', rights: [], workflows: [] }];
  await expect(startWorkflowServer({ workflows, callers })).rejects.toThrow(/16 characters/);
});

test('a fault of the server is told to its owner, and not to the caller', async () => {
  const faults: unknown[] = [];
  const workflows = workflowsOn('postgres://someone:s3cr3t@127.0.0.1:1/nowhere');
  const onFault = (error: unknown): void => void faults.push(error);
  const server = await startWorkflowServer({ workflows, callers: CALLERS, onFault });
  onTestFinished(() => server.close());
  const headers = { authorization: `Bearer ${FULL}` };
  const answer = await fetch(`${server.serviceUrl}/serverEvents/1_1`, { headers });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(
    /"Message":"It cannot be done now because of a fault in the store: try again later\."/,
  );
  expect(faults).toMatchObject([{ code: 'STORE_UNUSABLE' }]);
  expect(String(faults[0])).not.toContain('s3cr3t');
}, 30_000);
