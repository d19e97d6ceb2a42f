import { describe, expect, test } from 'vitest';
import type { CallOptions } from '../../src/runtime/open-service-instance.js';
import { retryAfterOf } from '../../src/runtime/retry-after.js';
import { type Answer, connected, connectedTo, json } from './connected-tasks.js';
import { thrownBy } from './thrown-by.js';

/** One answer after the other; the last for ever. */
function inTurn(...answers: Answer[]): Answer {
  let count = 0;
  return (response, request) => {
    const answer = answers[Math.min(count, answers.length - 1)] as Answer;
    count += 1;
    answer(response, request);
  };
}

const OK = json(200, { tasks: [] });
const NONE: Answer = (response) => void response.writeHead(204).end();
const hangUp: Answer = (response) => void response.destroy();
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{');
  setTimeout(() => response.destroy(), 10);
};
const later = (after: string): Answer => json(503, {}, { 'retry-after': after });

describe('a call is tried again', () => {
  const rows: { name: string; first: Answer }[] = [
    { name: '429', first: later('0') },
    { name: '503', first: json(503, {}) },
    { name: 'hung up', first: hangUp },
    { name: 'cut off', first: cut },
    { name: 'Retry-After as a date', first: later(new Date(Date.now() - 1000).toUTCString()) },
  ];
  for (const { name, first } of rows) {
    test(name, async () => {
      const { server, nwc } = await connected(inTurn(first, OK), { retries: 2 });
      expect(await nwc.Tasks.Get_tasks({})).toMatchObject({ HttpResponseCode: 200 });
      expect(server.received).toHaveLength(2);
    });
  }

  test('by registration as well', async () => {
    const { server, nwc } = await connected(inTurn(json(503, {}), OK), {}, { retries: 1 });
    await nwc.Tasks.Get_tasks({});
    expect(server.received).toHaveLength(2);
  });

  test('three times in all at most', async () => {
    const { server, nwc } = await connected(later('0'), { retries: 2 });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({
      HttpResponseCode: 503,
      retryAfter: 0,
    });
    expect(server.received).toHaveLength(3);
  });

  test('while the budget of the Service Instance lasts', async () => {
    const { server, nwc } = await connected(later('0'), { retries: 2 });
    await Promise.all(Array.from({ length: 30 }, () => thrownBy(() => nwc.Tasks.Get_tasks({}))));
    expect(server.received).toHaveLength(40);
  });
});

describe('a call is not tried again', () => {
  test('by default', async () => {
    const { server, nwc } = await connected(json(503, {}));
    await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(server.received).toHaveLength(1);
  });

  test('where it does something, unless the caller says so', async () => {
    const rows: { inputs: object; options: CallOptions; want: number }[] = [
      { inputs: {}, options: {}, want: 1 },
      { inputs: {}, options: { idempotent: true }, want: 2 },
      { inputs: { HttpHeaders: { 'Idempotency-Key': 'k1' } }, options: {}, want: 2 },
      { inputs: { HttpHeaders: { 'Idempotency-Key': 'k1' } }, options: { idempotent: false }, want: 1 },
    ];
    for (const { inputs, options, want } of rows) {
      const { server, nwc } = await connected(inTurn(hangUp, NONE), { retries: 1 });
      await nwc.Tasks.Patch_task({ id: '7', ...inputs }, options).catch(() => undefined);
      expect(server.received).toHaveLength(want);
    }
  });

  test('where the service wants more patience than there is', async () => {
    const { server, nwc } = await connected(later('86400'), { retries: 2 });
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject({ code: 'RESPONSE_NOT_SUCCESS', retryAfter: 86_400 });
    expect(server.received).toHaveLength(1);
  });

  test('where it would be over the deadline', async () => {
    const { server, nwc } = await connected(later('2'), { retries: 2 });
    await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs: 1_000 }));
    expect(server.received).toHaveLength(1);
  });

  test('where the answer is another fault', async () => {
    const { server, nwc } = await connected(json(500, {}), { retries: 2 });
    await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(server.received).toHaveLength(1);
  });

  test('after the signal', async () => {
    const { server, nwc } = await connected(later('3'), { retries: 2 });
    const reason = new Error('enough');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 60);
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: controller.signal }))).toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  for (const retries of [-1, 1.5, 3, Number.NaN])
    test(`retries: ${retries} is refused`, async () =>
      expect(await thrownBy(() => connectedTo('https://a.example', { retries }))).toMatchObject({
        code: 'SETTING_INVALID',
      }));
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-01T00:00:00Z');
  const rows: [string | undefined, number | undefined][] = [
    ['3', 3],
    ['Sun, 01 Nov 2026 00:01:00 GMT', 60],
    ['Sat, 31 Oct 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [given, want] of rows)
    test(`${given}`, () =>
      expect(retryAfterOf(given === undefined ? {} : { 'retry-after': given }, () => now)).toBe(want));
});
