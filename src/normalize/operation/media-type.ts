import { compareText } from '../../base/compare-text.js';
import type { NormalContent } from '../normal-descriptor.js';

/** Stands where a descriptor names no media type. */
export const ANY_MEDIA_TYPE = '*/*';

// Parameters that say how bytes are cut or spelled, not what is in them.
const DROPPED = new Set(['charset', 'boundary', 'q']);

/** Lower case, without blanks and without `charset`, `boundary` and `q`: `application/json;odata=verbose`. */
export function cleanMediaType(written: string): string {
  if (!written.includes(';')) return written.trim().toLowerCase();
  const [type = '', ...parameters] = written.split(';').map((piece) => piece.trim());
  const kept = parameters.filter((piece) => piece !== '' && !DROPPED.has(nameOf(piece)));
  return [type.toLowerCase(), ...kept].join(';');
}

/** For answers, the one to ask for first: JSON before all others. */
export function orderAnswerContents(contents: readonly NormalContent[]): readonly NormalContent[] {
  return ordered(contents, jsonRank);
}

/** For bodies, the one to send first: JSON, a form that can carry files, any other form, text, the rest. */
export function orderBodyContents(contents: readonly NormalContent[]): readonly NormalContent[] {
  return ordered(contents, bodyRank);
}

/** Whether a media type says that it is JSON. */
export function isJson(mediaType: string): boolean {
  return jsonRank(mediaType) < 2;
}

function jsonRank(mediaType: string): number {
  const [type = ''] = mediaType.split(';', 1);
  if (type === 'application/json') return 0;
  return type.endsWith('+json') || type === 'text/json' ? 1 : 2;
}

function bodyRank(mediaType: string): number {
  const json = jsonRank(mediaType);
  if (json < 2) return json;
  if (mediaType.startsWith('multipart/')) return 2;
  if (mediaType.startsWith('application/x-www-form-urlencoded')) return 3;
  return mediaType.startsWith('text/') ? 4 : 5;
}

/**
 * By rank; of one rank, what is named before a range such as `image/*` (OpenAPI: only the most specific key is
 * applicable), then by name. The order in which a descriptor lists them says nothing. Of one media type that is
 * written in several ways, one is kept.
 */
function ordered(
  contents: readonly NormalContent[],
  rank: (mediaType: string) => number,
): readonly NormalContent[] {
  if (contents.length < 2) return contents;
  const sorted = contents.toSorted(
    (one, other) =>
      rank(one.mediaType) - rank(other.mediaType) ||
      Number(isRange(one)) - Number(isRange(other)) ||
      compareText(one.mediaType, other.mediaType) ||
      compareText(one.pointer, other.pointer),
  );
  return sorted.filter(({ mediaType }, index) => mediaType !== sorted[index - 1]?.mediaType);
}

function isRange({ mediaType }: NormalContent): boolean {
  return mediaType.includes('*');
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0]?.trim().toLowerCase() ?? '';
}
