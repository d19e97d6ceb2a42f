import type { SqliteSynchronous } from './engine/sqlite-database.js';
import { OpenWorkflows } from './open-workflows.js';
import type { TaskChange, WaitRecord } from './wait-record.js';
import {
  type DefineOptions,
  Definitions,
  makeDefinition,
  type WorkflowDefinition,
  type WorkflowFunction,
} from './workflow-definition.js';
import type { InstanceFilter, InstanceRecord, TaskFilter } from './workflow-store.js';
import type { Finishing, FinishOutcome, StartedInstance, StartOptions, Workflows } from './workflows.js';

export interface WorkflowsOptions {
  /**
   * `file:` and a path, or a `postgres://` connection string for many machines.
   * Default `file:./.rest-broker/workflow.db`.
   */
  readonly store?: string;
  /**
   * SQLite only: what a power cut may cost. `FULL` (default): nothing that another system was told. `NORMAL`: the
   * last moments. A process that is killed costs nothing either way.
   */
  readonly synchronous?: SqliteSynchronous;
  /** Postgres only: schema of all tables, made when absent. Default `rest_broker`. */
  readonly schema?: string;
  /** Postgres only: connections. Default 10. */
  readonly maxConnections?: number;
}

export const DEFAULT_STORE = 'file:./.rest-broker/workflow.db';

/** Workflows on a store. Nothing is opened before it is needed, so that definitions can stand in a module. */
export function createWorkflows(options: WorkflowsOptions = {}): Workflows {
  return new LazyWorkflows(options);
}

class LazyWorkflows implements Workflows {
  readonly #options: WorkflowsOptions;
  readonly #definitions = new Definitions();
  #opening: Promise<OpenWorkflows> | undefined;

  constructor(options: WorkflowsOptions) {
    this.#options = options;
  }

  define<I extends object, O>(
    name: string,
    optionsOrRun: DefineOptions | WorkflowFunction<I, O>,
    run?: WorkflowFunction<I, O>,
  ): WorkflowDefinition<I, O> {
    const definition =
      typeof optionsOrRun === 'function'
        ? makeDefinition(name, {}, optionsOrRun)
        : makeDefinition(name, optionsOrRun, run as WorkflowFunction<I, O>);
    this.#definitions.add(definition as unknown as WorkflowDefinition);
    return definition;
  }

  get definitions(): readonly WorkflowDefinition[] {
    return this.#definitions.all();
  }

  newest(name: string): WorkflowDefinition {
    return this.#definitions.newest(name);
  }

  async start<I extends object, O>(
    definition: WorkflowDefinition<I, O> | string,
    input: I,
    options: StartOptions = {},
  ): Promise<StartedInstance<O>> {
    const open = await this.#open();
    const found = typeof definition === 'string' ? this.#definitions.newest(definition) : definition;
    return open.start(found as WorkflowDefinition<I, O>, input, options);
  }

  async work(options: { readonly concurrency?: number; readonly pollMs?: number } = {}): Promise<void> {
    await (await this.#open()).work(this.#definitions.all(), options);
  }

  async finish(serialNumber: string, finishing: Finishing = {}): Promise<FinishOutcome> {
    return (await this.#open()).finish(serialNumber, finishing);
  }

  async finishWait(wait: WaitRecord, finishing: Finishing): Promise<FinishOutcome> {
    return (await this.#open()).finishWait(wait, finishing);
  }

  async wait(serialNumber: string): Promise<{ wait: WaitRecord; isSecretForm: boolean } | undefined> {
    return (await this.#open()).wait(serialNumber);
  }

  async waitsOf(instance: number): Promise<WaitRecord[]> {
    return (await this.#open()).store.waitsOf(instance);
  }

  async openTasks(filter: TaskFilter): Promise<WaitRecord[]> {
    return (await this.#open()).store.openTasks(filter);
  }

  async changeTask(wait: WaitRecord, change: TaskChange, holder?: string): Promise<boolean> {
    return (await this.#open()).store.changeTask(wait.step, change, holder);
  }

  async instance(number: number): Promise<InstanceRecord | undefined> {
    return (await this.#open()).store.instance(number);
  }

  async instances(filter: InstanceFilter): Promise<InstanceRecord[]> {
    return (await this.#open()).store.instances(filter);
  }

  async workflowNumber(name: string): Promise<number> {
    return (await this.#open()).workflowNumber(name);
  }

  async takeCallbackId(id: string, expiresMs: number): Promise<boolean> {
    return (await this.#open()).store.takeCallbackId(id, expiresMs);
  }

  async cancel(instance: number): Promise<boolean> {
    return (await this.#open()).cancel(instance);
  }

  async result(instance: number, options: { readonly timeoutMs?: number } = {}): Promise<unknown> {
    return (await this.#open()).result(instance, options.timeoutMs);
  }

  async purge(options: { readonly endedBeforeMs: number; readonly limit?: number }): Promise<number> {
    return (await this.#open()).purge(options.endedBeforeMs, options.limit ?? 1_000);
  }

  async open(): Promise<void> {
    await this.#open();
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    if (opening !== undefined) await (await opening).close();
  }

  #open(): Promise<OpenWorkflows> {
    this.#opening ??= OpenWorkflows.open({
      store: DEFAULT_STORE,
      synchronous: 'FULL',
      schema: 'rest_broker',
      maxConnections: 10,
      ...this.#options,
    }).catch((error: unknown) => {
      // The next call may find the store there.
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }
}
