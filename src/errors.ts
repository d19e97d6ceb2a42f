/** What rest-broker throws, and the codes to tell it by. */
export {
  ConnectionError,
  DescriptorError,
  type ErrorCode,
  InputError,
  OutputError,
  RegistrationError,
  ResponseError,
  RestBrokerError,
  SerializationError,
  SettingError,
  TimeoutError,
  WorkflowError,
} from './base/errors.js';
export type { Place } from './base/place.js';
