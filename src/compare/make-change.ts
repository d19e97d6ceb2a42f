import type { Change, ChangeEnd } from './change.js';
import { CHANGE_SEVERITIES, type ChangeCode } from './change-kinds.js';
import { CONNECTOR_WORDINGS } from './wording/connector-wordings.js';
import { INPUT_WORDINGS } from './wording/input-wordings.js';
import { METHOD_WORDINGS } from './wording/method-wordings.js';
import { OUTPUT_WORDINGS } from './wording/output-wordings.js';
import { SERVICE_OBJECT_WORDINGS } from './wording/service-object-wordings.js';
import type { Told, Wording } from './wording/wording.js';

const WORDINGS: Readonly<Record<ChangeCode, Wording>> = {
  ...CONNECTOR_WORDINGS,
  ...SERVICE_OBJECT_WORDINGS,
  ...METHOD_WORDINGS,
  ...INPUT_WORDINGS,
  ...OUTPUT_WORDINGS,
};

/** What a change is about, on each side where it is there. */
interface Ends {
  readonly before?: ChangeEnd;
  readonly after?: ChangeEnd;
}

/** A difference of one kind; its ends are known to whoever asked. */
export interface Finding<Code extends ChangeCode = ChangeCode> extends Partial<Told> {
  readonly code: Code;
  /** Where in its value: `in each element`. */
  readonly inside?: string;
}

/** A change of one kind, with its severity and its words. */
export function makeChange({ code, was = '', is = '', inside }: Finding, ends: Ends): Change {
  const { message, advice } = WORDINGS[code];
  const told = message({ was, is });
  return {
    code,
    severity: CHANGE_SEVERITIES[code],
    ...ends,
    message: inside === undefined ? told : `${inside}: ${told}`,
    advice,
  };
}
