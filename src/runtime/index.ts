/** The one door that generated code imports. It never pulls in the generator. */
export type {
  AnswerDefinition,
  CellType,
  InputDefinition,
  MethodDefinition,
  RecordDefinition,
  ServiceInstanceDefinition,
  ServiceObjectDefinition,
} from '../model/definition.js';
export type { Authentication } from '../model/service-instance.js';
export type { AuthenticationOption, Credential } from './authenticate.js';
export {
  connect,
  type HttpHeaderOutputs,
  type HttpOutputs,
  type Method,
  type ServiceObject,
  serviceObject,
} from './connect.js';
export type { DataAnswer } from './execute-method.js';
export type { HelperMethods } from './helper-methods.js';
export type { HTTPHeader, HttpHeadersInput } from './http-headers.js';
export type { CallOptions, ConnectOptions } from './open-service-instance.js';
export {
  type ArrayInput,
  type DateTimeInput,
  type Decimal,
  type FileInput,
  type FileValue,
  type Int64,
  type ItemInput,
  type PropertyInputs,
  type Serialized,
  type SerializedArray,
  typeName,
  type ValueInput,
} from './serialized.js';
