import { defaultMaxListeners, getMaxListeners, setMaxListeners } from 'node:events';

const MANY = 10_000;

/**
 * Node warns of a leak where a signal has more than ten listeners. One signal may well end hundreds of calls at a time,
 * and each takes its listener off: so it may have more, unless its owner has set a number.
 */
export function expectManyCalls(signal: AbortSignal): void {
  if (getMaxListeners(signal) === defaultMaxListeners) setMaxListeners(MANY, signal);
}
