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

/** For answers: JSON first, then as the document has it. */
export function orderAnswerContents(contents: readonly NormalContent[]): readonly NormalContent[] {
  return ordered(contents, jsonRank);
}

/** For bodies: JSON before forms before text before the rest, then as the document has it. */
export function orderBodyContents(contents: readonly NormalContent[]): readonly NormalContent[] {
  return ordered(contents, bodyRank);
}

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
  if (mediaType.startsWith('application/x-www-form-urlencoded') || mediaType.startsWith('multipart/'))
    return 2;
  return mediaType.startsWith('text/') ? 3 : 4;
}

function ordered(
  contents: readonly NormalContent[],
  rank: (mediaType: string) => number,
): readonly NormalContent[] {
  const first = new Map<string, NormalContent>();
  for (const content of contents) if (!first.has(content.mediaType)) first.set(content.mediaType, content);
  // `sort` is stable: equal ranks keep the document's order.
  return [...first.values()].sort((one, other) => rank(one.mediaType) - rank(other.mediaType));
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0]?.trim().toLowerCase() ?? '';
}
