/** What the service of the soak does to every twentieth call, and how such a call must end. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const ONE_IN = 20;

/** Largest answer that the soak reads, in bytes. */
export const MAX_RESPONSE_BYTES = 1_000_000;

export interface SoakFault {
  readonly name: string;
  readonly answer: (response: ServerResponse) => void;
  /** The code of the error, or `ok`. */
  readonly end: string;
  /** How many requests the call makes: 2 where it is tried again. */
  readonly requests: 1 | 2;
  /** The second request is answered as it should be. */
  readonly passes?: true;
  /** In milliseconds, where the call must not wait. */
  readonly timeoutMs?: number;
  /** The caller gives up after so many milliseconds. */
  readonly abortAfterMs?: number;
}

const cutGzip = gzipSync('{"tasks":[]}').subarray(0, -6);
const bomb = gzipSync(Buffer.alloc(4 * MAX_RESPONSE_BYTES));

const silence = (): void => undefined;

const FAULTS: readonly SoakFault[] = [
  { name: 'hangs up once', answer: (to) => void to.destroy(), end: 'ok', requests: 2, passes: true },
  { name: 'hangs up', answer: (to) => void to.destroy(), end: 'CONNECTION_FAILED', requests: 2 },
  { name: 'cuts the body', answer: cutBody, end: 'RESPONSE_MALFORMED', requests: 2 },
  {
    name: '500 with HTML',
    answer: (to) => void to.writeHead(500, { 'content-type': 'text/html' }).end('<h1>no</h1>'),
    end: 'RESPONSE_NOT_SUCCESS',
    requests: 1,
  },
  {
    name: 'half of a JSON text',
    answer: (to) => void to.writeHead(200, { 'content-type': 'application/json' }).end('{"tasks":'),
    end: 'RESPONSE_MALFORMED',
    requests: 1,
  },
  {
    name: '503, then 200',
    answer: (to) => void to.writeHead(503, { 'retry-after': '0' }).end(),
    end: 'ok',
    requests: 2,
    passes: true,
  },
  {
    name: 'cuts the gzip',
    answer: (to) => void to.writeHead(200, { 'content-encoding': 'gzip' }).end(cutGzip),
    end: 'RESPONSE_MALFORMED',
    requests: 2,
  },
  {
    name: 'a gzip bomb',
    answer: (to) => void to.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    end: 'RESPONSE_TOO_LARGE',
    requests: 1,
  },
  {
    name: 'a length beyond the limit',
    answer: (to) => void to.writeHead(200, { 'content-length': 2 * MAX_RESPONSE_BYTES }).write('{'),
    end: 'RESPONSE_TOO_LARGE',
    requests: 1,
  },
  { name: 'silence', answer: silence, end: 'TIMEOUT', requests: 1, timeoutMs: 400 },
  { name: 'silence, given up', answer: silence, end: 'given up', requests: 1, abortAfterMs: 200 },
];

function cutBody(to: ServerResponse): void {
  to.writeHead(200, { 'content-length': '100' }).write('{"tasks":');
  setTimeout(() => to.destroy(), 5);
}

/** The fault that call `n` meets. */
export function faultOf(n: number): SoakFault | undefined {
  return n % ONE_IN === 0 ? FAULTS[(n / ONE_IN) % FAULTS.length] : undefined;
}

/** How many requests the service got. */
export interface RequestCounts {
  ending: number;
  givenUp: number;
}

/** Whether the call does not wait for its end: on a busy machine it may be over before its request is sent. */
export function isGivenUp(fault: SoakFault | undefined): boolean {
  return fault?.timeoutMs !== undefined || fault?.abortAfterMs !== undefined;
}
