import { type Dispatcher, util } from 'undici';

/**
 * A handler that a dispatcher of undici 6 can use as well. Node 20's own undici is such a one, and as soon as its
 * `fetch` was called, its dispatcher is the global one that every undici of the process takes.
 */
export function handlerForEither(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  const controller = new OlderController();
  return {
    onRequestStart: (newer, context) => handler.onRequestStart?.(newer, context),
    onResponseStart: (newer, ...head) => handler.onResponseStart?.(newer, ...head),
    onResponseData: (newer, chunk) => handler.onResponseData?.(newer, chunk),
    onResponseEnd: (newer, trailers) => handler.onResponseEnd?.(newer, trailers),
    onResponseError: (newer, error) => handler.onResponseError?.(newer, error),
    onConnect: (abort) => {
      controller.abortRequest = abort;
      handler.onRequestStart?.(controller, {});
    },
    onHeaders: (status, headers, resume, statusText) => {
      controller.resumeAnswer = resume;
      handler.onResponseStart?.(controller, status, util.parseHeaders(headers), statusText);
      return !controller.paused;
    },
    onData: (chunk) => {
      handler.onResponseData?.(controller, chunk);
      return !controller.paused;
    },
    onComplete: () => handler.onResponseEnd?.(controller, {}),
    onError: (error) => handler.onResponseError?.(controller, error),
  };
}

/** What undici 7 hands to a handler, over the functions that undici 6 hands to it. */
class OlderController implements Dispatcher.DispatchController {
  abortRequest: ((reason?: Error) => void) | undefined;
  resumeAnswer: (() => void) | undefined;
  paused = false;
  aborted = false;
  reason: Error | null = null;

  abort(reason: Error): void {
    this.aborted = true;
    this.reason = reason;
    this.abortRequest?.(reason);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    this.resumeAnswer?.();
  }
}
