/** Text with its percent-escapes taken off; as it is where they are none. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Not escaped after all: a name that happens to hold a per cent sign.
    return text;
  }
}
