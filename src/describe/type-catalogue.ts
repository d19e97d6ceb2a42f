import { splitPointer } from '../base/json-pointer.js';
import type { NormalDescriptor, NormalOperation } from '../normalize/normal-descriptor.js';
import type { NormalSchema } from '../normalize/normal-schema.js';
import { isForm } from './media-types.js';
import { methodNameOf } from './method-name.js';
import { isSuccess } from './success-answers.js';

/** A schema that becomes an Object Type: one with a name of its own, or an inline object that is given one. */
export interface CataloguedType {
  /** JSON Pointer; tells types apart. */
  readonly pointer: string;
  /** The name to start from. */
  readonly name: string;
  readonly schema: NormalSchema;
  /** It has a name in the descriptor; groups of operations join only such types. */
  readonly named: boolean;
}

/**
 * Every schema that needs a name, by pointer. An inline object is named after where it stands: its type's name,
 * or its Method's and `Request` or `Response`, and then the Properties on the way. So the name stays when the
 * descriptor is put in another order or grows elsewhere.
 */
export function catalogueTypes(normal: NormalDescriptor): Map<string, CataloguedType> {
  const catalogue = new Map<string, CataloguedType>();
  const bases = new Map<string, string>();
  for (const [pointer, { name, schema }] of normal.schemas) {
    catalogue.set(pointer, { pointer, name, schema, named: true });
    bases.set(pointer, name);
  }
  for (const operation of normal.operations) collectBases(operation, bases);

  const add = (schema: NormalSchema): void => {
    if (catalogue.has(schema.pointer)) return;
    const name = nameBelow(schema.pointer, bases);
    catalogue.set(schema.pointer, { pointer: schema.pointer, name, schema, named: false });
  };
  for (const { schema } of normal.schemas.values())
    for (const part of partsOf(schema)) visitInline(part, add);
  for (const operation of normal.operations) visitOperation(operation, add);
  return catalogue;
}

/** Inline schemas that become Object Types of their own. Objects without listed Properties are maps. */
export function isInlineType(schema: NormalSchema): boolean {
  return schema.kind === 'object' && schema.properties.length > 0;
}

function visitOperation(operation: NormalOperation, add: (schema: NormalSchema) => void): void {
  for (const parameter of operation.parameters) visitInline(parameter.schema, add);
  for (const { mediaType, schema } of operation.body?.contents ?? []) {
    // The fields of a form are inputs of their own; what nests in them is not.
    const parts = isForm(mediaType) && schema.kind === 'object' ? partsOf(schema) : [schema];
    for (const part of parts) visitInline(part, add);
  }
  for (const answer of operation.answers) for (const { schema } of answer.contents) visitInline(schema, add);
}

/** Iterative, for descriptors nest deeper than a stack does. */
function visitInline(root: NormalSchema, add: (schema: NormalSchema) => void): void {
  const waiting = [root];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (isInlineType(schema)) add(schema);
    pushParts(schema, waiting);
  }
}

function partsOf(schema: NormalSchema): readonly NormalSchema[] {
  const parts: NormalSchema[] = [];
  pushParts(schema, parts);
  return parts;
}

// Pushed one by one: of most schemas there are none, and lists in between would cost more than all the rest.
function pushParts(schema: NormalSchema, parts: NormalSchema[]): void {
  switch (schema.kind) {
    case 'object':
      for (const property of schema.properties) parts.push(property.schema);
      if (schema.rest !== undefined) parts.push(schema.rest);
      break;
    case 'array':
      parts.push(schema.items);
      break;
    case 'tuple':
      parts.push(...schema.items);
      if (schema.rest !== undefined) parts.push(schema.rest);
      break;
    case 'union':
      parts.push(...schema.of);
  }
}

function collectBases(operation: NormalOperation, bases: Map<string, string>): void {
  const method = methodNameOf(operation);
  for (const parameter of operation.parameters) bases.set(parameter.pointer, `${method}_${parameter.name}`);
  if (operation.body !== undefined) setBase(bases, operation, operation.body.pointer, method, 'Request');
  const [success, ...more] = operation.answers.filter(isSuccess);
  for (const answer of operation.answers) {
    const isMain = answer === success && more.length === 0;
    setBase(bases, operation, answer.pointer, method, isMain ? 'Response' : `Response_${answer.codes}`);
  }
}

/** A body or answer that several operations share is named after itself and not after one of them. */
function setBase(
  bases: Map<string, string>,
  operation: NormalOperation,
  pointer: string,
  method: string,
  role: string,
): void {
  const own = pointer.startsWith(operation.pointer);
  const name = own ? method : (splitPointer(pointer).at(-1) ?? method);
  if (!bases.has(pointer)) bases.set(pointer, `${name}_${own ? role : role.replace(/_.*/, '')}`);
}

function nameBelow(pointer: string, bases: ReadonlyMap<string, string>): string {
  let base = pointer;
  while (base !== '' && !bases.has(base)) base = base.slice(0, base.lastIndexOf('/'));
  const steps = splitPointer(pointer.slice(base.length));
  return [bases.get(base) ?? 'Inline', ...namesAmong(steps)].join('_');
}

// Words of the schema language that name nothing. Behind `content` and `allOf` a media type or a number follows.
const STEPS = new Set(['schema', 'items', 'additionalProperties', 'oneOf', 'anyOf']);

function namesAmong(steps: readonly string[]): string[] {
  const names: string[] = [];
  const rest = steps.values();
  for (const step of rest) {
    if (step === 'properties' || step === 'patternProperties') names.push(rest.next().value ?? '');
    else if (step === 'content' || step === 'allOf') rest.next();
    else if (!STEPS.has(step)) names.push(step);
  }
  return names.filter((name) => name !== '');
}
