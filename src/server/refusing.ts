import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, WorkflowError } from '../base/errors.js';
import { problemBody, Refusal } from './refusal.js';

/** What a workflow says to what it was given; the messages hold no values. */
const OF_THE_CALLER: readonly ErrorCode[] = ['ACTION_UNKNOWN', 'DATA_FIELD_INVALID', 'VALUE_UNSTORABLE'];

type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** fastify's error handler: says what the caller did wrong, and nothing of what went wrong inside. */
export function refusing(onFault: ((error: unknown) => void) | undefined): ErrorHandler {
  return (error, _request, reply) => {
    const { status, message, headers } = refusalOf(error);
    if (status >= 500) onFault?.(error);
    reply
      .status(status)
      .headers({ ...headers, 'cache-control': 'no-store' })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(status, message)));
  };
}

/** Seconds after which a store that failed may be there again. */
const RETRY_AFTER_S = 5;

function refusalOf(error: unknown): Pick<Refusal, 'status' | 'message' | 'headers'> {
  if (error instanceof Refusal) return error;
  if (error instanceof WorkflowError && OF_THE_CALLER.includes(error.code)) {
    return { status: 400, message: error.message, headers: {} };
  }
  if (error instanceof WorkflowError && error.code === 'STORE_UNUSABLE') {
    const headers = { 'retry-after': String(RETRY_AFTER_S) };
    return {
      status: 503,
      message: 'It cannot be done now because of a fault in the store: try again later.',
      headers,
    };
  }
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  // Of a body without a type, or with one that is none: fastify itself does not read that.
  if (status === 415) return { status, message: 'The body must be application/json.', headers: {} };
  if (status === 413) return { status, message: 'The body is too large.', headers: {} };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, message: 'The request is not one that can be answered.', headers: {} };
  }
  // What went wrong inside is not the caller's to read.
  return { status: 500, message: 'It could not be done because of a fault in the server.', headers: {} };
}
