import { SettingError, WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { columnText } from './column-text.js';
import { checkDataFields, type DataFields, hiddenNames } from './data-fields.js';
import type { Engine, Registration, RunningWorker, StepPort } from './engine/engine-port.js';
import { openEngine, type StoreOptions, storeUnusable } from './engine/open-engine.js';
import { HiddenValues } from './hidden-values.js';
import { instanceResult, instanceUnknown } from './instance-result.js';
import { DEFAULT_PRIORITY, envelopeText, readEnvelope } from './run-envelope.js';
import { parseSerialNumber, SerialNumberSecrets } from './serial-number.js';
import { stepRunner } from './step-runner.js';
import { storedText } from './stored-text.js';
import type { Delivery, WaitRecord } from './wait-record.js';
import type { WorkflowDefinition } from './workflow-definition.js';
import { WorkflowStore } from './workflow-store.js';
import type { Finishing, FinishOutcome, StartOptions } from './workflows.js';

const DEFAULT_CONCURRENCY = 10;
const DEFAULT_POLL_MS = 1_000;
/** Time-outs are found by polling. */
const MAX_POLL_MS = 60_000;

/** Workflows on an opened store. */
export class OpenWorkflows {
  readonly store: WorkflowStore;
  readonly #engine: Engine;
  readonly #secrets: SerialNumberSecrets;
  readonly #workflowNumbers = new Map<string, number>();
  #worker: RunningWorker | undefined;

  private constructor(engine: Engine, store: WorkflowStore, secrets: SerialNumberSecrets) {
    this.#engine = engine;
    this.store = store;
    this.#secrets = secrets;
  }

  /** @throws WorkflowError `PACKAGE_MISSING`, `STORE_UNUSABLE` */
  static async open(options: StoreOptions): Promise<OpenWorkflows> {
    const { engine, database } = await openEngine(options);
    try {
      const store = await WorkflowStore.open(database);
      const secrets = new SerialNumberSecrets(await store.key('serial numbers'));
      return new OpenWorkflows(engine, store, secrets);
    } catch (error) {
      await engine.close();
      throw storeUnusable(error, options.store);
    }
  }

  /** Gives the instance's number. */
  async start<I extends object, O>(
    { name, version, dataFields }: WorkflowDefinition<I, O>,
    input: I,
    { folio: givenFolio = '', priority = DEFAULT_PRIORITY, originator = '' }: StartOptions,
  ): Promise<number> {
    const given = input as DataFields;
    checkDataFields(name, dataFields, given);
    checkCalled(name, givenFolio, priority);
    const folio = columnText(givenFolio);
    const envelope = { dataFields: given, folio, priority, originator, hidden: hiddenNames(dataFields) };
    const runId = await this.#engine.start({ workflow: name, version }, envelopeText(envelope));
    return this.store.numberOf({ runId, workflow: name, folio, priority });
  }

  async work(
    definitions: readonly WorkflowDefinition[],
    {
      concurrency = DEFAULT_CONCURRENCY,
      pollMs = DEFAULT_POLL_MS,
    }: { concurrency?: number; pollMs?: number },
  ): Promise<void> {
    if (this.#worker !== undefined) return;
    checkWorking(concurrency, pollMs);
    const registrations = definitions.map((definition) => this.#registration(definition));
    this.#worker = await this.#engine.work(registrations, { concurrency, pollMs });
  }

  async wait(text: string): Promise<{ wait: WaitRecord; isSecretForm: boolean } | undefined> {
    const parts = parseSerialNumber(text);
    if (parts === undefined) {
      throw new WorkflowError('SERIAL_NUMBER_MALFORMED', {
        who: 'Serial Number',
        what: 'it is not of the form <instance>_<step>, as in 5_31',
      });
    }
    const isSecretForm = parts.secret !== undefined;
    if (isSecretForm && !this.#secrets.isGenuine(parts)) return undefined;
    const wait = await this.store.wait(parts.instance, parts.step);
    return wait === undefined ? undefined : { wait, isSecretForm };
  }

  async finish(serialNumber: string, finishing: Finishing): Promise<FinishOutcome> {
    const found = await this.wait(serialNumber);
    return found === undefined ? 'unknown' : this.finishWait(found.wait, finishing);
  }

  async finishWait(wait: WaitRecord, finishing: Finishing): Promise<FinishOutcome> {
    if (wait.state !== 'waiting') return outcomeOf(wait);
    const action = wait.kind === 'person' ? { action: chosenAction(wait, finishing.action) } : {};
    const dataFields = finishing.dataFields ?? {};
    const payload = storedText({ ...finishing, ...action, dataFields } satisfies Delivery);
    if (await this.#engine.deliver(wait.serialNumber, payload)) return 'finished';
    const now = await this.store.wait(wait.instance, wait.step);
    return now === undefined ? 'unknown' : outcomeOf(now);
  }

  async cancel(number: number): Promise<boolean> {
    return this.#engine.cancel((await this.#known(number)).run.id);
  }

  async result(number: number, timeoutMs?: number): Promise<unknown> {
    const { run } = await this.#known(number);
    return instanceResult(this.#engine, { number, runId: run.id, timeoutMs });
  }

  async purge(endedBeforeMs: number, limit: number): Promise<number> {
    const runIds = await this.#engine.purge(endedBeforeMs, limit);
    await this.store.forget(runIds);
    return runIds.length;
  }

  async workflowNumber(name: string): Promise<number> {
    const number = this.#workflowNumbers.get(name) ?? (await this.store.workflowNumber(name));
    this.#workflowNumbers.set(name, number);
    return number;
  }

  async close(): Promise<void> {
    await this.#worker?.stop();
    await this.#engine.close();
  }

  async #known(number: number): Promise<{ run: { id: string } }> {
    const instance = await this.store.instance(number);
    if (instance !== undefined) return instance;
    throw instanceUnknown(number);
  }

  #registration(definition: WorkflowDefinition): Registration {
    return {
      workflow: definition.name,
      version: definition.version,
      run: (input, port) => this.#run(definition, input, port),
    };
  }

  async #run(definition: WorkflowDefinition, input: string, port: StepPort): Promise<string> {
    const { dataFields, folio, priority, originator, hidden: hiddenThen } = readEnvelope(input);
    const names = [...hiddenThen, ...hiddenNames(definition.dataFields)];
    const hidden = new HiddenValues();
    hidden.add(dataFields, names);
    const { name: workflow, version } = definition;
    const called = { runId: port.runId, workflow, folio, priority };
    // Whoever started it may have been killed before it was numbered; a child is numbered here only.
    if (port.isFirst) await port.store(() => this.store.numberOf(called));
    const steps = stepRunner({
      port,
      hidden,
      hiddenNames: names,
      instance: { workflow, version, folio, priority, originator },
      serialNumberOf: (stepName, wait) => this.store.serialNumberOf(called, stepName, wait),
      secretForm: (plain) => this.#secrets.secretForm(plain),
      deliver: (serialNumber, payload) => this.#engine.deliver(serialNumber, payload),
    });
    try {
      return storedText(await definition.run(dataFields, steps));
    } catch (error) {
      throw shown(error, hidden);
    }
  }
}

function outcomeOf({ state }: WaitRecord): FinishOutcome {
  if (state === 'finished') return 'finished before';
  if (state === 'timed out' || state === 'closed') return state;
  return 'unknown';
}

function checkCalled(workflow: string, folio: string, priority: number): void {
  if (typeof folio === 'string' && [0, 1, 2].includes(priority)) return;
  throw new WorkflowError('DATA_FIELD_INVALID', {
    who: `Workflow ${quoted(workflow)}`,
    what: 'its folio is text, and its priority 0 (high), 1 (medium) or 2 (low)',
  });
}

function checkWorking(concurrency: number, pollMs: number): void {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1 && pollMs >= 1 && pollMs <= MAX_POLL_MS) return;
  throw new SettingError('SETTING_INVALID', {
    who: 'work',
    what: `concurrency is a whole number above 0, and pollMs from 1 to ${MAX_POLL_MS}`,
  });
}

/** The action as the task offers it. @throws WorkflowError `ACTION_UNKNOWN` */
function chosenAction({ serialNumber, actions }: WaitRecord, asked = ''): string {
  const action = actions.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (action !== undefined) return action;
  throw new WorkflowError('ACTION_UNKNOWN', {
    who: `Task ${serialNumber}`,
    what: `its actions are: ${actions.map(quoted).join(', ')}`,
  });
}

/** What the run's failure may say: no hidden value, and no stack, which shows the machine's paths. */
function shown(error: unknown, hidden: HiddenValues): Error {
  const text = error instanceof Error ? error.message : `it threw ${quoted(String(error))}`;
  const masked = new Error(columnText(hidden.mask(text)));
  masked.name = error instanceof Error ? columnText(String(error.name)) : 'Error';
  delete masked.stack;
  return masked;
}
