import { quoted } from '../base/visible-text.js';
import type { Finding } from './make-change.js';

interface Ending {
  readonly deprecated?: true;
  readonly sunset?: string;
}

type EndingThing = 'method' | 'input' | 'property';
type EndingCode =
  | `${EndingThing}-deprecated`
  | `${EndingThing}-no-longer-deprecated`
  | `sunset-${'announced' | 'earlier' | 'later' | 'withdrawn'}`;

/** What announces that a thing goes away. */
export function compareEnds(thing: EndingThing, before: Ending, after: Ending): Finding<EndingCode>[] {
  const findings: Finding<EndingCode>[] = compareSunsets(before.sunset, after.sunset);
  if (before.deprecated === after.deprecated) return findings;
  const code = after.deprecated === true ? 'deprecated' : 'no-longer-deprecated';
  return [{ code: `${thing}-${code}` }, ...findings];
}

function compareSunsets(before: string | undefined, after: string | undefined): Finding<EndingCode>[] {
  if (before === after) return [];
  const told = {
    ...(before === undefined ? {} : { was: quoted(before) }),
    ...(after === undefined ? {} : { is: quoted(after) }),
  };
  if (before === undefined || after === undefined)
    return [{ code: before === undefined ? 'sunset-announced' : 'sunset-withdrawn', ...told }];
  // A day that cannot be read is taken for the nearer one.
  const isLater = Date.parse(after) > Date.parse(before);
  return [{ code: isLater ? 'sunset-later' : 'sunset-earlier', ...told }];
}
