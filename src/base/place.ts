/** Where something stands: a document, a JSON Pointer in it and, once located, line and column (from 1). */
export interface Place {
  /** The document as the user knows it: a path or a URL. */
  readonly document: string;
  /** JSON Pointer (RFC 6901), `` for the whole document. */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

/** `file:line:column`, or the file and the pointer where no line is known. */
export function formatPlace(place: Place): string {
  if (place.line !== undefined) return `${place.document}:${place.line}:${place.column ?? 1}`;
  return place.pointer === '' ? place.document : `${place.document}#${place.pointer}`;
}
