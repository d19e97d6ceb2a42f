import { parseSerialNumber } from '../workflow/serial-number.js';
import type { WaitRecord } from '../workflow/wait-record.js';
import type { FinishOutcome } from '../workflow/workflows.js';
import type { Answer, Call } from './operation.js';
import { Refusal } from './refusal.js';

/** @throws Refusal 400 */
export function checkedSerialNumber(text: string): { readonly isSecretForm: boolean } {
  const parts = parseSerialNumber(text);
  if (parts === undefined) {
    throw new Refusal(400, 'The serial number is not of the form <instance>_<step>, as in 5_31.');
  }
  return { isSecretForm: parts.secret !== undefined };
}

/** The step with this Serial Number, however it stands. @throws Refusal 404 */
export async function findWait(
  { workflows }: Pick<Call, 'workflows'>,
  serialNumber: string,
  kind: WaitRecord['kind'],
): Promise<WaitRecord> {
  const found = await workflows.wait(serialNumber);
  if (found === undefined || found.wait.kind !== kind || found.wait.state === 'arming') throw unknown();
  return found.wait;
}

/** @throws Refusal 410 when it waits no more */
export function mustWait({ state }: WaitRecord): void {
  if (state === 'waiting') return;
  throw new Refusal(410, GONE[state]);
}

/** The answer to finishing. @throws Refusal 404, 409, 410 */
export function finishAnswer(outcome: FinishOutcome, finishedTwice: 204 | 409): Answer {
  if (outcome === 'finished') return { status: 204 };
  if (outcome === 'unknown') throw unknown();
  if (outcome !== 'finished before') throw new Refusal(410, GONE[outcome]);
  if (finishedTwice === 204) return { status: 204 };
  throw new Refusal(409, 'It was finished before; nothing was done.');
}

const GONE = {
  arming: 'It does not wait.',
  finished: 'It is finished.',
  'timed out': 'It is too late: the step has timed out.',
  closed: 'It does not wait any more: the workflow was canceled, has ended, or has gone on.',
} as const;

function unknown(): Refusal {
  return new Refusal(404, 'There is no waiting step with this serial number.');
}
