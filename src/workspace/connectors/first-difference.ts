/** Line and column, both from 1, of the first character in which one text is not the other; undefined for the same. */
export function firstDifference(
  given: string,
  wanted: string,
): { readonly line: number; readonly column: number } | undefined {
  if (given === wanted) return undefined;
  let at = 0;
  while (at < given.length && given.charCodeAt(at) === wanted.charCodeAt(at)) at++;
  const before = given.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
