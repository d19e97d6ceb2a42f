import { RegistrationError } from '../../base/errors.js';
import { pointerOfTokens } from '../../base/json-pointer.js';
import { formatPlace, type Place } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { RegistrationFinding } from './registration-finding.js';

/** A finding and, once it is known, where in the file it stands (line and column from 1). */
export interface PlacedFinding extends RegistrationFinding {
  readonly line?: number;
  readonly column?: number;
}

/**
 * One error for all findings.
 *
 * @param file the registry as the user knows it
 * @param findings at least one
 */
export function registrationError(file: string, findings: readonly PlacedFinding[]): RegistrationError {
  const [first] = findings;
  const place = first === undefined ? { document: file, pointer: '' } : placeOf(file, first);
  if (first !== undefined && findings.length === 1) {
    return new RegistrationError('REGISTRATION_INVALID', {
      who: shown(place),
      what: sentence(first),
      advice: first.advice,
      place,
    });
  }
  const lines = findings.map(
    (finding) => `\n  ${shown(placeOf(file, finding))}: ${sentence(finding)}. ${finding.advice}`,
  );
  const what = `${findings.length} things are wrong${lines.join('.')}`;
  return new RegistrationError('REGISTRATION_INVALID', { who: visibleText(file), what, place });
}

function placeOf(file: string, { path, line, column }: PlacedFinding): Place {
  const place = { document: file, pointer: pointerOfTokens(path) };
  return line === undefined ? place : { ...place, line, column: column ?? 1 };
}

/** The file with line and column, or alone: the sentence names the keys. */
function shown(place: Place): string {
  return visibleText(formatPlace(place.line === undefined ? { ...place, pointer: '' } : place));
}

function sentence({ path, what }: RegistrationFinding): string {
  return path.length === 0 ? what : `${visibleText(path.join('.'))}: ${what}`;
}
