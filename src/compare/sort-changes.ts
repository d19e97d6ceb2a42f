import { compareText } from '../base/compare-text.js';
import type { Change, ChangedPart, ChangeSeverity } from './change.js';

const SEVERITIES: readonly ChangeSeverity[] = ['breaking', 'dangerous', 'safe'];

/** Breaking changes first, then by place and code; none twice. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const keyed = changes.map((change) => ({ change, key: keyOf(change) }));
  keyed.sort((one, other) => compareText(one.key, other.key));
  return keyed.flatMap(({ change, key }, index) => (key === keyed[index - 1]?.key ? [] : [change]));
}

function keyOf({ severity, before, after, code, message }: Change): string {
  const place = placeOf((before ?? after)?.subject);
  const rest = JSON.stringify([placeOf(after?.subject), message]);
  return [SEVERITIES.indexOf(severity), ...place, code, rest].join('\u0000');
}

/** The Connector as a whole comes first, then its Service Objects, each before its parts. */
function placeOf(subject: ChangedPart | undefined): string[] {
  switch (subject?.part) {
    case 'service-object':
      return [subject.object, '', ''];
    case 'property':
      return [subject.object, ' ', subject.property];
    case 'method':
      return [subject.object, subject.method, ''];
    case 'input':
      return [subject.object, subject.method, `1 ${subject.input}`];
    case 'output':
      return [subject.object, subject.method, `2 ${subject.output}`];
    default:
      return ['', '', ''];
  }
}
