import { type DataFields, withoutHidden } from './data-fields.js';
import type { RunRecord } from './engine/engine-port.js';
import { readEnvelope } from './run-envelope.js';

/** A run as lists and reports have it: what it was started with and gave may hold hidden values and is left out. */
export type ShownRun = Omit<RunRecord, 'input' | 'output'>;

export function shownRun({ input: _input, output: _output, ...shown }: RunRecord): ShownRun {
  return shown;
}

/** The data fields it was started with, without the hidden ones. */
export function shownFields({ input }: RunRecord, alsoHidden: readonly string[] = []): DataFields {
  const { dataFields, hidden } = readEnvelope(input);
  return withoutHidden(dataFields, [...hidden, ...alsoHidden]);
}
