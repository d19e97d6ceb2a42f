import { createHash } from 'node:crypto';
import { checkDataFields, type DataFields, hiddenNames } from './data-fields.js';
import type { StepPort } from './engine/engine-port.js';
import { externalWait, type WaitParts } from './external-wait.js';
import type { HiddenValues } from './hidden-values.js';
import { pause } from './pause.js';
import { personWait } from './person-wait.js';
import { readRecorded, recordedText, stepFailed } from './recorded-outcome.js';
import { childEnvelope } from './run-envelope.js';
import { checkTries } from './step-limits.js';
import { StepNames } from './step-names.js';
import type { ExecuteOptions, InstanceContext, StepCall, Steps } from './steps.js';
import { fromStoredText } from './stored-text.js';
import { untilReady } from './until-ready.js';
import type { WorkflowDefinition } from './workflow-definition.js';

export interface RunnerParts extends Pick<WaitParts, 'serialNumberOf' | 'secretForm' | 'deliver'> {
  readonly port: StepPort;
  readonly instance: InstanceContext;
  readonly hidden: HiddenValues;
  /** Names of the data fields that the workflow hides. */
  readonly hiddenNames: readonly string[];
}

/** The steps of one execution. */
export function stepRunner(parts: RunnerParts): Steps {
  const { port, instance } = parts;
  const names = new StepNames();
  const waits: WaitParts = {
    ...parts,
    takeName: (name) => names.take(name),
    idempotencyKey: (name) => idempotencyKey(port.runId, name),
  };
  const steps: Steps = {
    instance,
    execute: async <T>(name: string, method: (call: StepCall) => Promise<T> | T, options?: ExecuteOptions) =>
      (await execute(waits, names.take(name), method, options)) as T,
    waitForExternalSystem: (name, wait) => externalWait(waits, name, wait),
    waitForPerson: (name, task) => personWait(waits, name, task),
    until: (name, loop, attempt) => untilReady(waits, name, loop, attempt),
    parallel: async (branches) => (await parallel(port, branches)) as never,
    child: async <I extends object, O>(name: string, definition: WorkflowDefinition<I, O>, input: I) =>
      (await child(parts, names.take(name), definition, input as DataFields)) as O,
    sleep: (name, durationMs) => pause(waits, names.take(name), durationMs),
  };
  return Object.freeze(steps);
}

async function execute(
  parts: WaitParts,
  name: string,
  method: (call: StepCall) => unknown,
  { retry = { maxTries: 1, everyMs: 0 } }: ExecuteOptions = {},
): Promise<unknown> {
  const { port, hidden } = parts;
  checkTries(name, retry);
  const call = { idempotencyKey: parts.idempotencyKey(name) };
  for (let count = 1; ; count += 1) {
    const tryName = count === 1 ? name : parts.takeName(`${name} · try ${count}`);
    const text = await port.record(tryName, () =>
      recordedText(async () => ({ value: await method(call) }), hidden),
    );
    const recorded = readRecorded(text);
    if (recorded.ok) return recorded.value;
    if (count >= retry.maxTries) throw stepFailed(name, recorded);
    await pause(parts, parts.takeName(`${name} · pause ${count}`), retry.everyMs);
  }
}

async function parallel(port: StepPort, branches: readonly (() => Promise<unknown>)[]): Promise<unknown[]> {
  const settled = await port.branches(branches);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** What the parent hides is hidden in the child too, under whatever name it is given. */
async function child<I extends object, O>(
  { port, instance, hidden, hiddenNames: ofParent }: RunnerParts,
  name: string,
  definition: WorkflowDefinition<I, O>,
  input: DataFields,
): Promise<unknown> {
  checkDataFields(definition.name, definition.dataFields, input);
  const names = [...hiddenNames(definition.dataFields), ...ofParent, ...hidden.namesIn(input)];
  const target = { workflow: definition.name, version: definition.version };
  try {
    return fromStoredText(await port.child(name, target, childEnvelope(instance, input, names)));
  } catch (error) {
    const message = hidden.mask(error instanceof Error ? error.message : String(error));
    throw stepFailed(name, { ok: false, message });
  }
}

function idempotencyKey(runId: string, stepName: string): string {
  return createHash('sha256').update(`${runId}\n${stepName}`).digest('base64url').slice(0, 32);
}
