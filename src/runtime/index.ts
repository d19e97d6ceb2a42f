/** The one door that generated code imports. It never pulls in the generator. */

export type { StreamedBody } from '../http/streamed-body.js';
export type {
  AnswerDefinition,
  CellType,
  InputDefinition,
  MethodDefinition,
  RecordDefinition,
  ServiceInstanceDefinition,
  ServiceObjectDefinition,
} from '../model/definition.js';
export type { Authentication, OAuthAuthentication, PagingSettings } from '../model/service-instance.js';
export type { AuthenticationOption, Credential, OAuthOption } from './authentication-option.js';
export type { CallOptions } from './call-options.js';
export {
  connect,
  disconnect,
  type HttpHeaderOutputs,
  type HttpOutputs,
  type Method,
  type ServiceObject,
  serviceObject,
} from './connect.js';
export type { ConnectOptions } from './connect-options.js';
export type { DataAnswer } from './execute-method.js';
export { type FileAt, type FileAtOptions, fileAt } from './file-at.js';
export { fileText } from './file-text.js';
export type { HelperMethods } from './helper-methods.js';
export type { Hooks, SeenAnswer, SeenRequest } from './hooks.js';
export type { HTTPHeader, HttpHeadersInput } from './http-headers.js';
export type { PagedMethod, PageOptions } from './pages.js';
export type { CallEvent } from './publish-call.js';
export {
  type ArrayInput,
  type DateTimeInput,
  type Decimal,
  type FileInput,
  type FileValue,
  type Int64,
  type ItemInput,
  type PropertiesOf,
  type PropertyInputs,
  type Serialized,
  type SerializedArray,
  typeName,
  type ValueInput,
} from './serialized.js';
