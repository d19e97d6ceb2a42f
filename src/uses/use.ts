import type { Place } from '../base/place.js';

/** A spot in workflow code that touches a part of the generated connector. */
export interface Use {
  readonly place: Place;
  /** The code hands the whole thing on: this part may be touched, or may not. */
  readonly possible?: true;
}
