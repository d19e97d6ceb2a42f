import { defineProblem } from '../base/problem.js';

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
