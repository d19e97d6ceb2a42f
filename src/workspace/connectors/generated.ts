import type { Selection, ServiceInstance } from '../../model/service-instance.js';
import type { PlacedProblem } from '../descriptors/describe-descriptor.js';
import type { Replaced } from '../folders/replace-files.js';
import type { LockedConnector } from './connectors-lock.js';

/** What became of one connector. */
export interface Generated extends Replaced {
  readonly name: string;
  /** Folder of the connector, to be shown. */
  readonly folder: string;
  /** Absent: everything is generated. */
  readonly selection?: Selection;
  /** System names that were not selected but are needed by what was. */
  readonly broughtAlong: readonly string[];
  /** None where the lock told that there was nothing to do. */
  readonly problems: readonly PlacedProblem[];
}

/**
 * What is to be said of a connector that needed no work.
 *
 * @param folder of the connector, to be shown
 */
export function upToDateConnector(
  folder: string,
  { name, settings: { selection } }: ServiceInstance,
  locked: LockedConnector | undefined,
): Generated {
  return {
    name,
    folder,
    written: [],
    unchanged: Object.keys(locked?.files ?? {}),
    removed: [],
    ...(selection === undefined ? {} : { selection }),
    broughtAlong: locked?.broughtAlong ?? [],
    problems: [],
  };
}
