import type { HttpRequest } from '../http/http-request.js';
import type { CallState } from './careful-send.js';
import { isInside } from './same-place.js';

/**
 * Whether a redirect has led away from the Service Instance: what is added on the way, by a hook or by the application's
 * propagator, may be a credential or tell of the caller, and stays at home.
 */
export function isElsewhere({ instance, plan, prepared }: CallState, request: HttpRequest): boolean {
  if (request.origin === prepared.request.origin && request.path === prepared.request.path) return false;
  const { origin, basePath } = instance.addressOf(plan.definition);
  const target = request.origin + request.path;
  return !URL.canParse(target) || !isInside(new URL(target), origin, basePath);
}
