import { defineProblem } from '../base/problem.js';
import { quoted } from '../base/visible-text.js';

/** Most findings of one kind that a second look reports: past that, a descriptor needs another look than ours. */
export const MAX_FINDINGS = 50;

export const notConformant = defineProblem<{ finding: string }>(
  'not-conformant',
  'note',
  ({ finding }) => `the specification's own schema says: ${finding}`,
  'Nothing need be done where the connector is as it should be; others may read the descriptor more strictly',
);

export const conformanceUnknown = defineProblem<{ reason: string }>(
  'conformance-unknown',
  'note',
  ({ reason }) => `the specification's own schema could not be tried on it: ${reason}`,
  'Nothing need be done; the descriptor was read all the same',
);

export const keyDuplicate = defineProblem<{ key: string }>(
  'key-duplicate',
  'warning',
  ({ key }) => `the key ${quoted(key)} stands more than once in one object; the last one counts`,
  'Remove the others, or give them names of their own',
);
