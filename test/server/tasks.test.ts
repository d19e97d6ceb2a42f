import { expect, onTestFinished, test } from 'vitest';
import { type Caller, startWorkflowServer } from '../../src/server/index.js';
import type { Workflows } from '../../src/workflow/index.js';
import { onEachStore, waitOf, workflowsOn } from '../workflow/stores.js';

const tokenOf = (name: string): string => `token-of-the-caller-${name}`;
const caller = (name: string, rights: Caller['rights'], workflows: Caller['workflows'] = 'all'): Caller => ({
  name,
  token: tokenOf(name),
  userName: `DENALLIX\\${name}`,
  rights,
  workflows,
});
const CALLERS = [
  caller('ann', ['tasks', 'start']),
  caller('bob', ['tasks']),
  caller('lead', ['allTasks']),
  caller('other', ['allTasks'], ['Another']),
];

interface Served {
  readonly workflows: Workflows;
  readonly number: number;
  readonly task: string;
  /** Status and body of what a caller is answered. */
  as(name: string, verb: string, path: string, body?: unknown): Promise<[number, unknown]>;
  /** Serial Numbers and statuses of a caller's worklist. */
  worklist(name: string, state?: string): Promise<string[]>;
}

/** One task of ann's. */
async function served(store: string): Promise<Served> {
  const workflows = workflowsOn(store);
  workflows.define('Onboarding', async (_input, step) => {
    const answer = await step.waitForPerson('Approve', {
      assignee: 'DENALLIX\\ann',
      actions: ['Approve', 'Decline'],
      description: 'Look at the customer',
    });
    return [answer.action, answer.dataFields];
  });
  await workflows.work();
  const server = await startWorkflowServer({ workflows, callers: CALLERS });
  onTestFinished(() => server.close());
  const as: Served['as'] = async (name, verb, path, body) => {
    const answer = await fetch(`${server.serviceUrl}${path}`, {
      method: verb,
      headers: { authorization: `Bearer ${tokenOf(name)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return [answer.status, text === '' ? undefined : JSON.parse(text)];
  };
  const [, list] = await as('ann', 'GET', '/workflows');
  const [workflow] = (list as { workflows: { id: number }[] }).workflows;
  const [, number] = await as('ann', 'POST', `/workflows/${workflow?.id}`, { folio: 'New customer' });
  const { serialNumber } = await waitOf(workflows, Number(number));
  return {
    workflows,
    number: Number(number),
    task: `/tasks/${serialNumber}`,
    as,
    worklist: async (name, state) => {
      const [, body] = await as(name, 'GET', state === undefined ? '/tasks' : `/tasks?State=${state}`);
      const { tasks } = body as { tasks: { workflowInstanceFolio: string; status: string }[] };
      return tasks.map(({ workflowInstanceFolio, status }) => `${workflowInstanceFolio}: ${status}`);
    },
  };
}

onEachStore((store) => {
  test('assign takes a task on, release gives it back, and meanwhile nobody else actions it', async () => {
    const { as, task, worklist, workflows, number } = await served(store());
    expect(await as('ann', 'POST', `${task}/actions/Assign`)).toMatchObject([200, { status: 'Open' }]);
    expect(await as('ann', 'POST', `${task}/actions/assign`)).toMatchObject([200, { status: 'Open' }]);
    expect(await worklist('ann')).toEqual(['New customer: Open']);
    expect(await worklist('lead')).toEqual(['New customer: Allocated']);
    expect(await as('lead', 'POST', `${task}/actions/assign`)).toMatchObject([
      409,
      { Message: expect.stringMatching(/taken/) },
    ]);
    expect(await as('lead', 'POST', `${task}/actions/Approve`, {})).toMatchObject([409, { status: 409 }]);
    expect(await as('ann', 'GET', `${task}/actions`)).toMatchObject([
      200,
      { systemActions: ['Redirect', 'Sleep', 'Release'] },
    ]);
    // Who looks after all tasks may release for others.
    expect(await as('lead', 'POST', `${task}/actions/release`)).toEqual([204, undefined]);
    expect(await as('lead', 'POST', `${task}/actions/assign`)).toMatchObject([200, { status: 'Open' }]);
    expect(await as('ann', 'POST', `${task}/actions/release`)).toMatchObject([409, {}]);
    expect(await as('ann', 'POST', `${task}/actions/Sleep`, { SleepFor: 60 })).toMatchObject([409, {}]);
    expect(await as('ann', 'POST', `${task}/actions/approve`, {})).toMatchObject([409, {}]);
    expect(await as('lead', 'POST', `${task}/actions/approve`, { dataFields: { n: 1 } })).toEqual([
      204,
      undefined,
    ]);
    expect(await workflows.result(number)).toEqual(['Approve', { n: 1 }]);
    for (const name of ['assign', 'release', 'wake']) {
      expect(await as('lead', 'POST', `${task}/actions/${name}`)).toMatchObject([410, {}]);
    }
  });

  test('of 20 who take a task on at once, one has it', async () => {
    const { as, task } = await served(store());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        as(n % 2 === 0 ? 'ann' : 'lead', 'POST', `${task}/actions/assign`),
      ),
    );
    const statuses = (first: number) => answers.filter((_, n) => n % 2 === first).map(([status]) => status);
    const [ann, lead] = [new Set(statuses(0)), new Set(statuses(1))];
    expect([ann.size, lead.size, ...ann, ...lead].sort()).toEqual([1, 1, 200, 409]);
  });

  test('sleep takes a task out of the worklist until its moment, or until it is woken', async () => {
    const place = store();
    const { as, task, worklist, workflows } = await served(place);
    expect(await as('ann', 'POST', `${task}/actions/sleep`, { sleepfor: 3_600 })).toEqual([204, undefined]);
    expect(await worklist('ann')).toEqual([]);
    expect(await worklist('ann', 'Sleep')).toEqual(['New customer: Sleep']);
    expect(await worklist('ann', 'all')).toEqual(['New customer: Sleep']);
    expect(await worklist('ann', 'Available')).toEqual([]);
    const [, asleep] = await as('ann', 'GET', task);
    expect(Date.parse((asleep as { sleepUntil: string }).sleepUntil)).toBeGreaterThan(Date.now() + 3_500_000);
    expect(await as('ann', 'GET', `${task}/actions`)).toMatchObject([
      200,
      { systemActions: ['Redirect', 'Wake', 'Assign'] },
    ]);
    // It is in the database: another process finds it asleep.
    const [found] = await workflowsOn(place).openTasks({ limit: 5 });
    expect(found?.sleepUntilMs).toBeGreaterThan(Date.now());
    expect(await as('ann', 'POST', `${task}/actions/wake`)).toMatchObject([200, { status: 'Available' }]);
    expect(await worklist('ann')).toEqual(['New customer: Available']);

    const soon = new Date(Date.now() + 300).toISOString();
    expect(await as('ann', 'POST', `${task}/actions/sleep`, { SleepUntil: soon })).toEqual([204, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await worklist('ann')).toEqual(['New customer: Available']);
    // Nobody is kept from actioning what sleeps.
    await as('ann', 'POST', `${task}/actions/sleep`, { SleepFor: 60 });
    expect(await as('ann', 'POST', `${task}/actions/Decline`, {})).toEqual([204, undefined]);
    expect(await workflows.openTasks({ limit: 5 })).toEqual([]);
  });

  test('redirect hands a task to another worklist, available and awake', async () => {
    const { as, task, worklist, workflows } = await served(store());
    await as('ann', 'POST', `${task}/actions/assign`);
    await as('ann', 'POST', `${task}/actions/sleep`, { SleepFor: 60 });
    expect(await as('ann', 'POST', `${task}/actions/redirect`, { RedirectTo: 'K2:denallix\\BOB' })).toEqual([
      204,
      undefined,
    ]);
    expect(await worklist('ann', 'All')).toEqual([]);
    expect(await as('ann', 'GET', task)).toMatchObject([404, {}]);
    expect(await as('ann', 'POST', `${task}/actions/Approve`, {})).toMatchObject([404, {}]);
    expect(await worklist('bob')).toEqual(['New customer: Available']);
    expect((await workflows.openTasks({ assignee: 'DENALLIX\\bob', limit: 5 })).length).toBe(1);
    expect(await as('bob', 'POST', `${task}/actions/Redirect`, { redirectTo: 'ann' })).toEqual([
      204,
      undefined,
    ]);
    expect(await worklist('ann')).toEqual(['New customer: Available']);
  });
});

test.each([
  {
    name: 'a receiver who is not known',
    action: 'redirect',
    body: { RedirectTo: 'K2:DENALLIX\\eve' },
    want: 400,
  },
  { name: 'a receiver of another workflow', action: 'redirect', body: { RedirectTo: 'other' }, want: 400 },
  { name: 'no receiver', action: 'redirect', body: {}, want: 400 },
  { name: 'a receiver that is no text', action: 'redirect', body: { RedirectTo: 5 }, want: 400 },
  { name: 'no length of sleep', action: 'sleep', body: {}, want: 400 },
  {
    name: 'two lengths of sleep',
    action: 'sleep',
    body: { SleepFor: 5, SleepUntil: '2099-01-01T00:00:00Z' },
    want: 400,
  },
  { name: 'sleep for no time', action: 'sleep', body: { SleepFor: 0 }, want: 400 },
  { name: 'sleep for a fraction', action: 'sleep', body: { SleepFor: 1.5 }, want: 400 },
  { name: 'sleep for a hundred years', action: 'sleep', body: { SleepFor: 3_153_600_000 }, want: 400 },
  {
    name: 'sleep until what has been',
    action: 'sleep',
    body: { SleepUntil: '2001-01-01T00:00:00Z' },
    want: 400,
  },
  { name: 'sleep until no moment', action: 'sleep', body: { SleepUntil: 'tomorrow' }, want: 400 },
  { name: 'sleep until no day', action: 'sleep', body: { SleepUntil: '2099-13-41T00:00:00Z' }, want: 400 },
  { name: "somebody else's task", as: 'bob', action: 'assign', body: {}, want: 404 },
  { name: 'a right for another workflow', as: 'other', action: 'assign', body: {}, want: 403 },
  { name: 'an action that it does not offer', action: 'Approved', body: {}, want: 400 },
])('an action on a task is refused: $name → $want', async ({ as: who = 'ann', action, body, want }) => {
  const { as, task, worklist } = await served(':memory:');
  const [status, problem] = await as(who, 'POST', `${task}/actions/${action}`, body);
  expect([status, problem]).toMatchObject([want, { Message: expect.stringMatching(/\.$/), status: want }]);
  expect(await worklist('ann')).toEqual(['New customer: Available']);
});

test('a worklist is asked for by state, and says what a task belongs to', async () => {
  const { as, task, number } = await served(':memory:');
  expect(await as('ann', 'GET', '/tasks?state=Completed')).toMatchObject([
    400,
    { Message: expect.stringMatching(/Available/) },
  ]);
  const [, list] = await as('ann', 'GET', '/workflows');
  const [workflow] = (list as { workflows: { id: number }[] }).workflows;
  expect(workflow?.id).toBeGreaterThan(0);
  expect(await as('ann', 'GET', task)).toMatchObject([
    200,
    {
      workflowID: workflow?.id,
      workflowInstanceID: number,
      instruction: 'Look at the customer',
      originator: { username: 'DENALLIX\\ann' },
      sleepUntil: '',
      actions: { batchableActions: ['Approve', 'Decline'], systemActions: ['Redirect', 'Sleep', 'Assign'] },
    },
  ]);
});
