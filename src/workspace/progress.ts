import type { LoadPhase } from '../load/load-options.js';
import type { OnPhase } from './descriptors/load-source.js';

/** A step of a long run, as it begins. */
export type Step = LoadPhase | 'describe' | 'emit' | 'check' | 'compare' | 'write';

export interface Progress {
  readonly step: Step;
  /** The Service Instance; absent where the step is for all of them. */
  readonly name?: string;
  /** What is read or fetched, as it may be shown. */
  readonly file?: string;
  /** How many files are emitted, compared or written. */
  readonly files?: number;
}

/** Told of each step as it begins. */
export type OnProgress = (progress: Progress) => void;

/** The steps of loading, told of one Service Instance. */
export function phasesOf(name: string, onProgress: OnProgress | undefined): OnPhase | undefined {
  return onProgress && ((step, file) => onProgress({ step, name, file }));
}
