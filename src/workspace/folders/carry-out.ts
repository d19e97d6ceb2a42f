import { OutputError, RestBrokerError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { systemReason } from '../system-reason.js';
import {
  type Change,
  changeOf,
  type FolderChange,
  rollBack,
  rollForward,
  stage,
  tidyUp,
} from './change-steps.js';
import { takeAll } from './replacement-steps.js';

/**
 * Carries out a change of several folders: all of it, or, when that cannot be done, nothing, with everything as
 * it was. Killed at any moment, the next command (or `recoverReplacement`) brings it to an end. The locks are
 * the caller's.
 *
 * @param home folder of the journal
 * @throws OutputError OUTPUT_REFUSED when a file could not be written or something came into the way
 */
export function carryOut(home: string, changes: readonly FolderChange[]): void {
  const change = changeOf(home, changes);
  if (change === undefined) return;
  prepare(change);
  try {
    takeAll(rollForward(home, change.journal));
  } catch (cause) {
    // If this fails too, the journal stays, and the next run tries again.
    takeAll(rollBack(home, change.journal));
    tidyUpIfPossible(change);
    throw cause instanceof RestBrokerError ? cause : notWritten(home, cause);
  }
  tidyUpIfPossible(change);
}

function prepare(change: Change): void {
  try {
    takeAll(stage(change));
  } catch (cause) {
    tidyUpIfPossible(change);
    throw notWritten(change.home, cause);
  }
}

/** Old or new, all files are in place: what cannot be tidied up now is when the next change starts. */
function tidyUpIfPossible({ home, journal }: Change): void {
  try {
    takeAll(tidyUp(home, journal));
  } catch {
    return;
  }
}

/** The error for files that the system did not let us write. */
export function notWritten(folder: string, cause: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(folder),
    what: `the files could not be written: ${systemReason(cause)}`,
    advice: 'Mend that and try again; nothing was changed',
    cause,
  });
}
