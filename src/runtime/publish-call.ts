import { CALL_CHANNELS } from './call-channels.js';
import type { CalledMethod } from './call-method.js';
import type { MethodPlan } from './method-plan.js';
import type { OpenServiceInstance } from './open-service-instance.js';

/** One call as it is told of on `rest-broker:call:start`, `:end` and `:error`: the same object on each. */
export interface CallEvent {
  /** `nwc › Tasks › Get_tasks`. */
  readonly method: string;
  readonly serviceInstance: string;
  readonly verb: string;
  /** As described, never filled in. */
  readonly pathTemplate: string;
  /** From `end` on. */
  durationMs?: number;
  HttpResponseCode?: number;
  /** On `error`. */
  error?: unknown;
}

/** Tells of a call before and after it; what a subscriber throws is the process's, as with any channel. */
export async function publishCall(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  act: () => Promise<CalledMethod>,
): Promise<CalledMethod> {
  const startedAt = performance.now();
  const { verb, path } = plan.definition;
  const event: CallEvent = {
    method: plan.who,
    serviceInstance: instance.name,
    verb,
    pathTemplate: path,
  };
  CALL_CHANNELS.start.publish(event);
  try {
    const called = await act();
    event.durationMs = performance.now() - startedAt;
    event.HttpResponseCode = called.answer.status;
    CALL_CHANNELS.end.publish(event);
    return called;
  } catch (error) {
    event.durationMs = performance.now() - startedAt;
    event.error = error;
    CALL_CHANNELS.error.publish(event);
    throw error;
  }
}
