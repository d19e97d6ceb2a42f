import type { LoadLimits } from './load-limits.js';

/** A step of loading, in order: read or fetch a file, parse it, link what it refers to. */
export type LoadPhase = 'read' | 'fetch' | 'parse' | 'link';

/** How a descriptor is loaded; all of it may be left out. */
export interface LoadOptions {
  /** What a relative path is resolved against; the current folder otherwise. */
  readonly baseFolder?: string;
  readonly limits?: Partial<LoadLimits>;
  /** Sent when the descriptor is a URL, and only to that URL's own origin. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For each file that is fetched, whole; 30 seconds otherwise. */
  readonly fetchTimeoutMs?: number;
  /** Told of each step as it begins, with the file as it may be shown. */
  readonly onPhase?: (phase: LoadPhase, file: string) => void;
}

export const DEFAULT_FETCH_TIMEOUT_MS = 30_000;
