import { quoted } from '../base/visible-text.js';
import type { Finding } from './make-change.js';
import { shownList } from './values/shown-value.js';

const JSON_ALONE: readonly string[] = ['application/json'];

/** Media types of a body or an answer, the one in use first. */
export function compareMediaTypes(
  of: 'answer' | 'request',
  before: readonly string[] = JSON_ALONE,
  after: readonly string[] = JSON_ALONE,
): Finding[] {
  const [was = ''] = before;
  const [is = ''] = after;
  const removed = before.filter((mediaType) => mediaType !== was && !after.includes(mediaType));
  const added = after.filter((mediaType) => mediaType !== is && !before.includes(mediaType));
  const shown = (mediaTypes: readonly string[]): string => shownList(mediaTypes.map(quoted), ', ');
  return [
    ...(was === is ? [] : [{ code: `${of}-media-type-changed`, was: quoted(was), is: quoted(is) } as const]),
    ...(removed.length === 0 ? [] : [{ code: `${of}-media-type-removed`, was: shown(removed) } as const]),
    ...(added.length === 0 ? [] : [{ code: `${of}-media-type-added`, is: shown(added) } as const]),
  ];
}
