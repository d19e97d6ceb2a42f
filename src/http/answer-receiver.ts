import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { RestBrokerError } from '../base/errors.js';
import {
  type AnswerHead,
  answerMalformed,
  answerTooLarge,
  type Call,
  connectionFailed,
} from './call-failures.js';
import { TooManyBytes } from './collect-bytes.js';
import { decodeContent, UnknownCoding } from './decode-content.js';
import { flatHeaders } from './flat-headers.js';
import type { HttpAnswer } from './http-request.js';

type Controller = Dispatcher.DispatchController;

/**
 * Takes one answer from undici as its bytes arrive. Its `request` would make a stream for each answer, which costs
 * more than all else; most answers are read at once and need none.
 */
export abstract class AnswerReceiver implements Dispatcher.DispatchHandler {
  readonly call: Call;
  readonly #maxBytes: number;
  #controller: Controller | undefined;
  #stopReason: unknown;
  #stopped = false;
  #head: AnswerHead | undefined;
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** Only where a content encoding has to be taken off. */
  #coded: Readable | undefined;

  constructor(call: Call, maxBytes: number) {
    this.call = call;
    this.#maxBytes = maxBytes;
  }

  /** Called once at least; the first of `onAnswer` and `onFailure` counts. */
  protected abstract onAnswer(answer: HttpAnswer): void;
  protected abstract onFailure(error: unknown): void;

  /** Makes undici drop the connection of this call, as soon as there is one. */
  stop(reason: unknown): void {
    this.#stopped = true;
    this.#stopReason = reason;
    this.#drop(reason);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(asError(this.#stopReason));
  }

  onResponseStart(controller: Controller, status: number, raw: Record<string, string | string[]>): void {
    // An interim answer (RFC 9110 section 15.2): the real one follows.
    if (status < 200) return;
    const headers = flatHeaders(raw);
    this.#head = { status, headers };
    const coding = headers['content-encoding'];
    if (Number(headers['content-length']) > this.#maxBytes && !this.#isBodiless(status)) {
      this.#fail(this.#head, new TooManyBytes());
    } else if (coding !== undefined && coding !== '' && coding.toLowerCase() !== 'identity') {
      this.#decode(this.#head, coding, controller);
    }
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#coded !== undefined) {
      // What is packed may unpack to nothing for ever: the limit counts before as well.
      if (this.#length > this.#maxBytes) this.#coded.destroy(new TooManyBytes());
      else if (!this.#coded.push(chunk)) controller.pause();
    } else if (this.#length <= this.#maxBytes) this.#chunks.push(chunk);
    else if (this.#head !== undefined) this.#fail(this.#head, new TooManyBytes());
  }

  onResponseEnd(): void {
    if (this.#coded !== undefined) this.#coded.push(null);
    else if (this.#head !== undefined) this.onAnswer({ ...this.#head, body: this.#body() });
  }

  onResponseError(_controller: Controller, cause: Error): void {
    // A streamed body that could not be read: not the connection's fault.
    if (cause instanceof RestBrokerError) this.onFailure(cause);
    else if (this.#head === undefined) this.onFailure(connectionFailed(this.call, cause));
    else if (this.#coded !== undefined) this.#coded.destroy(cause);
    else this.onFailure(bodyFailure(this.call, this.#head, this.#maxBytes, cause));
  }

  /** In memory of its own: a piece as it arrives is a view of what came before it, headers included. */
  #body(): Uint8Array {
    const body = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      body.set(chunk, at);
      at += chunk.length;
    }
    return body;
  }

  #decode(head: AnswerHead, coding: string, controller: Controller): void {
    const coded = new Readable({ read: () => controller.resume() });
    this.#coded = coded;
    // Whoever destroys it early (a bomb, padding that does not end) also means the connection.
    coded.on('close', () => {
      if (!coded.readableEnded) this.#drop(new TooManyBytes());
    });
    decodeContent(coded, coding, this.#maxBytes).then(
      (body) => this.onAnswer({ ...head, body }),
      (cause: unknown) => {
        coded.on('error', ignore).destroy();
        this.#fail(head, cause);
      },
    );
  }

  #fail(head: AnswerHead, cause: unknown): void {
    this.#chunks = [];
    this.onFailure(bodyFailure(this.call, head, this.#maxBytes, cause));
    this.#drop(cause);
  }

  #drop(reason: unknown): void {
    this.#controller?.abort(asError(reason));
  }

  /** Answers that declare the length of a body they do not have (RFC 9110 sections 8.6, 15.4.5). */
  #isBodiless(status: number): boolean {
    return this.call.request.verb === 'HEAD' || status === 204 || status === 304;
  }
}

function bodyFailure(call: Call, head: AnswerHead, maxBytes: number, cause: unknown): Error {
  if (cause instanceof TooManyBytes) return answerTooLarge(call, head, maxBytes);
  // It stands among the headers, where secrets can be masked.
  if (cause instanceof UnknownCoding)
    return answerMalformed(call, head, 'has a content encoding that is not known');
  const decoding = head.headers['content-encoding'] !== undefined;
  return answerMalformed(call, head, decoding ? 'is cut off or cannot be decoded' : 'is cut off', cause);
}

// A caller may abort with anything as its reason.
function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('given up');
}

function ignore(): void {}
