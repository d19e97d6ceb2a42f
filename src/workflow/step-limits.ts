import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';

export const YEAR_MS = 365 * 24 * 3_600_000;
const MAX_WAIT_MS = 100 * YEAR_MS;
/** The engine records at most 1,000 steps of a run; a try and its pause are two. */
const MAX_TRIES = 400;

/** @throws WorkflowError `STEP_INVALID` */
export function checkedTimeout(stepName: string, timeoutMs: number = YEAR_MS): number {
  if (timeoutMs > 0 && timeoutMs <= MAX_WAIT_MS) return timeoutMs;
  throw invalid(stepName, 'timeoutMs is a number of milliseconds above 0 and of at most 100 years');
}

/** @throws WorkflowError `STEP_INVALID` */
export function checkDuration(stepName: string, durationMs: number): void {
  if (durationMs >= 0 && durationMs <= MAX_WAIT_MS) return;
  throw invalid(stepName, 'a duration is a number of milliseconds from 0 to 100 years');
}

/** @throws WorkflowError `STEP_INVALID` */
export function checkTries(
  stepName: string,
  { maxTries, everyMs }: { readonly maxTries: number; readonly everyMs: number },
): void {
  if (!Number.isInteger(maxTries) || maxTries < 1 || maxTries > MAX_TRIES) {
    throw invalid(stepName, `maxTries is an integer from 1 to ${MAX_TRIES}`);
  }
  checkDuration(stepName, everyMs);
}

function invalid(stepName: string, what: string): WorkflowError {
  return new WorkflowError('STEP_INVALID', { who: `Step ${quoted(stepName)}`, what });
}
