import type { Place } from '../../base/place.js';
import type { ChangeEnd } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import { placeJson } from '../../report/json-report.js';
import type { PlacedIgnore } from '../../workspace/sides/ignore-entry.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import type { JudgedDiff } from '../commands/judge-diff.js';

/** `{ passed, summary, before, after, changes: [{ code, severity, message, advice, before?, after?, uses?, ignored? }], expired, unmatched }` */
export function diffJson({ diff, passed, summary }: JudgedDiff): object {
  return {
    passed,
    summary,
    before: diff.before,
    after: diff.after,
    changes: diff.changes.map(changeJson),
    expired: diff.expired.map(ignoreJson),
    unmatched: diff.unmatched.map(ignoreJson),
  };
}

function changeJson(change: PlacedChange): object {
  const { code, severity, message, advice, before, after, beforePlace, afterPlace, methods, ignored, uses } =
    change;
  return {
    code,
    severity,
    message,
    advice,
    ...(before === undefined ? {} : { before: endJson(before, beforePlace) }),
    ...(after === undefined ? {} : { after: endJson(after, afterPlace) }),
    methods,
    ignored,
    uses: uses?.map(({ place, possible }) => ({ ...placeJson(place), pointer: undefined, possible })),
  };
}

function endJson({ subject }: ChangeEnd, place: Place | undefined): object {
  return { name: partName(subject), ...subject, ...(place === undefined ? {} : placeJson(place)) };
}

function ignoreJson({ at, ...entry }: PlacedIgnore): object {
  return { ...entry, ...placeJson(at) };
}
