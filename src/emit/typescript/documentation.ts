import type { Input, Property } from '../../model/connector.js';
import type { Remarks } from './remarks.js';
import { comment, deprecatedTag, type SafeText } from './safe-text.js';

/** What an author reads about a Property or an input; a label that says no more than its name is left out. */
export function documentation(thing: Property | Input, remarks: Remarks, indent: string): SafeText {
  const { displayName, systemName, description, deprecated } = thing;
  const label = displayName === systemName || displayName === description ? undefined : displayName;
  return comment([label, description, ...remarks.at(thing.pointer), deprecatedTag(deprecated)], indent);
}
