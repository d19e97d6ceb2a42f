type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One string for each header name: repeats joined with `, ` (RFC 9110 section 5.3), `set-cookie` with a line feed. */
export function flatHeaders(raw: RawHeaders): Readonly<Record<string, string>> {
  return allStrings(raw) ? raw : Object.fromEntries(Object.entries(raw).map(joined));
}

// Nearly every answer has no repeated header: then undici's own object will do.
function allStrings(raw: RawHeaders): raw is Readonly<Record<string, string>> {
  for (const name of Object.keys(raw)) if (typeof raw[name] !== 'string') return false;
  return true;
}

function joined([name, value]: [string, string | string[] | undefined]): [string, string] {
  if (Array.isArray(value)) return [name, value.join(name === 'set-cookie' ? '\n' : ', ')];
  return [name, value ?? ''];
}
