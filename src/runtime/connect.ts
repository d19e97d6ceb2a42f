import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../model/definition.js';
import { type DataAnswer, executeForData, executeMethod } from './execute-method.js';
import { helperMethods } from './helper-methods.js';
import type { HTTPHeader } from './http-headers.js';
import { type MethodPlan, planMethod } from './method-plan.js';
import {
  type CallOptions,
  type ConnectOptions,
  type OpenServiceInstance,
  openServiceInstance,
} from './open-service-instance.js';
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

/** Makes a generated definition callable. */
export function serviceObject<SmartObject>(
  serviceInstance: ServiceInstanceDefinition,
  definition: ServiceObjectDefinition,
): ServiceObject<SmartObject> {
  const bind = (instance: OpenServiceInstance): SmartObject =>
    bindServiceObject(instance, definition) as SmartObject;
  return {
    systemName: definition.systemName,
    bind,
    connect: (options = {}) => bind(openServiceInstance(serviceInstance, options ?? {})),
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
  return Object.freeze(bound) as SmartObjects;
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
  return Object.freeze(bound);
}

type Row = Record<string, unknown>;

function methodFunction(
  instance: OpenServiceInstance,
  plan: () => MethodPlan,
): Method<Row | undefined, Row, unknown> {
  const execute = (inputs?: Row, options?: CallOptions): Promise<Row> =>
    executeMethod(instance, plan(), inputs, options ?? undefined);
  const data = (inputs?: Row, options?: CallOptions): Promise<DataAnswer<unknown>> =>
    executeForData(instance, plan(), inputs, options ?? undefined);
  return Object.freeze(Object.assign(execute, { data }));
}
