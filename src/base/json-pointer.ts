/**
 * A JSON Pointer (RFC 6901) with reference tokens added, which are escaped: `/paths` and `/tasks` give
 * `/paths/~1tasks`. The empty pointer is the whole document.
 */
export function joinPointer(
  pointer: string,
  token: string | number,
  ...more: readonly (string | number)[]
): string {
  let joined = `${pointer}/${typeof token === 'number' ? token : escapeToken(token)}`;
  for (const next of more) joined += `/${escapeToken(String(next))}`;
  return joined;
}

/** The pointer of these reference tokens: `splitPointer` the other way round. */
export function pointerOfTokens(tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((pointer, token) => joinPointer(pointer, token), '');
}

/** The reference tokens of a pointer, unescaped. */
export function splitPointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer.slice(1).split('/').map(unescapeToken);
}

function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}
