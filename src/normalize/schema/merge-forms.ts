import type { EnumValue, NormalProperty, NormalSchema, SchemaForm } from '../normal-schema.js';
import { allOfConflict, allOfContradiction, unionLeftOut } from '../problems.js';
import { buildSchema, joinRemarks } from './build-schema.js';
import { wordsOf } from './known-types.js';
import { NOTHING, type SchemaReader } from './schema-reader.js';

/** More alternatives than this are not united with what stands beside them. */
const MAX_UNITED_VARIANTS = 32;

type FormOf<K extends SchemaForm['kind']> = SchemaForm & { kind: K };

/** Where forms are united; a quiet merge tries something and reports nothing. */
interface MergeContext {
  readonly reader: SchemaReader;
  readonly pointer: string;
  readonly quiet?: boolean;
}

/** The form of values that fit both; where they cannot be united, the first, with a Problem. */
export function mergeForms(context: MergeContext, one: SchemaForm, other: SchemaForm): SchemaForm {
  if (one === other || other.kind === 'any' || one.kind === 'nothing') return one;
  if (one.kind === 'any' || other.kind === 'nothing') return other;
  if (one.kind === 'reference') return mergeReference(context, one, other, true);
  if (other.kind === 'reference') return mergeReference(context, other, one, false);
  if (one.kind === 'union') return mergeUnion(context, one, other, true);
  if (other.kind === 'union') return mergeUnion(context, other, one, false);
  return one.kind === other.kind ? mergeSameKind(context, one, other) : mergeKinds(context, one, other);
}

function mergeSameKind(context: MergeContext, one: SchemaForm, other: SchemaForm): SchemaForm {
  if (one.kind === 'object' && other.kind === 'object') return mergeObjects(context, one, other);
  if (one.kind === 'enum' && other.kind === 'enum') return mergeEnums(context, one, other);
  if (one.kind === 'array' && other.kind === 'array')
    return { kind: 'array', items: mergeSchemas(context, one.items, other.items) };
  return 'format' in one ? one : other;
}

/** Unites properties; a property both have must fit both. */
function mergeObjects(context: MergeContext, one: FormOf<'object'>, other: FormOf<'object'>): SchemaForm {
  if (other.properties.length === 0 && other.rest === undefined) return one;
  if (!context.reader.spend(one.properties.length + other.properties.length, context.pointer)) return one;
  const properties = new Map(one.properties.map((property) => [property.name, property]));
  for (const property of other.properties) {
    const known = properties.get(property.name);
    properties.set(property.name, known === undefined ? property : mergeProperty(context, known, property));
  }
  const rest = one.rest === undefined ? other.rest : looserRest(one.rest, other.rest);
  const united = { kind: 'object', properties: [...properties.values()] } as const;
  return rest === undefined ? united : { ...united, rest };
}

// Strictly, `false` in one part forbids what the other adds. Nobody who writes it means that.
function looserRest(one: NormalSchema, other: NormalSchema | undefined): NormalSchema {
  return one.kind === 'nothing' && other !== undefined ? other : one;
}

function mergeProperty(context: MergeContext, one: NormalProperty, other: NormalProperty): NormalProperty {
  const required = one.required || other.required;
  if (one.schema === other.schema && required === one.required) return one;
  return { name: one.name, required, schema: mergeSchemas(context, one.schema, other.schema) };
}

/** Two whole schemas as one: the later's remarks win, as it is the more special. */
function mergeSchemas(context: MergeContext, one: NormalSchema, other: NormalSchema): NormalSchema {
  if (one === other) return one;
  const form = mergeForms(context, one, other);
  const isNullable =
    (one.nullable === true || other.nullable === true) &&
    (one.nullable === true || one.kind === 'any') &&
    (other.nullable === true || other.kind === 'any');
  return buildSchema(joinRemarks(other, one), form, isNullable);
}

function mergeEnums(context: MergeContext, one: FormOf<'enum'>, other: FormOf<'enum'>): SchemaForm {
  if (!context.reader.spend(one.values.length + other.values.length, context.pointer)) return one;
  const wanted = new Set(other.values);
  return keepValues(context, one, other, (value) => wanted.has(value));
}

function mergeKinds(context: MergeContext, one: SchemaForm, other: SchemaForm): SchemaForm {
  if (one.kind === 'enum') return keepValues(context, one, other, fits(other));
  if (other.kind === 'enum') return keepValues(context, other, one, fits(one));
  return oneOfPair(one, other) ?? oneOfPair(other, one) ?? contradict(context, one, other);
}

