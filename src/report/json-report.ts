import { escapeInvisibleInJson } from '../base/invisible-in-json.js';
import type { Place } from '../base/place.js';
import type { Finding, Report } from './report.js';

/** `{ command, passed, summary, findings: [{ rule, level, subject, message, advice?, file?, line?, … }], well, repair? }` */
export function jsonReport({ command, passed, summary, findings, well, repair }: Report): string {
  const shown = { command, passed, summary, findings: findings.map(findingJson), well, repair };
  return escapeInvisibleInJson(JSON.stringify(shown, null, 2));
}

/** A finding in the JSON form of every command. */
export function findingJson({ rule, level, subject, message, advice, place, morePlaces }: Finding): object {
  return {
    rule,
    level,
    subject,
    message,
    advice,
    ...(place === undefined ? {} : placeJson(place)),
    ...(morePlaces === undefined ? {} : { morePlaces: morePlaces.map(placeJson) }),
  };
}

/** A place in the JSON form of every command. */
export function placeJson({ document: file, line, column, pointer }: Place): object {
  return { file, line, column, pointer };
}
