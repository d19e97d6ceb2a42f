/** Services that misbehave, each in one way, and what a call must make of it. */
import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ConnectOptions } from '../../../src/runtime/connect-options.js';

export const SECRET = 's3cret-of-the-instance';

export interface Fault {
  readonly name: string;
  /** What the service does once a request has arrived. */
  readonly answer: (socket: Socket) => void;
  readonly want: { readonly name: string; readonly code: string; readonly HttpResponseCode?: number };
  readonly hasCause?: true;
  readonly timeoutMs?: number;
  readonly options?: ConnectOptions;
}

export const head = (status: string, ...headers: string[]): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`;

export const say =
  (text: string, ending: 'end' | 'open' = 'end') =>
  (socket: Socket): void =>
    void (ending === 'end' ? socket.end(text) : socket.write(text));

export const whole = (status: string, body: string, ...headers: string[]): string =>
  head(status, `content-length: ${Buffer.byteLength(body)}`, ...headers) + body;

function drip(socket: Socket, start: string, drop: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(drop), 10);
  socket.on('close', () => clearInterval(timer));
}

function flood(socket: Socket, start: string, wave: string | Buffer): void {
  socket.write(start);
  const more = (): void => void (socket.destroyed || socket.write(wave, () => setTimeout(more, 1)));
  more();
}

function packed(coding: string, body: Buffer): (socket: Socket) => void {
  return (socket) => {
    socket.write(head('200 OK', `content-encoding: ${coding}`, ECHO, `content-length: ${body.length}`));
    socket.write(body);
  };
}

const tasks = '{"tasks":[]}'.padEnd(500);
const bomb = gzipSync(Buffer.alloc(50_000_000));
const deep = '['.repeat(100_000) + ']'.repeat(100_000);

/** What the answer echoes of the request must not be shown either. */
const ECHO = `x-echo: Bearer ${SECRET}`;

const MALFORMED = { name: 'ResponseError', code: 'RESPONSE_MALFORMED', HttpResponseCode: 200 };
export const FAILED = { name: 'ConnectionError', code: 'CONNECTION_FAILED' };
const LATE = { name: 'TimeoutError', code: 'TIMEOUT' };
const LARGE = { name: 'ResponseError', code: 'RESPONSE_TOO_LARGE', HttpResponseCode: 200 };
const notSuccess = (HttpResponseCode: number) =>
  ({ name: 'ResponseError', code: 'RESPONSE_NOT_SUCCESS', HttpResponseCode }) as const;

const CUT: readonly Fault[] = [
  {
    name: 'a truncated body',
    answer: say(`${head('200 OK', 'content-length: 100', ECHO)}{"tasks":`),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'no last chunk',
    answer: say(`${head('200 OK', 'transfer-encoding: chunked', ECHO)}2\r\n{}\r\n`),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'a chunk without a size',
    answer: say(`${head('200 OK', 'transfer-encoding: chunked', ECHO)}${SECRET}\r\n{}\r\n`),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'more bytes than declared',
    answer: say(`${head('200 OK', 'content-length: 5')}{"tasks":[]}`),
    want: MALFORMED,
  },
  {
    name: 'a reset in the middle',
    answer: (socket) =>
      void socket.write(`${head('200 OK', 'content-length: 100', ECHO)}{`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      ),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'a gzip that is cut, and all the same valid JSON so far',
    answer: packed('gzip', gzipSync(tasks).subarray(0, -6)),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'a brotli that is cut',
    answer: packed('br', brotliCompressSync(tasks).subarray(0, -2)),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'what is said to be gzip',
    answer: packed('gzip', Buffer.from('{}')),
    want: MALFORMED,
    hasCause: true,
  },
  { name: 'an encoding nobody knows', answer: packed(`x-${SECRET}`, Buffer.from('{}')), want: MALFORMED },
  {
    name: 'a reset before the answer',
    answer: (socket) => void socket.resetAndDestroy(),
    want: FAILED,
    hasCause: true,
  },
  { name: 'a close before the answer', answer: (socket) => void socket.end(), want: FAILED, hasCause: true },
];

const SLOW_OR_ENDLESS: readonly Fault[] = [
  { name: 'no answer', answer: () => undefined, want: LATE, timeoutMs: 150 },
  {
    name: 'slow headers',
    answer: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx: ', 'x'),
    want: LATE,
    timeoutMs: 200,
  },
  {
    name: 'interim answers for ever',
    answer: (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
    want: LATE,
    timeoutMs: 200,
  },
  {
    name: 'a slow body',
    answer: (socket) => drip(socket, head('200 OK', 'transfer-encoding: chunked'), '1\r\n \r\n'),
    want: LATE,
    timeoutMs: 200,
  },
  {
    name: 'an endless body',
    answer: (socket) =>
      flood(socket, head('200 OK', 'transfer-encoding: chunked'), `4000\r\n${'x'.repeat(0x4000)}\r\n`),
    want: LARGE,
  },
  {
    name: 'a gzip bomb, and more to come',
    answer: (socket) => {
      socket.write(head('200 OK', 'content-encoding: gzip', ECHO, 'content-length: 900000'));
      socket.write(bomb);
    },
    want: LARGE,
  },
  {
    name: 'a gzip that unpacks to nothing, for ever',
    answer: (socket) => {
      socket.write(head('200 OK', 'content-encoding: gzip', ECHO));
      socket.write(gzipSync('').subarray(0, 10));
      // RFC 1951 §3.2.4: a stored block of no bytes, again and again.
      flood(socket, '', Buffer.from('000000ffff'.repeat(0x4000), 'hex'));
    },
    want: LARGE,
  },
  {
    name: 'a length beyond the limit',
    answer: say(head('200 OK', 'content-length: 999999999'), 'open'),
    want: LARGE,
  },
];

const NOT_AS_PROMISED: readonly Fault[] = [
  {
    name: 'invalid JSON with 200',
    answer: say(whole('200 OK', `{"tasks": ${SECRET}`, ECHO)),
    want: MALFORMED,
  },
  { name: 'an empty 200', answer: say(whole('200 OK', '', ECHO)), want: MALFORMED },
  { name: 'HTML with 200', answer: say(whole('200 OK', `<h1>${SECRET}</h1>`, ECHO)), want: MALFORMED },
  { name: 'JSON 100,000 deep', answer: say(whole('200 OK', deep)), want: MALFORMED },
  {
    name: 'JSON 100,000 deep in a Property',
    answer: say(whole('200 OK', `{"tasks":${deep}}`)),
    want: MALFORMED,
  },
  {
    name: 'a charset nobody knows',
    answer: say(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=${SECRET}\r\ncontent-length: 2\r\n\r\n{}`,
    ),
    want: MALFORMED,
  },
  {
    name: 'bytes that are no text in its charset',
    answer: (socket) => void socket.end(whole('200 OK', '{"tasks":["\u0080"]}', ECHO), 'latin1'),
    want: MALFORMED,
  },
  {
    name: 'HTML with 500',
    answer: say(whole('500 Oh', `<h1>${SECRET}</h1>`, ECHO)),
    want: notSuccess(500),
  },
  { name: '429', answer: say(whole('429 Later', '', 'retry-after: 86400', ECHO)), want: notSuccess(429) },
  {
    name: '204 that declares a body',
    answer: say(whole('204 Nothing', '{}')),
    want: { ...MALFORMED, HttpResponseCode: 204 },
    hasCause: true,
  },
];

