import { SettingError } from '../base/errors.js';
import { HTTP_RESPONSE_CODE } from '../model/names.js';
import type { ServiceInstance } from '../model/service-instance.js';
import { serviceInstanceDefinition, serviceObjectDefinition } from '../model/service-object-definition.js';
import type { ConnectOptions } from '../runtime/connect-options.js';
import { isSuccess } from '../runtime/decode-answer.js';
import { executeMethod, prepareRequest } from '../runtime/execute-method.js';
import { helperMethods } from '../runtime/helper-methods.js';
import { type MethodPlan, planMethod } from '../runtime/method-plan.js';
import { type OpenServiceInstance, openServiceInstance } from '../runtime/open-service-instance.js';
import { describeDescriptor } from './descriptors/describe-descriptor.js';
import type { OnPhase } from './descriptors/load-source.js';
import { readRegisteredDescriptor } from './descriptors/read-registered-descriptor.js';
import { addHttpHeaders } from './execution/add-http-headers.js';
import { coerceInput, type GivenInput } from './execution/coerce-input.js';
import { findMethod } from './execution/find-method.js';
import { helperInputTypes, methodInputTypes } from './execution/input-types.js';
import { refuseUnknownVariables } from './execution/refuse-unknown-variables.js';
import { type ShownRequest, showRequest } from './execution/show-request.js';
import { findServiceInstance } from './registry/find-service-instances.js';

export interface ExecuteOptions {
  /** Of the Service Instance, of one of its Service Objects, and of a Method of that; matched without case. */
  readonly name: string;
  readonly object: string;
  readonly method: string;
  /** By name, matched without case. */
  readonly inputs?: Readonly<Record<string, GivenInput>>;
  /** Added to the input `HttpHeaders`. Values may name `${VARIABLE}`s. */
  readonly httpHeaders?: Readonly<Record<string, string>>;
  readonly connect?: ConnectOptions;
  readonly onPhase?: OnPhase;
  /** Told of the Method, `nwc › Tasks › Get_tasks`, when its service is about to be called. */
  readonly onCall?: (method: string) => void;
}

type Row = Readonly<Record<string, unknown>>;

/** What a Method gave. */
export interface Executed {
  /** `nwc › Tasks › Get_tasks`. */
  readonly method: string;
  /** By system name; a list for the helper Methods that give one. */
  readonly outputs: Row | readonly Row[];
  /** false: the service answered without success, and break-on-error is off. */
  readonly success: boolean;
}

/**
 * Runs one Method straight from the registration.
 *
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, SERVICE_OBJECT_UNKNOWN, METHOD_UNKNOWN; DescriptorError
 * @throws as the runtime: InputError, SerializationError, SettingError, ConnectionError, TimeoutError, ResponseError
 */
export async function executeRegisteredMethod(folder: string, options: ExecuteOptions): Promise<Executed> {
  const method = await openMethod(folder, options);
  if (method.kind === 'helper') return { method: method.who, outputs: method.run(), success: true };
  options.onCall?.(method.who);
  const outputs = await executeMethod(method.instance, method.plan, method.inputs);
  const success = isSuccess(Number(outputs[HTTP_RESPONSE_CODE]));
  return { method: method.who, outputs, success };
}

/**
 * The request that a Method would send, with its secrets masked; nothing is sent.
 *
 * @throws as `executeRegisteredMethod`; SettingError USAGE_WRONG for a helper Method
 */
export async function prepareRegisteredMethod(
  folder: string,
  options: ExecuteOptions,
): Promise<ShownRequest> {
  const method = await openMethod(folder, options);
  if (method.kind === 'helper') throw callsNoService(method.who);
  return showRequest(await prepareRequest(method.instance, method.plan, method.inputs));
}

type OpenMethod =
  | { readonly kind: 'helper'; readonly who: string; readonly run: () => Row | readonly Row[] }
  | {
      readonly kind: 'call';
      readonly who: string;
      readonly instance: OpenServiceInstance;
      readonly plan: MethodPlan;
      readonly inputs: Record<string, unknown>;
    };

async function openMethod(folder: string, options: ExecuteOptions): Promise<OpenMethod> {
  const instance = await findServiceInstance(folder, options.name);
  const connector = await describeRegistered(folder, instance, options.onPhase);
  const { object, systemName, isHelper } = findMethod(connector, options.object, options.method);
  const definition = serviceObjectDefinition(object);
  const objectName = `${instance.name} › ${object.systemName}`;
  const who = `${objectName} › ${systemName}`;
  if (isHelper) {
    const inputs = coerced(options.inputs ?? {}, helperInputTypes(systemName, definition), who);
    const run = helperMethods(definition, objectName)[systemName] as (inputs: Row) => Row | readonly Row[];
    return { kind: 'helper', who, run: () => run(inputs) };
  }
  const method = definition.methods?.[systemName];
  if (method === undefined) throw new Error(`${who} is described but not defined`);
  const service = serviceInstanceDefinition(connector);
  refuseUnknownVariables(who, options.connect?.variables ?? {}, [service.serviceUrl, method.serviceUrl]);
  const open = openServiceInstance(service, options.connect ?? {});
  const inputs = coerced(options.inputs ?? {}, methodInputTypes(method), who);
  return {
    kind: 'call',
    who,
    instance: open,
    plan: planMethod(method, who),
    inputs: addHttpHeaders(inputs, options.httpHeaders ?? {}, open, who),
  };
}

async function describeRegistered(folder: string, instance: ServiceInstance, onPhase?: OnPhase) {
  const { name: serviceInstance, settings, descriptor } = instance;
  const loaded = await readRegisteredDescriptor(folder, instance, onPhase);
  return describeDescriptor(loaded, { serviceInstance, settings, source: descriptor.source }).connector;
}

/** Unknown names go through as they are: the runtime refuses them with the known ones. */
function coerced(
  given: Readonly<Record<string, GivenInput>>,
  types: ReturnType<typeof methodInputTypes>,
  who: string,
): Record<string, unknown> {
  const pairs = Object.entries(given).map(([name, input]): [string, unknown] => {
    const known = types.get(name.toLowerCase());
    const value = coerceInput(input, known?.type ?? 'Text', `${who}, input ${known?.systemName ?? name}`);
    return [known?.systemName ?? name, value];
  });
  return Object.fromEntries(pairs);
}

function callsNoService(who: string): SettingError {
  return new SettingError('USAGE_WRONG', {
    who,
    what: 'it works on text alone and calls no service, so there is no request to show',
    advice: 'Leave out --dry-run',
  });
}
