import type { Place } from './place.js';

/**
 * Every code an error of rest-broker can carry, area first. `docs/errors.md` has a row for each.
 * A finding about a descriptor is not an error but a Problem (`problem.ts`).
 */
export type ErrorCode =
  // design time
  | 'DESCRIPTOR_UNREADABLE'
  | 'DESCRIPTOR_NOT_FETCHED'
  | 'DESCRIPTOR_MALFORMED'
  | 'DESCRIPTOR_TOO_LARGE'
  | 'DESCRIPTOR_VERSION_UNKNOWN'
  | 'DESCRIPTOR_UNUSABLE'
  | 'REFERENCE_UNRESOLVED'
  | 'REFERENCE_REFUSED'
  | 'CONNECTOR_MALFORMED'
  | 'REVISION_UNREADABLE'
  | 'REGISTRATION_INVALID'
  | 'REGISTRATION_EXISTS'
  | 'SERVICE_INSTANCE_UNKNOWN'
  | 'SERVICE_OBJECT_UNKNOWN'
  | 'METHOD_UNKNOWN'
  | 'OUTPUT_REFUSED'
  | 'USAGE_WRONG'
  // run time
  | 'SERVICE_URL_INVALID'
  | 'SETTING_INVALID'
  | 'CREDENTIAL_MISSING'
  | 'CREDENTIAL_UNSAFE'
  | 'CREDENTIAL_REFUSED'
  | 'DISCONNECTED'
  | 'INPUT_MISSING'
  | 'INPUT_INVALID'
  | 'INPUT_UNKNOWN'
  | 'SERIALIZATION_MALFORMED'
  | 'SERIALIZATION_MISMATCH'
  | 'CONNECTION_FAILED'
  | 'TIMEOUT'
  | 'RESPONSE_NOT_SUCCESS'
  | 'RESPONSE_MALFORMED'
  | 'RESPONSE_TOO_LARGE'
  | 'REDIRECT_REFUSED'
  | 'PAGE_REFUSED'
  // durable waiting
  | 'PACKAGE_MISSING'
  | 'STORE_UNUSABLE'
  | 'DEFINITION_INVALID'
  | 'DEFINITION_UNKNOWN'
  | 'DATA_FIELD_INVALID'
  | 'VALUE_UNSTORABLE'
  | 'STEP_INVALID'
  | 'STEP_FAILED'
  | 'SERIAL_NUMBER_MALFORMED'
  | 'ACTION_UNKNOWN'
  | 'INSTANCE_UNKNOWN'
  | 'INSTANCE_STILL_RUNNING'
  | 'INSTANCE_CANCELED'
  | 'INSTANCE_FAILED';

/** The parts of an error's message, in the order in which they are read. */
export interface ErrorParts {
  /** Whom it concerns: the file, the Service Instance, the Method, the input. */
  readonly who: string;
  /** What happened, without a full stop. Untrusted text in it must go through `quoted`. */
  readonly what: string;
  /** What to do about it, without a full stop. */
  readonly advice?: string;
  readonly place?: Place;
  readonly cause?: unknown;
}

/** Base of everything rest-broker throws on purpose. Compare `code`, not the message. */
export class RestBrokerError extends Error {
  override readonly name: string = 'RestBrokerError';
  readonly code: ErrorCode;
  /** Where in a descriptor or a registration it happened, when it happened there. */
  readonly place: Place | undefined;

  constructor(code: ErrorCode, parts: ErrorParts) {
    super(messageOf(parts), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = code;
    this.place = parts.place;
  }
}

function messageOf({ who, what, advice }: ErrorParts): string {
  return advice === undefined ? `${who}: ${what}.` : `${who}: ${what}. ${advice}.`;
}

/** A descriptor could not be read, fetched, parsed or made sense of. */
export class DescriptorError extends RestBrokerError {
  override readonly name = 'DescriptorError';
}

/** `service-instances.yaml`, or what was asked of it, does not hold. */
export class RegistrationError extends RestBrokerError {
  override readonly name = 'RegistrationError';
}

/** Emitted files could not be written without touching what is not ours. */
export class OutputError extends RestBrokerError {
  override readonly name = 'OutputError';
}

/** An argument of a command or an option of `connect` is wrong. */
export class SettingError extends RestBrokerError {
  override readonly name = 'SettingError';
}

/** An input of a Method is missing, unknown or of the wrong type; nothing was sent. */
export class InputError extends RestBrokerError {
  override readonly name = 'InputError';
}

/** Text is not Serialized text, or not of the type that was expected. */
export class SerializationError extends RestBrokerError {
  override readonly name = 'SerializationError';
}

/** The service gave no answer: the connection was refused, reset or never made. */
export class ConnectionError extends RestBrokerError {
  override readonly name = 'ConnectionError';
}

/** No whole answer arrived in time. */
export class TimeoutError extends RestBrokerError {
  override readonly name = 'TimeoutError';
}

/** What an answer held, as far as it was read. */
export interface ResponseParts extends ErrorParts {
  readonly HttpResponseCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In seconds. */
  readonly retryAfter?: number | undefined;
}

/** The service answered, but not with success, or not with what the descriptor promises. */
export class ResponseError extends RestBrokerError {
  override readonly name = 'ResponseError';
  /** The answer's status code. */
  readonly HttpResponseCode: number;
  /** The answer's headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's text, cut at a readable length. */
  readonly body: string;
  /** Seconds after which the service wants to be asked again, where it says so (RFC 9110 §10.2.3). */
  readonly retryAfter?: number;

  constructor(code: ErrorCode, parts: ResponseParts) {
    super(code, parts);
    this.HttpResponseCode = parts.HttpResponseCode;
    this.headers = parts.headers;
    this.body = parts.body;
    if (parts.retryAfter !== undefined) this.retryAfter = parts.retryAfter;
  }
}

/** What an error of durable waiting holds beside the rest. */
export interface WorkflowErrorParts extends ErrorParts {
  /** `code` of what a step failed with, as far as that had one; it outlives the process in which the step failed. */
  readonly reason?: string | undefined;
}

/** A workflow, a step of one, or the store they are kept in does not hold. */
export class WorkflowError extends RestBrokerError {
  override readonly name = 'WorkflowError';
  /** Code of what the step failed with: `RESPONSE_NOT_SUCCESS` of a connector, for example. */
  readonly reason?: string;

  constructor(code: ErrorCode, parts: WorkflowErrorParts) {
    super(code, parts);
    if (parts.reason !== undefined) this.reason = parts.reason;
  }
}
