import type { WaitParts } from './external-wait.js';
import { isThere } from './is-there.js';
import { pause } from './pause.js';
import { checkActions, personWait } from './person-wait.js';
import { readRecorded, recordedText, stepFailed } from './recorded-outcome.js';
import { checkTries } from './step-limits.js';
import type { UntilLoop, UntilOutcome } from './steps.js';

/** The article's Task Ready decision: ready, or the Task Loop Counter has reached its end and a person is asked. */
export async function untilReady<T>(
  parts: WaitParts,
  name: string,
  loop: UntilLoop<T>,
  attempt: (tryNumber: number) => Promise<T> | T,
): Promise<UntilOutcome<T>> {
  const base = parts.takeName(name);
  const { maxTries, everyMs, isReady = isThere, whenUsedUp } = loop;
  checkTries(base, loop);
  if (whenUsedUp !== undefined) checkActions(base, whenUsedUp.actions);
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
