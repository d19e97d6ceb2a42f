/** Every code an error of `rest-broker/workflow` can carry. */
export type WorkflowErrorCode =
  | 'ENGINE_MISSING'
  | 'ENGINE_VERSION'
  | 'STORE_UNUSABLE'
  | 'DEFINITION_UNKNOWN'
  | 'DEFINITION_INVALID'
  | 'DATA_FIELD_INVALID'
  | 'INSTANCE_UNKNOWN'
  | 'INSTANCE_FAILED'
  | 'INSTANCE_CANCELED'
  | 'INSTANCE_STILL_RUNNING'
  | 'STEP_FAILED'
  | 'STEP_INVALID'
  | 'VALUE_UNSTORABLE'
  | 'SERIAL_NUMBER_MALFORMED'
  | 'SERIAL_NUMBER_UNKNOWN';

/** The parts of a message, in the order in which they are read; untrusted text in them is `quoted`. */
export interface WorkflowErrorParts {
  readonly who: string;
  readonly what: string;
  readonly advice?: string;
  readonly cause?: unknown;
}

/** What durable waiting throws on purpose. Compare `code`, not the message. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
  readonly code: WorkflowErrorCode;
  readonly parts: WorkflowErrorParts;

  constructor(code: WorkflowErrorCode, parts: WorkflowErrorParts) {
    const { who, what, advice, cause } = parts;
    const message = advice === undefined ? `${who}: ${what}.` : `${who}: ${what}. ${advice}.`;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.parts = parts;
  }
}
