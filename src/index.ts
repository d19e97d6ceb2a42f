/** Design time: the use cases on a workspace folder, and the pure steps they are made of. */
export type { Place } from './base/place.js';
export type { Problem, Severity } from './base/problem.js';
export {
  type DescribedConnector,
  type DescribeOptions,
  describeConnector,
} from './describe/describe-connector.js';
export type { EmittedFile } from './emit/emitted-file.js';
export { type EmitOptions, emitTypeScript } from './emit/typescript/emit-typescript.js';
export type { Descriptor } from './load/descriptor.js';
export { loadDescriptor } from './load/load-descriptor.js';
export type { LoadLimits } from './load/load-limits.js';
export type { LoadOptions } from './load/load-options.js';
export type { Connector, Method, Property, ServiceObject } from './model/connector.js';
export {
  type Authentication,
  DEFAULT_SETTINGS,
  type Placement,
  type Selection,
  type ServiceInstance,
  type ServiceInstanceSettings,
} from './model/service-instance.js';
export type { NormalDescriptor } from './normalize/normal-descriptor.js';
export { type Normalized, normalizeDescriptor } from './normalize/normalize-descriptor.js';
export type { ConnectOptions } from './runtime/open-service-instance.js';
export type { GivenInput } from './workspace/coerce-input.js';
export type { ConnectorChanges, NameChanges } from './workspace/compare-connectors.js';
export type { PlacedProblem } from './workspace/describe-descriptor.js';
export {
  type Executed,
  type ExecuteOptions,
  executeRegisteredMethod,
  prepareRegisteredMethod,
} from './workspace/execute-registered-method.js';
export { type Generated, type GenerateOptions, generateConnectors } from './workspace/generate-connectors.js';
export { type Inspected, type InspectOptions, inspectDescriptor } from './workspace/inspect-descriptor.js';
export { readServiceInstances } from './workspace/read-service-instances.js';
export {
  type Refreshed,
  type RefreshOptions,
  refreshServiceInstances,
} from './workspace/refresh-service-instances.js';
export {
  type Registered,
  type RegisterOptions,
  registerServiceInstance,
} from './workspace/register-service-instance.js';
export type { ShownRequest } from './workspace/show-request.js';
