import type { DataFields } from './data-fields.js';
import type { InstanceContext } from './steps.js';
import { fromStoredText, storedText } from './stored-text.js';

/** What a run is started with: its data fields and what it is called. */
export interface RunEnvelope {
  readonly dataFields: DataFields;
  readonly folio: string;
  readonly priority: number;
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

/** A child carries its parent's folio. What it hides is known where it is defined. */
export function childEnvelope(dataFields: DataFields, { folio, priority }: InstanceContext): string {
  return envelopeText({ dataFields, folio, priority, hidden: Object.keys(dataFields) });
}
