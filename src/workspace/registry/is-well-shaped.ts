import { SERVICE_INSTANCES_SCHEMA, type ServiceInstanceEntries } from './service-instances-schema.js';

/** As much of JSON Schema as the registry's own schema uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

/** Say something to people, or to a validator that words its findings. */
const SAY_NOTHING = ['description', 'discriminator'];
const KEYWORDS: ReadonlySet<string> = new Set([
  'type',
  'const',
  'enum',
  'minLength',
  'pattern',
  'minimum',
  'maximum',
  'required',
  'properties',
  'additionalProperties',
  'propertyNames',
  'items',
  'oneOf',
  ...SAY_NOTHING,
]);

/**
 * Whether a parsed registry holds to its schema, at hardly any cost: the usual one does, and then no validator has
 * to be loaded and made, which takes longer than all the rest of reading it. What this does not vouch for is left
 * to the validator, so a schema that comes to use another keyword loses speed and nothing else.
 */
export function isWellShaped(value: unknown): value is ServiceInstanceEntries {
  // Written without a type of its own; a keyword that is not known here makes it hold for nothing.
  return holds(SERVICE_INSTANCES_SCHEMA as Schema, value);
}

function holds(schema: Schema, value: unknown): boolean {
  return (
    Object.keys(schema).every((keyword) => KEYWORDS.has(keyword)) &&
    (schema.type === undefined || isOfType(value, schema.type)) &&
    (schema.const === undefined || value === schema.const) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (schema.oneOf === undefined || schema.oneOf.filter((one) => holds(one, value)).length === 1) &&
    textHolds(schema, value) &&
    numberHolds(schema, value) &&
    listHolds(schema, value) &&
    mappingHolds(schema, value)
  );
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'object') return isMapping(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return (type === 'string' || type === 'boolean') && typeof value === type;
}

function textHolds({ minLength = 0, pattern }: Schema, value: unknown): boolean {
  if (typeof value !== 'string') return true;
  return value.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(value));
}

function numberHolds({ minimum = -Infinity, maximum = Infinity }: Schema, value: unknown): boolean {
  return typeof value !== 'number' || (value >= minimum && value <= maximum);
}

function listHolds({ items }: Schema, value: unknown): boolean {
  return !Array.isArray(value) || items === undefined || value.every((item) => holds(items, item));
}

function mappingHolds(schema: Schema, value: unknown): boolean {
  if (!isMapping(value)) return true;
  const { required = [], propertyNames } = schema;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(
      ([name, member]) =>
        (propertyNames === undefined || holds(propertyNames, name)) && memberHolds(schema, name, member),
    )
  );
}

function memberHolds(
  { properties = {}, additionalProperties = true }: Schema,
  name: string,
  member: unknown,
) {
  if (Object.hasOwn(properties, name)) return holds(properties[name] ?? {}, member);
  return typeof additionalProperties === 'boolean'
    ? additionalProperties
    : holds(additionalProperties, member);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
