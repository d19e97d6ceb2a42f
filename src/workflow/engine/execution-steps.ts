import type { StepAttempt } from 'openworkflow/internal';
import { WorkflowError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { type Armed, PAUSE, type StepPort, type Target } from './engine-port.js';
import type { InFlight } from './in-flight.js';
import { isDecision, isSleep, isStepFailure, type SleepError, signalOf } from './openworkflow-internals.js';
import { ParkingLot } from './parking-lot.js';
import type { GivenUp } from './watched-backend.js';

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
  /** Told before the execution is given up for what its run must not fail for: it is to be executed again. */
  readonly onGivenUp: (why: GivenUp, error: unknown) => void;
}

const ONCE = { maximumAttempts: 1 };

/** The step port on one execution by openworkflow. */
export function executionSteps(parts: ExecutionParts): StepPort {
  const { runId, steps, history, inFlight, giveUp, onGivenUp } = parts;
  const lot = new ParkingLot(giveUp);
  /** An error of the engine's own is not the author's to catch. Work never throws, so it is never a step's failure. */
  const lost = (error: unknown): Promise<never> => {
    if (!isDecision(error)) onGivenUp('lost', error);
    giveUp(error);
    return new Promise<never>(() => undefined);
  };
  /** Does the step, unless another kind of step is recorded under its name: the workflow is not the one that began. */
  const ofKind = <T>(
    kind: StepAttempt['kind'],
    name: string,
    step: () => Promise<T>,
    signal?: string,
  ): Promise<T> => {
    const known = history.get(name);
    if (known === undefined || (known.kind === kind && signalOf(known) === signal)) return step();
    const error = recordedOtherwise(name);
    onGivenUp('refused', error);
    giveUp(error);
    return new Promise<never>(() => undefined);
  };
  return {
    runId,
    isFirst: history.size === 0,
    record: (name, work) =>
      lot.work(() =>
        ofKind('function', name, () =>
          steps.run({ name, retryPolicy: ONCE }, () => inFlight.join(`${runId} ${name}`, work)).catch(lost),
        ),
      ),
    store: (ask) => lot.work(() => ask().catch(lost)),
    armedSignal: (name) => {
      const attempt = history.get(name);
      const signal = attempt === undefined ? undefined : signalOf(attempt);
      return signal?.startsWith(PAUSE) === true ? undefined : signal;
    },
    arm: ({ name, signal, timeoutMs }) =>
      lot.work(() =>
        ofKind(
          'signal-wait',
          name,
          () =>
            steps.waitForSignal({ name, signal, timeout: timeoutMs }).then(armedBy, (error: unknown) => {
              if (!isSleep(error)) return lost(error);
              return { state: 'waiting', park: () => lot.park(error) } satisfies Armed;
            }),
          signal,
        ),
      ),
    child: async (name, target, input) => {
      const outcome = await lot.work(() =>
        ofKind('workflow', name, () => child(steps, { name, target, input }, lost)),
      );
      return typeof outcome === 'string' ? outcome : lot.park(outcome);
    },
    branches: (work) => lot.branches(work),
  };
}

function recordedOtherwise(name: string): WorkflowError {
  return new WorkflowError('STEP_INVALID', {
    who: `Step ${quoted(name)}`,
    what: 'another kind of step is recorded under this name: the workflow was changed and kept its version',
    advice:
      'Define what the instance was started with again, and give the changed workflow a version of its own',
  });
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
