import type { Place } from '../../base/place.js';
import type { Change } from '../../compare/change.js';
import type { Use } from '../../uses/use.js';

/** A change with where it stands on both sides. */
export interface PlacedChange extends Change {
  readonly beforePlace?: Place;
  /** Where it is; of what is gone, the nearest spot that is left. */
  readonly afterPlace?: Place;
  /** Why an entry of `--ignore` says that it is known. */
  readonly ignored?: string;
  /** Where workflow code touches what changes; absent where no code was looked at. */
  readonly uses?: readonly Use[];
}
