import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { PAUSE, type StepPort } from './engine/engine-port.js';

/** A wait for a signal that nobody sends: other than the engine's sleep, it holds no other wait back. */
export async function pause(
  { port }: { readonly port: StepPort },
  name: string,
  durationMs: number,
): Promise<void> {
  if (!Number.isFinite(durationMs) || durationMs < 0) {
    throw new WorkflowError('STEP_INVALID', {
      who: `Step ${quoted(name)}`,
      what: 'a duration is a number of milliseconds from 0 on',
    });
  }
  const armed = await port.arm({ name, signal: `${PAUSE}${port.runId}:${name}`, timeoutMs: durationMs });
  if (armed.state === 'waiting') await armed.park();
}
