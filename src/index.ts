/** Design time: the use cases on a workspace folder, and the pure steps they are made of. */
export type { Place } from './base/place.js';
export type { Problem, Severity } from './base/problem.js';
export type { Change, ChangedPart, ChangeEnd, ChangeSeverity, MethodName } from './compare/change.js';
export type { ChangeCode } from './compare/change-kinds.js';
export { compareConnectors } from './compare/compare-connectors.js';
export {
  type DescribedConnector,
  type DescribeOptions,
  describeConnector,
} from './describe/describe-connector.js';
export type { EmittedFile } from './emit/emitted-file.js';
export type { EmitOptions } from './emit/typescript/emission.js';
export { emitTypeScript } from './emit/typescript/emit-typescript.js';
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
export type { ConnectOptions } from './runtime/connect-options.js';
export {
  type Checked,
  type CheckedConnector,
  type CheckOptions,
  checkConnectors,
} from './workspace/check-connectors.js';
export {
  type CheckedOrigin,
  type CheckOriginsOptions,
  checkOrigins,
} from './workspace/check-origins.js';
export type { Generated } from './workspace/connectors/generated.js';
export type { PlacedProblem } from './workspace/descriptors/describe-descriptor.js';
export {
  type Executed,
  type ExecuteOptions,
  executeRegisteredMethod,
  prepareRegisteredMethod,
} from './workspace/execute-registered-method.js';
export type { GivenInput } from './workspace/execution/coerce-input.js';
export type { ShownRequest } from './workspace/execution/show-request.js';
export { type GenerateOptions, generateConnectors } from './workspace/generate-connectors.js';
export { type Inspected, type InspectOptions, inspectDescriptor } from './workspace/inspect-descriptor.js';
export type { OnProgress, Progress } from './workspace/progress.js';
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
export { readServiceInstances } from './workspace/registry/read-service-instances.js';
export {
  type Unregistered,
  type UnregisterOptions,
  unregisterServiceInstance,
} from './workspace/unregister-service-instance.js';
export {
  type Updated,
  type UpdateOptions,
  updateConnectors,
} from './workspace/update-connectors.js';
export { type WatchOptions, watchConnectors } from './workspace/watch-connectors.js';
