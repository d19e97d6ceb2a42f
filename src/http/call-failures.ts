import { ConnectionError, ResponseError, TimeoutError } from '../base/errors.js';
import { visibleText } from '../base/visible-text.js';
import type { HttpRequest } from './http-request.js';

/** What messages about a call may tell: never a header, never the path or the query as they were filled in. */
export interface Call {
  readonly who: string;
  readonly request: HttpRequest;
}

/** What is known of an answer once its headers are in. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export function connectionFailed({ who, request }: Call, cause: unknown): ConnectionError {
  return new ConnectionError('CONNECTION_FAILED', {
    who,
    what: `no answer from ${addressOf(request)} (${reasonOf(cause)})`,
    advice: 'Check the service URL, the network and, for https, the certificate',
    cause,
  });
}

export function timedOut({ who, request }: Call, timeoutMs: number): TimeoutError {
  return new TimeoutError('TIMEOUT', {
    who,
    what: `no whole answer from ${addressOf(request)} within ${Math.round(timeoutMs)} ms`,
    advice: 'Allow more time, or ask for less at once',
  });
}

export function answerTooLarge({ who, request }: Call, head: AnswerHead, maxBytes: number): ResponseError {
  return new ResponseError('RESPONSE_TOO_LARGE', {
    who,
    what: `the answer of ${addressOf(request)} is larger than ${maxBytes} bytes`,
    advice: 'Ask for less at once, or raise the limit',
    HttpResponseCode: head.status,
    headers: head.headers,
    body: '',
  });
}

export function answerMalformed(
  { who, request }: Call,
  head: AnswerHead,
  what: string,
  cause?: unknown,
): ResponseError {
  return new ResponseError('RESPONSE_MALFORMED', {
    who,
    what: `the answer of ${addressOf(request)} ${what}`,
    advice: 'Try again; if it stays so, tell whoever runs the service',
    HttpResponseCode: head.status,
    headers: head.headers,
    body: '',
    cause,
  });
}

/** `who` tells what was called; what a filled-in path adds are the values of a call, and those may be anything. */
function addressOf({ origin }: HttpRequest): string {
  return visibleText(origin);
}

// Only codes: messages of lower layers may quote what was sent.
function reasonOf(cause: unknown): string {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (typeof code === 'string') return visibleText(code);
  return cause instanceof AggregateError ? reasonOf(cause.errors[0]) : 'no reason given';
}
