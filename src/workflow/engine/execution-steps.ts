import type { StepAttempt } from 'openworkflow/internal';
import type { Armed, StepPort, Target } from './engine-port.js';
import type { InFlight } from './in-flight.js';
import { isDecision, isSleep, isStepFailure, type SleepError, signalOf } from './openworkflow-internals.js';
import { ParkingLot } from './parking-lot.js';

/** What of openworkflow's step API is used. */
export interface EngineSteps {
  run(
    config: { name: string; retryPolicy: { maximumAttempts: number } },
    work: () => Promise<string>,
  ): Promise<string>;
  waitForSignal(options: {
    name: string;
    signal: string;
    timeout: number;
  }): Promise<{ data: unknown } | null>;
  runWorkflow(
    spec: { name: string; version: string },
    input: string,
    options: { name: string },
  ): Promise<unknown>;
}

export interface ExecutionParts {
  readonly runId: string;
  readonly steps: EngineSteps;
  readonly history: ReadonlyMap<string, StepAttempt>;
  readonly inFlight: InFlight;
  /** Ends the execution for the engine, with what the engine itself has thrown. */
  readonly giveUp: (error: unknown) => void;
  /** Told before the execution is given up because the store failed it: its run is to be executed again. */
  readonly onLost: (error: unknown) => void;
}

const ONCE = { maximumAttempts: 1 };

/** The step port on one execution by openworkflow. */
export function executionSteps(parts: ExecutionParts): StepPort {
  const { runId, steps, history, inFlight, giveUp, onLost } = parts;
  const lot = new ParkingLot(giveUp);
  /** An error of the engine's own is not the author's to catch. Work never throws, so it is never a step's failure. */
  const lost = (error: unknown): Promise<never> => {
    if (!isDecision(error)) onLost(error);
    giveUp(error);
    return new Promise<never>(() => undefined);
  };
  return {
    runId,
    isFirst: history.size === 0,
    record: (name, work) =>
      lot.work(() =>
        steps.run({ name, retryPolicy: ONCE }, () => inFlight.join(`${runId} ${name}`, work)).catch(lost),
      ),
    store: (ask) => lot.work(() => ask().catch(lost)),
    armedSignal: (name) => {
      const attempt = history.get(name);
      return attempt === undefined ? undefined : signalOf(attempt);
    },
    arm: ({ name, signal, timeoutMs }) =>
      lot.work(() =>
        steps.waitForSignal({ name, signal, timeout: timeoutMs }).then(armedBy, (error: unknown) => {
          if (!isSleep(error)) return lost(error);
          return { state: 'waiting', park: () => lot.park(error) } satisfies Armed;
        }),
      ),
    child: async (name, target, input) => {
      const outcome = await lot.work(() => child(steps, { name, target, input }, lost));
      return typeof outcome === 'string' ? outcome : lot.park(outcome);
    },
    branches: (work) => lot.branches(work),
  };
}

function armedBy(result: { data: unknown } | null): Armed {
  return result === null ? { state: 'timed out' } : { state: 'delivered', payload: String(result.data) };
}

async function child(
  steps: EngineSteps,
  { name, target, input }: { name: string; target: Target; input: string },
  lost: (error: unknown) => Promise<never>,
): Promise<string | SleepError> {
  try {
    return String(
      await steps.runWorkflow({ name: target.workflow, version: target.version }, input, { name }),
    );
  } catch (error) {
    if (isSleep(error)) return error;
    if (isStepFailure(error)) throw error;
    return lost(error);
  }
}
