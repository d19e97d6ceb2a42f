import type { Input, Output, Property, ValueType } from '../../model/connector.js';
import type { CellType } from '../../model/definition.js';
import { HTTP_HEADERS } from '../../model/names.js';
import { isSerialized } from '../../model/serialized-cells.js';
import { code, identifier, joined, literal, plainLiteral, type SafeText } from './safe-text.js';
import type { TypeNames } from './type-names.js';

/** Prints types and remembers which Object Types it named: they are what a file has to import. */
export class TypePrinter {
  readonly #names: TypeNames;
  readonly #used = new Map<string, Set<string>>();

  constructor(names: TypeNames) {
    this.#names = names;
  }

  /** TypeScript names used so far, by the Service Object they belong to. */
  get used(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#used;
  }

  nameOfProperties(object: string): SafeText {
    return this.#use(object, this.#names.propertiesOf(object));
  }

  #use(object: string, name: string): SafeText {
    const names = this.#used.get(object) ?? new Set<string>();
    this.#used.set(object, names.add(name));
    return identifier(name);
  }

  /** A value as it is, unserialized. */
  printType(value: ValueType): SafeText {
    const type = this.#printForm(value);
    return value.nullable === true ? code`${type} | null` : type;
  }

  /** A Property of a row: a scalar as itself, everything nested as Serialized text. */
  printCell({ cell, value }: Pick<Property | Output, 'cell' | 'value'>): SafeText {
    const type = isSerialized(cell) ? this.#printSerialized(value) : this.#printForm(value);
    return value.nullable === true ? code`${type} | null` : type;
  }

  /** What an author may pass: Serialized text or the value itself. */
  printInput({ systemName, definition, value }: Input): SafeText {
    if (definition === undefined || systemName === HTTP_HEADERS) return code`broker.HttpHeadersInput`;
    const type = isSerialized(definition.type)
      ? this.#printNestedInput(definition.type, value)
      : this.#printScalarInput(definition.type, value);
    return value.nullable === true ? code`${type} | null` : type;
  }

  #printSerialized(value: ValueType): SafeText {
    if (value.kind === 'list') return code`broker.SerializedArray<${this.printType(value.of)}>`;
    return code`broker.Serialized<${this.#printForm(value)}>`;
  }

  #printNestedInput(cell: CellType, value: ValueType): SafeText {
    if (value.kind === 'list') return code`broker.ArrayInput<${this.printType(value.of)}>`;
    if (cell === 'SerializedItem') return code`broker.ItemInput<${this.#printForm(value)}>`;
    return code`broker.ValueInput<${this.#printForm(value)}>`;
  }

  #printScalarInput(cell: CellType, value: ValueType): SafeText {
    if (cell === 'File') return code`broker.FileInput`;
    return cell === 'DateTime' ? code`broker.DateTimeInput` : this.#printForm(value);
  }

  #printForm(value: ValueType): SafeText {
    switch (value.kind) {
      case 'text':
        return code`string`;
      case 'number':
        if (value.format === 'int64') return code`broker.Int64`;
        return value.format === 'decimal' ? code`broker.Decimal` : code`number`;
      case 'yes-no':
        return code`boolean`;
      case 'null':
        return code`null`;
      case 'nothing':
        return code`never`;
      case 'file':
        return code`broker.FileValue`;
      case 'choice':
        return printChoices(value.values);
      case 'named':
        return this.#use(value.object, value.object);
      case 'list':
        return code`${this.#parenthesized(value.of)}[]`;
      case 'tuple':
        return this.#printTuple(value.items, value.rest);
      case 'map':
        return code`{ [name: string]: ${this.printType(value.of)} }`;
      case 'one-of':
        // Not even printed: a type that is named but not used would be an unused import.
        return value.of.some(isUnknown)
          ? code`unknown`
          : printUnion(value.of.map((part) => this.printType(part)));
      case 'any':
      case 'record':
        return code`unknown`;
    }
  }

  #parenthesized(value: ValueType): SafeText {
    const type = this.printType(value);
    return type.includes(' | ') ? code`(${type})` : type;
  }

  #printTuple(items: readonly ValueType[], rest: ValueType | undefined): SafeText {
    const parts = items.map((part) => this.printType(part));
    if (rest !== undefined) parts.push(code`...${this.#parenthesized(rest)}[]`);
    return code`[${joined(parts, ', ')}]`;
  }
}

/** A choice that holds `unknown` is unknown. */
function isUnknown(value: ValueType): boolean {
  return (
    value.kind === 'any' || value.kind === 'record' || (value.kind === 'one-of' && value.of.some(isUnknown))
  );
}

function printUnion(types: readonly SafeText[]): SafeText {
  const distinct = [...new Set(types)];
  return distinct.length === 0 ? code`never` : joined(distinct, ' | ');
}

function printChoices(values: readonly (string | number | boolean | null)[]): SafeText {
  return printUnion(
    values.map((value) => (typeof value === 'string' ? literal(value) : plainLiteral(value))),
  );
}
