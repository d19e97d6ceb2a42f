import { describe, expect, test } from 'vitest';
import { ConnectionError } from '../../src/base/errors.js';
import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import type { CallOptions } from '../../src/runtime/call-options.js';
import type { Method } from '../../src/runtime/connect.js';
import { delayMsOf, type Outcome } from '../../src/runtime/retry.js';
import { retryAfterOf } from '../../src/runtime/retry-after.js';
import { type Answer, boundTo, connected, connectedTo, json, serving } from './connected-tasks.js';
import type { Row } from './tasks-connector.js';
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

describe('how long is waited', () => {
  const answered = (status: number, headers: Record<string, string> = {}): Outcome => ({
    answer: { status, headers, body: new Uint8Array(0) },
  });
  const failed: Outcome = {
    error: new ConnectionError('CONNECTION_FAILED', { who: 'nwc', what: 'no answer' }),
  };
  const rows: { name: string; given: [Outcome, number, number]; want: number | undefined }[] = [
    { name: 'at most 0.2 s at first', given: [answered(503), 0, 1], want: 200 },
    { name: 'twice that then', given: [failed, 1, 1], want: 400 },
    { name: 'any part of it, by chance', given: [failed, 1, 0.25], want: 100 },
    { name: 'longer after 429', given: [answered(429), 0, 1], want: 1_000 },
    { name: 'never longer than 20 s', given: [answered(503), 20, 1], want: 20_000 },
    { name: 'what Retry-After asks for', given: [answered(503, { 'retry-after': '3' }), 0, 0], want: 3_000 },
    { name: '0.1 s where it asks for none', given: [answered(429, { 'retry-after': '0' }), 0, 0], want: 100 },
    {
      name: 'not longer than 20 s for it',
      given: [answered(503, { 'retry-after': '21' }), 0, 0],
      want: undefined,
    },
    { name: 'not at all after success', given: [answered(200), 0, 1], want: undefined },
    { name: 'nor after 500', given: [answered(500), 0, 1], want: undefined },
    { name: 'nor after what we refused', given: [{ error: new Error('no') }, 0, 1], want: undefined },
  ];
  for (const { name, given, want } of rows) test(name, () => expect(delayMsOf(...given)).toBe(want));
});

describe('of every verb', () => {
  const verbs: { verb: string; sent: number }[] = [
    { verb: 'GET', sent: 3 },
    { verb: 'HEAD', sent: 3 },
    { verb: 'OPTIONS', sent: 3 },
    { verb: 'POST', sent: 1 },
    { verb: 'PUT', sent: 1 },
    { verb: 'PATCH', sent: 1 },
    { verb: 'DELETE', sent: 1 },
  ];
  const faults: { name: string; answer: Answer }[] = [
    { name: 'hung up', answer: hangUp },
    { name: 'cut off', answer: cut },
    { name: '503', answer: later('0') },
    { name: '429', answer: json(429, {}, { 'retry-after': '0' }) },
    { name: '502', answer: json(502, {}) },
  ];
  for (const { verb, sent } of verbs) {
    for (const { name, answer } of faults) {
      // A HEAD has no body that could be cut.
      if (verb === 'HEAD' && name === 'cut off') continue;
      test(`${verb}, ${name}: sent ${sent} times at most`, async () => {
        const definition: ServiceObjectDefinition = {
          systemName: 'Things',
          methods: { Run: { verb, path: '/things', answers: { '200': { as: 'item' } } } },
        };
        const server = await serving(answer);
        const things = boundTo<{ readonly Run: Method<Row, Row, unknown> }>(server.origin, definition, {
          retries: 2,
        });
        await thrownBy(() => things.Run({}));
        expect(server.received.map((request) => request.verb)).toEqual(Array(sent).fill(verb));
      });
    }
  }
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-01T00:00:00Z');
  const rows: [string | undefined, number | undefined][] = [
    ['3', 3],
    ['99999999999999999999', Number.MAX_SAFE_INTEGER],
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
