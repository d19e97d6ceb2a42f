import type { Place } from '../base/place.js';

export type ReportFormat = 'json' | 'github' | 'markdown' | 'junit' | 'sarif';

export type FindingLevel = 'error' | 'warning' | 'note';

/** One line of a report, whatever asked for it: a check, a diff, an update. */
export interface Finding {
  /** Closed set of the asking command; a heading in the docs. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** What it is about, for people: `nwc`, or `nwc: Tasks.Get_tasks`. */
  readonly subject: string;
  /** Untrusted text already made visible; without a full stop. */
  readonly message: string;
  readonly advice?: string;
  /** Where to look first; `document` relative to where the command runs, with forward slashes. */
  readonly place?: Place;
  readonly morePlaces?: readonly Place[];
}

/** What a command found out, ready for any format. */
export interface Report {
  /** `check`, `diff`, `update`. */
  readonly command: string;
  /** One sentence that sums it up, without a full stop. */
  readonly summary: string;
  readonly passed: boolean;
  /** Whatever was looked at and found well, by subject. */
  readonly well: readonly string[];
  readonly findings: readonly Finding[];
  /** The one command that mends it. */
  readonly repair?: string;
}
