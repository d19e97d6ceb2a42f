import { Agent } from 'undici';
import { describe, expect, test } from 'vitest';
import { RestBrokerError } from '../../src/base/errors.js';
import { startEchoServer } from './echo-server.js';
import { connectTasks, type TasksConnector } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

// What authors of JavaScript may pass, and no type check stops.
const odd: unknown[] = [
  null,
  0,
  1n,
  '',
  'text',
  true,
  Symbol('x'),
  [],
  [1],
  () => 1,
  new Date(0),
  new Map([['id', '7']]),
  new Set(['id']),
  /x/,
  new Uint8Array(2),
  Object.create(null),
  new (class Task {
    id = '7';
    #hidden = 1;
    get hidden(): number {
      return this.#hidden;
    }
  })(),
  { [Symbol('id')]: '7' },
  Promise.resolve(1),
  new Proxy({}, {}),
];

const shown = (value: unknown): string => Object.prototype.toString.call(value);

async function endsWell(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(RestBrokerError);
    expect((error as Error).message).toMatch(/^(nwc|Service Instance nwc).*: .+\.$/s);
  }
}

describe('whatever is passed, it works or is refused in words', () => {
  for (const [index, value] of odd.entries()) {
    test(`${index} ${shown(value)}`, async () => {
      const server = await startEchoServer();
      const nwc = connectTasks({ serviceUrl: server.origin }) as unknown as Loose;
      const calls: (() => unknown)[] = [
        () => nwc.Tasks['Get_tasks']?.(value),
        () => nwc.Tasks['Get_tasks']?.({ workflowInstanceId: value, sid: value, Accept_Language: value }),
        () => nwc.Tasks['Get_tasks']?.({ HttpHeaders: value }),
        () => nwc.Tasks['Get_tasks']?.({ HttpHeaders: { 'x-a': value } }),
        () => nwc.Tasks['Get_tasks']?.({ HttpHeaders: [value] }),
        () => nwc.Tasks['Patch_task']?.({ id: value }),
        () => nwc.Tasks['Patch_task']?.({ id: '7', Outcome: value }),
        () => nwc.Tasks['Patch_task']?.({ id: '7', Outcome: { nested: value } }),
        () => nwc.Tasks['Patch_task']?.({ id: '7' }, value === 'text' ? undefined : { signal: value }),
        () => nwc.Tasks['Patch_task']?.({ id: '7' }, { timeoutMs: value }),
        ...Object.keys(nwc.HTTPHeader).flatMap((method) => [
          () => nwc.HTTPHeader[method]?.(value),
          () => nwc.HTTPHeader[method]?.({ Name: value }),
          () => nwc.HTTPHeader[method]?.({ Serialized_Array: value }),
          () => nwc.HTTPHeader[method]?.({ Serialized_List: value, Serialized_Item__String_: value }),
        ]),
        () => connectTasks(value as never).Tasks,
        () => connectTasks({ serviceUrl: value as never }),
        () => connectTasks({ timeoutMs: value as never }),
        () => connectTasks({ maxResponseBytes: value as never }),
        () => connectTasks({ authentication: value as never }),
        () => connectTasks({ defaultHeaders: value as never }),
        () => connectTasks({ defaultHeaders: { a: value as never } }),
        () => connectTasks({ variables: value as never }),
        () =>
          connectTasks({
            serviceUrl: server.origin,
            authentication: { mode: 'bearer', token: value as never },
          }).Tasks.Get_tasks({}),
      ];
      for (const call of calls) await endsWell(call);
      await server.close();
    });
  }
});

interface Loose {
  readonly Tasks: Record<string, (inputs?: unknown, options?: unknown) => unknown>;
  readonly HTTPHeader: Record<string, (inputs?: unknown) => unknown>;
}

describe('options of connect', () => {
  const rows: { name: string; options: unknown; want: string }[] = [
    { name: 'no Dispatcher', options: { dispatcher: {} }, want: 'dispatcher is no Dispatcher of undici' },
    {
      name: 'connections of its own and others',
      options: { dispatcher: new Agent(), ownConnections: true },
      want: 'ownConnections means connections of its own',
    },
    {
      name: 'a time for connections that are not its own',
      options: { dispatcher: new Agent(), connectTimeoutMs: 5 },
      want: 'connectTimeoutMs means connections of its own',
    },
    {
      name: 'no hook',
      options: { hooks: { afterAnswer: 'x' } },
      want: 'the hook afterAnswer is no function',
    },
  ];
  for (const { name, options, want } of rows) {
    test(`refused: ${name}`, async () => {
      const error = await thrownBy(() => connectTasks(options as never));
      expect(error).toMatchObject({ name: 'SettingError', code: 'SETTING_INVALID' });
      expect(error.message).toContain(want);
    });
  }
});

describe('options of a call', () => {
  const rows: { name: string; options: unknown; want: string }[] = [
    { name: 'timeoutMs as text', options: { timeoutMs: '100' }, want: 'timeoutMs is not a number above 0' },
    { name: 'timeoutMs 0', options: { timeoutMs: 0 }, want: 'timeoutMs is not a number above 0' },
    { name: 'timeoutMs NaN', options: { timeoutMs: Number.NaN }, want: 'timeoutMs is not a number above 0' },
    { name: 'no signal', options: { signal: {} }, want: 'signal is no AbortSignal' },
  ];
  for (const { name, options, want } of rows) {
    test(`refused: ${name}`, async () => {
      const nwc: TasksConnector = connectTasks({});
      const error = await thrownBy(() => nwc.Tasks.Get_tasks({}, options as never));
      expect(error).toMatchObject({ name: 'SettingError', code: 'SETTING_INVALID' });
      expect(error.message).toContain(want);
    });
  }

  test('what connect gives cannot be changed', () => {
    const nwc = connectTasks({});
    expect(Object.isFrozen(nwc) && Object.isFrozen(nwc.Tasks) && Object.isFrozen(nwc.Tasks.Get_tasks)).toBe(
      true,
    );
    expect(Object.getPrototypeOf(nwc.Tasks)).toBeNull();
  });
});