/** The narrower of two kinds of which one holds the other. */
function oneOfPair(narrow: SchemaForm, wide: SchemaForm): SchemaForm | undefined {
  if (narrow.kind === 'integer' && wide.kind === 'number') return narrow;
  if (narrow.kind === 'file' && wide.kind === 'string') return narrow;
  if (narrow.kind === 'tuple' && wide.kind === 'array') return narrow;
  return undefined;
}

function fits(form: SchemaForm): (value: EnumValue) => boolean {
  // The kinds of scalar forms are the names that `typeof` gives.
  const type: string = form.kind === 'integer' ? 'number' : form.kind;
  return (value) => typeof value === type;
}

function keepValues(
  context: MergeContext,
  choices: FormOf<'enum'>,
  other: SchemaForm,
  isKept: (value: EnumValue) => boolean,
): SchemaForm {
  const kept = choices.values.map(isKept);
  const values = choices.values.filter((_, index) => kept[index]);
  if (values.length === 0) return contradict(context, choices, other);
  const names = choices.names?.filter((_, index) => kept[index]);
  return names === undefined ? { kind: 'enum', values } : { kind: 'enum', values, names };
}

/** A named schema keeps its name where the other part adds nothing to it; else its content is united. */
function mergeReference(
  context: MergeContext,
  reference: FormOf<'reference'>,
  other: SchemaForm,
  isFirst: boolean,
): SchemaForm {
  if (other.kind === 'reference' && other.key === reference.key) return reference;
  if (other.kind === 'object' && other.properties.length === 0 && other.rest === undefined) return reference;
  const named = context.reader.inline(reference.key)?.form;
  if (named === undefined || named.kind === 'union' || other.kind === 'reference') {
    // An alternative keeps its name; what it cannot take in was sorted out before.
    return context.quiet === true ? reference : conflict(context, reference, other, isFirst);
  }
  if (addsNothing(named, other)) return reference;
  return isFirst ? mergeForms(context, named, other) : mergeForms(context, other, named);
}

function addsNothing(named: SchemaForm, other: SchemaForm): boolean {
  if (named.kind !== 'object' || other.kind !== 'object') return false;
  if (other.properties.length > named.properties.length) return false;
  const names = new Set(named.properties.map(({ name }) => name));
  return other.properties.every(({ name }) => names.has(name));
}

function conflict(context: MergeContext, one: SchemaForm, other: SchemaForm, isFirst: boolean): SchemaForm {
  if (context.quiet !== true) {
    context.reader.reading.report(allOfConflict(context.pointer, { what: 'the same value' }));
  }
  return isFirst ? one : other;
}

/** Each alternative united with the other part; those that cannot be are no alternatives. */
function mergeUnion(
  context: MergeContext,
  union: FormOf<'union'>,
  other: SchemaForm,
  isFirst: boolean,
): SchemaForm {
  if (other.kind === 'union') return conflict(context, union, other, isFirst);
  if (union.of.every(({ kind }) => kind === 'any')) return other;
  if (!canUnite(context, union, other)) return leaveOut(context, other);
  const quiet = { ...context, quiet: true };
  const of = union.of
    .map((variant) => {
      const form = isFirst ? mergeForms(quiet, variant, other) : mergeForms(quiet, other, variant);
      return buildSchema(variant, form, variant.nullable === true);
    })
    .filter(({ kind }) => kind !== 'nothing');
  const [only, ...more] = of;
  if (only === undefined) return contradict(context, union, other);
  if (more.length === 0) return only;
  return union.discriminator === undefined
    ? { kind: 'union', of }
    : { kind: 'union', of, discriminator: union.discriminator };
}

/** Properties go into a few alternatives, not into many and not into alternatives of alternatives. */
function canUnite({ reader, pointer }: MergeContext, union: FormOf<'union'>, other: SchemaForm): boolean {
  if (!reader.spend(union.of.length, pointer)) return false;
  if (!addsProperties(other)) return true;
  if (union.of.length > MAX_UNITED_VARIANTS) return false;
  return union.of.every((variant) => {
    const form = variant.kind === 'reference' ? reader.inline(variant.key)?.form : variant;
    return form?.kind !== 'union';
  });
}

function addsProperties(form: SchemaForm): boolean {
  return form.kind === 'object' && form.properties.length > 0;
}

function leaveOut(context: MergeContext, form: SchemaForm): SchemaForm {
  context.reader.reading.report(unionLeftOut(context.pointer));
  return form;
}

function contradict(context: MergeContext, one: SchemaForm, other: SchemaForm): SchemaForm {
  if (context.quiet !== true) {
    const words = { one: wordsOf(one), other: wordsOf(other) };
    context.reader.reading.report(allOfContradiction(context.pointer, words));
  }
  return NOTHING;
}
