import type { CellType, MethodDefinition, ServiceObjectDefinition } from '../../model/definition.js';
import { HELPER_METHODS, OWN_PROPERTIES } from '../../model/helper-methods.js';
import { VALUE } from '../../model/names.js';

export interface InputType {
  readonly systemName: string;
  readonly type: CellType;
}

/** The inputs of a Method that calls the service, by name in lower case. */
export function methodInputTypes({ inputs = {} }: MethodDefinition): Map<string, InputType> {
  return byLowerName(Object.entries(inputs).map(([systemName, { type }]) => ({ systemName, type })));
}

/** The inputs of a helper Method, by name in lower case. */
export function helperInputTypes(
  helperName: string,
  definition: ServiceObjectDefinition,
): Map<string, InputType> {
  const inputs = HELPER_METHODS.find(({ systemName }) => systemName === helperName)?.inputs ?? [];
  return byLowerName(
    inputs.flatMap((name): InputType[] =>
      name === OWN_PROPERTIES ? ownProperties(definition) : [{ systemName: name, type: 'Text' }],
    ),
  );
}

function ownProperties({ record, value }: ServiceObjectDefinition): InputType[] {
  if (record === undefined) return value === undefined ? [] : [{ systemName: VALUE, type: value }];
  return Object.entries(record.properties).map(([systemName, type]) => ({ systemName, type }));
}

function byLowerName(inputs: readonly InputType[]): Map<string, InputType> {
  return new Map(inputs.map((input) => [input.systemName.toLowerCase(), input]));
}
