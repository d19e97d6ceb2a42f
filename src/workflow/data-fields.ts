import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';

/** Values by the name of their data field; names may hold spaces. */
export type DataFields = Readonly<Record<string, unknown>>;

export type DataFieldType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

/** What is known of a data field of a workflow. */
export interface DataFieldDefinition {
  readonly type?: DataFieldType;
  /** Without it the workflow is not started. Default false. */
  readonly required?: boolean;
  /** Its value never appears in lists, logs, errors or reports. Default false. */
  readonly hidden?: boolean;
  readonly description?: string;
}

export type DataFieldDefinitions = Readonly<Record<string, DataFieldDefinition>>;

/**
 * Checks what a workflow is started with.
 *
 * @throws WorkflowError `DATA_FIELD_INVALID`; the message names fields and no values
 */
export function checkDataFields(
  workflow: string,
  definitions: DataFieldDefinitions,
  given: DataFields,
): void {
  for (const [name, { type, required = false }] of Object.entries(definitions)) {
    const value: unknown = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null) {
      if (required) throw invalid(workflow, name, 'it is missing');
    } else if (type !== undefined && !isOfType(value, type)) {
      throw invalid(workflow, name, `it is not of the type ${type}`);
    }
  }
}

/** Names of the data fields that are hidden. */
export function hiddenNames(definitions: DataFieldDefinitions): string[] {
  return Object.entries(definitions)
    .filter(([, { hidden }]) => hidden === true)
    .map(([name]) => name);
}

/** The fields without those named; what is left may be shown. */
export function withoutHidden(fields: unknown, hidden: readonly string[]): DataFields {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return {};
  const secret = new Set(hidden.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.has(name.toLowerCase())));
}

function isOfType(value: unknown, type: DataFieldType): boolean {
  if (type === 'integer') return Number.isSafeInteger(value) || typeof value === 'bigint';
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value);
  if (type === 'number') return typeof value === 'number' || typeof value === 'bigint';
  return typeof value === type;
}

function invalid(workflow: string, name: string, what: string): WorkflowError {
  return new WorkflowError('DATA_FIELD_INVALID', {
    who: `Workflow ${quoted(workflow)} › data field ${quoted(name)}`,
    what,
    advice: 'See the schema of the workflow',
  });
}
