import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import { helperMethods } from '../../src/runtime/helper-methods.js';

/** Helper Methods by name. */
export type Helpers = Record<string, (inputs?: unknown) => unknown>;
export const helpersOf = (definition: ServiceObjectDefinition): Helpers =>
  helperMethods(definition, `nwc › ${definition.systemName}`) as Helpers;
export const run = (helpers: Helpers, method: string, inputs?: unknown): unknown => {
  const helper = helpers[method];
  if (helper === undefined) throw new Error(`no ${method}`);
  return helper(inputs);
};

/** A record type with every kind of Property. */
export const task = helpersOf({
  systemName: 'Task',
  record: {
    properties: {
      id: 'Text',
      status: 'Text',
      priority: 'Number',
      cost: 'Decimal',
      done: 'YesNo',
      due: 'DateTime',
      assignee: 'SerializedItem',
      urls: 'SerializedArray',
      anything: 'SerializedValue',
      constructor: 'Text' as const,
      key_: 'Text',
    },
    wireNames: { key_: '@key' },
  },
});
export const header = helpersOf({
  systemName: 'HTTPHeader',
  record: { properties: { Name: 'Text', Value: 'Text' } },
});
/** A type that is one value. */
export const text = helpersOf({ systemName: 'String', value: 'Text' });

export const item = (value: unknown): unknown => ({ Serialized_Item__String_: value });
export const array = (value: unknown): unknown => ({ Serialized_Array: value });
