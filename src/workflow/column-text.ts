/** NUL, and halves of surrogate pairs: Postgres takes neither, and libsql ends the process that reads the latter. */
const NOT_FOR_COLUMNS = /\0|\p{Surrogate}/gu;

/** Text for a column of its own: what no store takes is written as `\u{…}`. */
export function columnText(text: string): string {
  return text.replace(NOT_FOR_COLUMNS, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}
