import type { Problem } from '../../base/problem.js';
import type { Connector } from '../../model/connector.js';

const NONE: readonly string[] = [];

/**
 * What could not be carried over from the descriptor, for the spot in the emitted code that it would have shaped:
 * every warning and error belongs to the nearest described thing around it.
 */
export class Remarks {
  readonly #byPointer = new Map<string, string[]>();

  constructor(connector: Connector, problems: readonly Problem[]) {
    const telling = problems.filter(({ severity }) => severity !== 'note');
    if (telling.length === 0) return;
    const described = pointersOf(connector);
    for (const { pointer, message } of telling) this.#add(nearest(pointer, described), message);
  }

  at(pointer: string | undefined): readonly string[] {
    if (pointer === undefined || this.#byPointer.size === 0) return NONE;
    return this.#byPointer.get(pointer) ?? NONE;
  }

  #add(pointer: string, message: string): void {
    const remarks = this.#byPointer.get(pointer) ?? [];
    this.#byPointer.set(pointer, remarks);
    remarks.push(`Remark: ${message}.`);
  }
}

function pointersOf({ serviceObjects }: Connector): Set<string> {
  const pointers = new Set<string>();
  for (const { pointer, properties, methods } of serviceObjects) {
    if (pointer !== undefined) pointers.add(pointer);
    for (const property of properties) if (property.pointer !== undefined) pointers.add(property.pointer);
    for (const method of methods) {
      pointers.add(method.pointer);
      for (const input of method.inputs) if (input.pointer !== undefined) pointers.add(input.pointer);
    }
  }
  return pointers;
}

/** The spot itself or the nearest described one around it; `` for the connector as a whole. */
function nearest(pointer: string, described: ReadonlySet<string>): string {
  let around = pointer;
  while (around !== '' && !described.has(around)) around = around.slice(0, around.lastIndexOf('/'));
  return around;
}
