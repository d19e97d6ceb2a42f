import { storeFailed } from './engine/open-engine.js';
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
   * Default `file:./.rest-broker/workflow.db`, also where an environment variable was not set.
   */
  readonly store?: string | undefined;
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
    const found = typeof definition === 'string' ? this.#definitions.newest(definition) : definition;
    const number = await this.#on((open) => open.start(found as WorkflowDefinition<I, O>, input, options));
    return { number, result: (limit = {}) => this.result(number, limit) as Promise<O> };
  }

  async work(options: { readonly concurrency?: number; readonly pollMs?: number } = {}): Promise<void> {
    await this.#on((open) => open.work(this.#definitions.all(), options));
  }

  async finish(serialNumber: string, finishing: Finishing = {}): Promise<FinishOutcome> {
    return this.#on((open) => open.finish(serialNumber, finishing));
  }

  async finishWait(wait: WaitRecord, finishing: Finishing): Promise<FinishOutcome> {
    return this.#on((open) => open.finishWait(wait, finishing));
  }

  async wait(serialNumber: string): Promise<{ wait: WaitRecord; isSecretForm: boolean } | undefined> {
    return this.#on((open) => open.wait(serialNumber));
  }

  async waitsOf(instance: number): Promise<WaitRecord[]> {
    return this.#on((open) => open.store.waitsOf(instance));
  }

  async openTasks(filter: TaskFilter): Promise<WaitRecord[]> {
    return this.#on((open) => open.store.openTasks(filter));
  }

  async changeTask(wait: WaitRecord, change: TaskChange, holder?: string): Promise<boolean> {
    return this.#on((open) => open.store.changeTask(wait.step, change, holder));
  }

  async instance(number: number): Promise<InstanceRecord | undefined> {
    return this.#on((open) => open.store.instance(number));
  }

  async instances(filter: InstanceFilter): Promise<InstanceRecord[]> {
    return this.#on((open) => open.store.instances(filter));
  }

  async workflowNumber(name: string): Promise<number> {
    return this.#on((open) => open.workflowNumber(name));
  }

  async takeCallbackId(id: string, expiresMs: number): Promise<boolean> {
    return this.#on((open) => open.store.takeCallbackId(id, expiresMs));
  }

  async cancel(instance: number): Promise<boolean> {
    return this.#on((open) => open.cancel(instance));
  }

  async result(instance: number, options: { readonly timeoutMs?: number } = {}): Promise<unknown> {
    return this.#on((open) => open.result(instance, options.timeoutMs));
  }

  async purge(options: { readonly endedBeforeMs: number; readonly limit?: number }): Promise<number> {
    return this.#on((open) => open.purge(options.endedBeforeMs, options.limit ?? 1_000));
  }

  async open(): Promise<void> {
    await this.#open();
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    if (opening !== undefined) await (await opening).close();
  }

  /** Whatever the store throws becomes an error of ours. */
  async #on<T>(act: (open: OpenWorkflows) => Promise<T>): Promise<T> {
    const open = await this.#open();
    try {
      return await act(open);
    } catch (error) {
      throw storeFailed(error, this.#options.store ?? DEFAULT_STORE);
    }
  }

  #open(): Promise<OpenWorkflows> {
    const {
      store = DEFAULT_STORE,
      synchronous = 'FULL',
      schema = 'rest_broker',
      maxConnections = 10,
    } = this.#options;
    const options = { store, synchronous, schema, maxConnections };
    this.#opening ??= OpenWorkflows.open(options).catch((error: unknown) => {
      // The next call may find the store there.
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }
}
