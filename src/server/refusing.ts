import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, Refusal } from './refusal.js';

type ErrorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** fastify's error handler: says what the caller did wrong, and nothing of what went wrong inside. */
export function refusing(onFault: ((error: unknown) => void) | undefined): ErrorHandler {
  return (error, _request, reply) => {
    const { status, message, headers } = refusalOf(error);
    if (status === 500) onFault?.(error);
    reply
      .status(status)
      .headers({ ...headers, 'cache-control': 'no-store' })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(status, message)));
  };
}

function refusalOf(error: unknown): Pick<Refusal, 'status' | 'message' | 'headers'> {
  if (error instanceof Refusal) return error;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return { status, message: 'The body is too large.', headers: {} };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, message: 'The request does not hold.', headers: {} };
  }
  // What went wrong inside is not the caller's to read.
  return { status: 500, message: 'It could not be done because of a fault in the server.', headers: {} };
}
