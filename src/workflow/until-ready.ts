import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { WaitParts } from './external-wait.js';
import { pause } from './pause.js';
import { personWait } from './person-wait.js';
import { readRecorded, recordedText, stepFailed } from './recorded-outcome.js';
import type { UntilLoop, UntilOutcome } from './steps.js';

/** The engine records at most 1,000 steps of a run; a try and its pause are two. */
const MAX_TRIES = 400;

/** The article's Task Ready decision: ready, or the Task Loop Counter has reached its end and a person is asked. */
export async function untilReady<T>(
  parts: WaitParts,
  name: string,
  loop: UntilLoop<T>,
  attempt: (tryNumber: number) => Promise<T> | T,
): Promise<UntilOutcome<T>> {
  const base = parts.takeName(name);
  const { maxTries, everyMs, isReady = isThere, whenUsedUp } = loop;
  checkTries(base, maxTries);
  for (let tries = 1; tries <= maxTries; tries += 1) {
    if (tries > 1) await pause(parts, parts.takeName(`${base} · pause ${tries - 1}`), everyMs);
    const text = await parts.port.record(parts.takeName(`${base} · try ${tries}`), () =>
      recordedText(async () => ({ value: await attempt(tries) }), parts.hidden),
    );
    const recorded = readRecorded(text);
    if (!recorded.ok) throw stepFailed(base, recorded);
    const value = recorded.value as T;
    if (isReady(value)) return { ready: true, value, tries };
  }
  if (whenUsedUp === undefined) return { ready: false, tries: maxTries };
  return { ready: false, tries: maxTries, person: await personWait(parts, base, whenUsedUp) };
}

/** K2's test is «length > 0». */
function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}

function checkTries(name: string, maxTries: number): void {
  if (Number.isInteger(maxTries) && maxTries >= 1 && maxTries <= MAX_TRIES) return;
  throw new WorkflowError('STEP_INVALID', {
    who: `Step ${quoted(name)}`,
    what: `maxTries is an integer from 1 to ${MAX_TRIES}`,
  });
}
