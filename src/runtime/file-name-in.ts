/** One parameter of a header: a name, and a token or a quoted text (RFC 9110 §5.6.6). */
const PARAMETER = /(?:^|;)\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))/g;

/**
 * The file name in a Content-Disposition header (RFC 6266), without any folder; `filename*` (RFC 8187) goes first.
 * Undefined where there is none.
 */
export function fileNameIn(disposition: string): string | undefined {
  let plain: string | undefined;
  let extended: string | undefined;
  for (const [, name = '', quoted, token = ''] of disposition.matchAll(PARAMETER)) {
    if (/^filename$/i.test(name)) plain ??= quoted?.replace(/\\(["\\])/g, '$1') ?? token.trim();
    else if (/^filename\*$/i.test(name)) extended ??= extendedText(quoted ?? token.trim());
  }
  return lastPart(extended ?? asUtf8(plain ?? ''));
}

/** `UTF-8'en'na%C3%AFve.pdf`; undefined where it is not of that form, or no text in its charset. */
function extendedText(value: string): string | undefined {
  const [, charset, percent = ''] = /^([\w-]+)'[\w-]*'(.*)$/s.exec(value) ?? [];
  if (charset === undefined) return undefined;
  const bytes = percent.replace(/%([0-9a-f]{2})/gi, (_whole, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decoded(bytes, charset);
}

/** Many services send UTF-8 as it is, which arrives byte for byte. */
function asUtf8(text: string): string {
  return decoded(text, 'utf-8') ?? text;
}

function decoded(bytes: string, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}

/** What a name says about folders is nobody's business, and a name that is none may lead out of one. */
function lastPart(name: string): string | undefined {
  const last = name.replace(/[\u0000-\u001f\u007f]/g, '').replace(/^.*[/\\]/s, '');
  return /^\.{0,2}$/.test(last) ? undefined : last;
}
