import type { DataFields } from './data-fields.js';
import type { InstanceContext } from './steps.js';
import { fromStoredText, storedText } from './stored-text.js';

/** What a run is started with: its data fields and what it is called. */
export interface RunEnvelope {
  readonly dataFields: DataFields;
  readonly folio: string;
  readonly priority: number;
  /** User name of who started it; empty when that is not known. */
  readonly originator: string;
  /** Names of hidden data fields, as they were when it was started: lists are printed where nothing is defined. */
  readonly hidden: readonly string[];
}

export const DEFAULT_PRIORITY = 1;

export function envelopeText(envelope: RunEnvelope): string {
  return storedText(envelope);
}

export function readEnvelope(text: string): RunEnvelope {
  return fromStoredText(text) as RunEnvelope;
}

/** A child carries what its parent is called. */
export function childEnvelope(
  { folio, priority, originator }: InstanceContext,
  dataFields: DataFields,
  hidden: readonly string[],
): string {
  return envelopeText({ dataFields, folio, priority, originator, hidden });
}
