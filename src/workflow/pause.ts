import { PAUSE, type StepPort } from './engine/engine-port.js';
import { checkDuration } from './step-limits.js';

/** A wait for a signal that nobody sends: other than the engine's sleep, it holds no other wait back. */
export async function pause(
  { port }: { readonly port: StepPort },
  name: string,
  durationMs: number,
): Promise<void> {
  checkDuration(name, durationMs);
  const armed = await port.arm({ name, signal: `${PAUSE}${port.runId}:${name}`, timeoutMs: durationMs });
  if (armed.state === 'waiting') await armed.park();
}
