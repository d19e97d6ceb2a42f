import { SettingError } from '../base/errors.js';
import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../model/definition.js';
import type { CallOptions } from './call-options.js';
import type { ConnectOptions } from './connect-options.js';
import type { DataAnswer } from './execute-method.js';
import { helperMethods } from './helper-methods.js';
import type { HTTPHeader } from './http-headers.js';
import { type MethodPlan, planMethod } from './method-plan.js';
import { type OpenServiceInstance, openServiceInstance } from './open-service-instance.js';
import { type PagedMethod, type PageOptions, pagesOf } from './pages.js';
import type { SerializedArray } from './serialized.js';

/**
 * A Method that calls the service.
 *
 * @typeParam Inputs by system name; `void |` in front of it where none is required
 * @typeParam Outputs by system name, nested values as Serialized text
 * @typeParam Data the answer's body, unserialized
 */
export interface Method<Inputs, Outputs, Data> {
  (inputs: Inputs, options?: CallOptions): Promise<Outputs>;
  /** The same call, with its answer unserialized. An answer without success always throws. */
  data(inputs: Inputs, options?: CallOptions): Promise<DataAnswer<Data>>;
}

/** The outputs that every Method has. */
export interface HttpOutputs {
  /** The answer's status code. */
  HttpResponseCode: number;
  /** The answer's text, where it was not taken apart: no success, or no JSON. */
  HttpResponseContent?: string | undefined;
}

/** The output that every Method has when response headers are asked for. */
export interface HttpHeaderOutputs {
  /** The answer's headers, Serialized: for `HTTPHeader` › `DeserializeTypedArray`. */
  HttpResponseHeaders: SerializedArray<HTTPHeader>;
}

/** A Service Object as generated: bound to its Service Instance, it becomes a SmartObject. */
export interface ServiceObject<SmartObject> {
  readonly systemName: string;
  /** The SmartObject alone; `connect` of the whole connector gives all of them. */
  connect(options?: ConnectOptions): SmartObject;
  /** @internal */
  bind(instance: OpenServiceInstance): SmartObject;
}

/**
 * Makes a generated definition callable.
 *
 * @param json the definition's JSON text, as generated code holds it: a compiler has nothing to check in it, and it is
 *   not parsed before it is needed
 * @returns what it is declared to be
 */
export function serviceObject(serviceInstance: ServiceInstanceDefinition, json: string): ServiceObject<never>;
/** Makes a definition callable. */
export function serviceObject<SmartObject>(
  serviceInstance: ServiceInstanceDefinition,
  definition: ServiceObjectDefinition,
): ServiceObject<SmartObject>;
export function serviceObject<SmartObject>(
  serviceInstance: ServiceInstanceDefinition,
  definition: ServiceObjectDefinition | string,
): ServiceObject<SmartObject> {
  let parsed = typeof definition === 'string' ? undefined : definition;
  const defined = (): ServiceObjectDefinition => {
    // Generated from such a definition.
    parsed ??= JSON.parse(definition as string) as ServiceObjectDefinition;
    return parsed;
  };
  const bind = (instance: OpenServiceInstance): SmartObject =>
    Object.freeze(bindServiceObject(instance, defined())) as SmartObject;
  return {
    get systemName() {
      return defined().systemName;
    },
    bind,
    connect: (options = {}) => {
      const instance = openServiceInstance(serviceInstance, options ?? {});
      return closable(bindServiceObject(instance, defined()), instance) as SmartObject;
    },
  };
}

/**
 * Binds Service Objects to their Service Instance.
 *
 * @throws SettingError `SERVICE_URL_INVALID`, `SETTING_INVALID`
 */
export function connect<SmartObjects>(
  serviceInstance: ServiceInstanceDefinition,
  serviceObjects: { readonly [Name in keyof SmartObjects]: ServiceObject<SmartObjects[Name]> },
  options: ConnectOptions = {},
): SmartObjects {
  const instance = openServiceInstance(serviceInstance, options ?? {});
  const bound: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, object] of Object.entries<ServiceObject<unknown>>(serviceObjects))
    bound[name] = object.bind(instance);
  return closable(bound, instance) as SmartObjects;
}

const instances = new WeakMap<object, OpenServiceInstance>();

/** `await using nwc = connect(…)` disconnects at the end of its block. */
function closable(bound: Record<string, unknown>, instance: OpenServiceInstance): Record<string, unknown> {
  const { asyncDispose } = Symbol;
  if (asyncDispose !== undefined)
    Object.defineProperty(bound, asyncDispose, { value: () => instance.close(), enumerable: false });
  instances.set(bound, instance);
  return Object.freeze(bound);
}

/**
 * Ends what `connect` began: no further call is let in, those under way are waited for, and connections that are
 * the Service Instance's own (`ownConnections`) are closed. Calling it twice is no error.
 *
 * @param connected what `connect` gave: all SmartObjects, or one that was connected alone
 * @throws SettingError `SETTING_INVALID` for anything else
 */
export async function disconnect(connected: object): Promise<void> {
  const instance = instances.get(connected);
  if (instance === undefined) {
    throw new SettingError('SETTING_INVALID', {
      who: 'disconnect',
      what: 'this is not what connect gave',
      advice: 'Pass the SmartObjects that connect returned',
    });
  }
  await instance.close();
}

function bindServiceObject(
  instance: OpenServiceInstance,
  definition: ServiceObjectDefinition,
): Record<string, unknown> {
  const name = `${instance.name} › ${definition.systemName}`;
  const bound: Record<string, unknown> = Object.assign(Object.create(null), helperMethods(definition, name));
  for (const [systemName, method] of Object.entries(definition.methods ?? {})) {
    let plan: MethodPlan | undefined;
    const planned = (): MethodPlan => {
      plan ??= planMethod(method, `${name} › ${systemName}`);
      return plan;
    };
    bound[systemName] = methodFunction(instance, planned);
  }
  return bound;
}

type Row = Record<string, unknown>;

type Calls = typeof import('./execute-method.js');

/** What makes calls, loaded at the first one: importing and connecting a connector does without. */
let calls: Calls | undefined;

function call<T>(
  instance: OpenServiceInstance,
  plan: () => MethodPlan,
  make: (calls: Calls) => Promise<T>,
): Promise<T> {
  return calls === undefined ? firstCall(instance, plan, make) : make(calls);
}

async function firstCall<T>(
  { running }: OpenServiceInstance,
  plan: () => MethodPlan,
  make: (calls: Calls) => Promise<T>,
): Promise<T> {
  // It is under way from now on: whoever disconnects meanwhile waits for it.
  running.enter(plan().who);
  try {
    const loaded = await import('./execute-method.js');
    calls = loaded;
    return await running.goOn(() => make(loaded));
  } finally {
    running.leave();
  }
}

function methodFunction(
  instance: OpenServiceInstance,
  plan: () => MethodPlan,
): PagedMethod<Row | undefined, Row, unknown, unknown> {
  const execute = (inputs?: Row, options?: CallOptions): Promise<Row> =>
    call(instance, plan, ({ executeMethod }) =>
      executeMethod(instance, plan(), inputs, options ?? undefined),
    );
  const data = (inputs?: Row, options?: CallOptions): Promise<DataAnswer<unknown>> =>
    call(instance, plan, ({ executeForData }) =>
      executeForData(instance, plan(), inputs, options ?? undefined),
    );
  const pages = (inputs?: Row, options?: PageOptions): AsyncIterableIterator<unknown> =>
    pagesOf(instance, plan(), inputs, options ?? undefined);
  return Object.freeze(Object.assign(execute, { data, pages }));
}
