import { isThere } from './is-there.js';
import { DoNotWait, type InvokeCall, type Outside, type UntilLoop, type UntilOutcome } from './steps.js';

/**
 * What the thin steps need of a durable engine. Its messages must be kept until they are received: with an engine
 * that loses a message nobody waits for yet, the order arm, invoke, park is needed, as in `step`.
 */
export interface OtherEngine {
  /** Does the work once and records what it gives. */
  record<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** The next message for this Serial Number; undefined when none came in time. */
  receive(serialNumber: string, timeoutMs: number): Promise<Readonly<Record<string, unknown>> | undefined>;
  sleep(durationMs: number): Promise<void>;
}

export interface ThinWait<R> {
  /** Of the author's own making, unique: the engine's own instance id and a number of the step. */
  readonly serialNumber: string;
  readonly invoke: (
    call: Pick<InvokeCall, 'serialNumber' | 'idempotencyKey' | 'doNotWait'>,
  ) => Promise<R | DoNotWait<R>>;
  readonly timeoutMs: number;
}

/** `step.waitForExternalSystem` for a workflow written directly on another engine. */
export async function waitForExternalSystemOn<R>(
  engine: OtherEngine,
  name: string,
  { serialNumber, invoke, timeoutMs }: ThinWait<R>,
): Promise<Outside<R>> {
  const { response, doNotWait } = await engine.record(name, async () => {
    const answer = await invoke({
      serialNumber,
      idempotencyKey: `${serialNumber}-invoke`,
      doNotWait: (given) => new DoNotWait(given),
    });
    return answer instanceof DoNotWait
      ? { response: answer.response as R, doNotWait: true }
      : { response: answer, doNotWait: false };
  });
  if (doNotWait) return { serialNumber, response, waited: false, timedOut: false, dataFields: {} };
  const dataFields = await engine.receive(serialNumber, timeoutMs);
  return {
    serialNumber,
    response,
    waited: true,
    timedOut: dataFields === undefined,
    dataFields: dataFields ?? {},
  };
}

/** `step.until` for a workflow written directly on another engine; what comes after the last try is its author's. */
export async function untilOn<T>(
  engine: OtherEngine,
  name: string,
  { maxTries, everyMs, isReady = isThere }: Pick<UntilLoop<T>, 'maxTries' | 'everyMs' | 'isReady'>,
  attempt: (tryNumber: number) => Promise<T>,
): Promise<UntilOutcome<T>> {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    if (tries > 1) await engine.sleep(everyMs);
    const value = await engine.record(`${name} · try ${tries}`, () => attempt(tries));
    if (isReady(value)) return { ready: true, value, tries };
  }
  return { ready: false, tries: maxTries };
}
