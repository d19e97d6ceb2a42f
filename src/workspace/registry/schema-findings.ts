import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { splitPointer } from '../../base/json-pointer.js';
import { nearNames } from '../../base/near-names.js';
import { quoted } from '../../base/visible-text.js';
import type { RegistrationFinding } from './registration-finding.js';
import { SERVICE_INSTANCES_SCHEMA, type ServiceInstanceEntries } from './service-instances-schema.js';

let validate: ValidateFunction<ServiceInstanceEntries> | undefined;

/** What the file's shape allows, or everything that is wrong with it. */
export type Checked =
  | { readonly entries: ServiceInstanceEntries }
  | { readonly findings: readonly RegistrationFinding[] };

/** Holds a parsed file against its JSON Schema. */
export function checkShape(value: unknown): Checked {
  validate ??= new Ajv({
    allErrors: true,
    verbose: true,
    discriminator: true,
    ownProperties: true,
  }).compile<ServiceInstanceEntries>(SERVICE_INSTANCES_SCHEMA);
  if (validate(value)) return { entries: value };
  return { findings: findingsOf(validate.errors) };
}

/** What Ajv found, in words. Every part of the schema has a `description` that completes «must be …». */
export function findingsOf(errors: readonly ErrorObject[] | null | undefined): RegistrationFinding[] {
  return (errors ?? []).flatMap((error) => findingOf(error) ?? []);
}

function findingOf(error: ErrorObject): RegistrationFinding | undefined {
  const path = splitPointer(error.instancePath);
  if (error.propertyName !== undefined) return badName(error, [...path, error.propertyName]);
  switch (error.keyword) {
    // Says only that the finding about the name itself was made.
    case 'propertyNames':
      return undefined;
    case 'additionalProperties':
      return unknownKey(error, path);
    case 'required':
      return missingKey(error, path);
    default:
      return { path, what: `must be ${wanted(error)}`, advice: 'Change it' };
  }
}

function badName(error: ErrorObject, path: readonly string[]): RegistrationFinding {
  return { path, what: `the name must be ${wanted(error)}`, advice: 'Choose another name' };
}

function unknownKey(error: ErrorObject, path: readonly string[]): RegistrationFinding {
  const key = text(property(error.params, 'additionalProperty'));
  const known = Object.keys(Object(property(error.parentSchema, 'properties')));
  const [near] = nearNames(key, known);
  const advice =
    near === undefined ? `Remove it; known here: ${known.join(', ')}` : `Perhaps you meant ${quoted(near)}`;
  return { path: [...path, key], what: 'is not known here', advice };
}

function missingKey(error: ErrorObject, path: readonly string[]): RegistrationFinding {
  const key = text(property(error.params, 'missingProperty'));
  return { path, what: `${quoted(key)} is missing`, advice: 'Add it' };
}

/** The description in the schema: it completes «must be …». */
function wanted(error: ErrorObject): string {
  return text(property(error.parentSchema, 'description'));
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
