import type { Place } from '../../base/place.js';

/** One entry of a file for `--ignore`: a change that is known, and until when that will do. */
export interface IgnoreEntry {
  /** Code of the change. */
  readonly rule: string;
  /** `SmartObject`, `SmartObject.Method`, `SmartObject.Method.input`, or `connector`; `*` stands for any text. */
  readonly place: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`. */
  readonly expires: string;
}

/** An entry and where it stands in its file. */
export interface PlacedIgnore extends IgnoreEntry {
  readonly at: Place;
}
