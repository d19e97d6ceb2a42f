import type { Finishing } from '../workflow/workflows.js';
import { type Members, member, objectMember } from './read-body.js';

/** What finishes an event or a task passes back: K2's UpdateFieldsRequest. @throws Refusal 400 */
export function passedBackIn(members: Members): Omit<Finishing, 'action' | 'by'> {
  const itemReferences = member(members, 'itemReferences');
  const xmlFields = member(members, 'xmlFields');
  return {
    dataFields: objectMember(members, 'dataFields'),
    ...(itemReferences === undefined ? {} : { itemReferences }),
    ...(xmlFields === undefined ? {} : { xmlFields }),
  };
}
