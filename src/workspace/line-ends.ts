/** Said wherever a file differs in nothing else. */
export const KEEP_LINE_ENDS =
  "Git changed its line ends: put 'descriptors/** -text' and 'generated/** -text' into .gitattributes, and check out again";

/** A text as git may have changed it on its way through a checkout: with the other line ends, `\r\n` or `\n`. */
export function withOtherLineEnds(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
}