const NOT_HTTP: readonly Fault[] = [
  {
    name: 'huge headers',
    answer: say(whole('200 OK', '{}', `x-huge: ${'x'.repeat(100_000)}`)),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'thousands of headers',
    answer: say(whole('200 OK', '{}', ...Array<string>(5_000).fill('x-many: 1'))),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'two lengths',
    answer: say(`${head('200 OK', 'content-length: 2', 'content-length: 3')}{}`),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'a header with a NUL',
    answer: say(whole('200 OK', '{}', `x-echo: \0${SECRET}`)),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'another protocol',
    answer: say(head('101 Switching Protocols', 'connection: upgrade', `upgrade: ${SECRET}`)),
    want: FAILED,
    hasCause: true,
  },
  { name: 'no HTTP', answer: say(`SSH-2.0 ${SECRET}\r\n`), want: FAILED, hasCause: true },
];

const REDIRECTING: readonly Fault[] = [
  {
    name: 'a redirect',
    answer: say(whole('307 There', '', 'location: https://other.example/')),
    want: notSuccess(307),
  },
  {
    name: 'a redirect loop where redirects are allowed',
    answer: say(whole('302 There', '', 'location: /v2/tasks', 'connection: close', ECHO)),
    options: { redirects: 3 },
    want: { name: 'ResponseError', code: 'REDIRECT_REFUSED', HttpResponseCode: 302 },
  },
  {
    name: 'a redirect from here to a scheme that tells a secret',
    answer: say(whole('302 There', '', `location: ${SECRET}://other.example/${SECRET}`, ECHO)),
    options: { redirects: 3 },
    want: { name: 'ResponseError', code: 'REDIRECT_REFUSED', HttpResponseCode: 302 },
  },
];

export const FAULTS: readonly Fault[] = [
  ...CUT,
  ...SLOW_OR_ENDLESS,
  ...NOT_AS_PROMISED,
  ...NOT_HTTP,
  ...REDIRECTING,
];
