import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { HiddenValues } from './hidden-values.js';
import { fromStoredText, storedText } from './stored-text.js';

/** What is recorded of a step: its value, or what it failed with. Errors too, so that a replay fails alike. */
export type Recorded =
  | { readonly ok: true; readonly value: unknown; readonly doNotWait?: boolean }
  | { readonly ok: false; readonly message: string; readonly code?: string };

/** Does the work and gives what is to be recorded. Throws nothing. */
export async function recordedText(
  work: () => Promise<{ readonly value: unknown; readonly doNotWait?: boolean }>,
  hidden: HiddenValues,
): Promise<string> {
  try {
    const { value, doNotWait = false } = await work();
    return storedText(doNotWait ? { ok: true, value, doNotWait } : { ok: true, value });
  } catch (error) {
    return storedText(failureOf(error, hidden));
  }
}

export function readRecorded(text: string): Recorded {
  return fromStoredText(text) as Recorded;
}

export function stepFailed(stepName: string, { message, code }: Recorded & { ok: false }): WorkflowError {
  return new WorkflowError('STEP_FAILED', {
    who: `Step ${quoted(stepName)}`,
    what: bare(message),
    reason: code,
  });
}

function failureOf(error: unknown, hidden: HiddenValues): Recorded {
  const message = hidden.mask(error instanceof Error ? error.message : String(error));
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { ok: false, message, code } : { ok: false, message };
}

/** Without the full stop that follows anyway. */
function bare(message: string): string {
  return message.replace(/\.$/, '');
}
