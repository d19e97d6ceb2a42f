import type { Outcome } from './outcome.js';

/** What a worker process is started with, as JSON. */
export interface WorkerSettings {
  /** Folder of the built generator. */
  readonly dist: string;
}

export interface Job {
  readonly path: string;
  /** Where the files of a connector that does not compile are left to be looked at; absent: nowhere. */
  readonly keepIn?: string;
}

export type Phase = 'generating' | 'type-checking';

/** What a worker process says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };
