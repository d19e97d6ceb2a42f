/** `${NAME}`, the form in which a value names an environment variable. */
const REFERENCE = '\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}';
// «${TOKEN}», «Bearer ${TOKEN}», «sid=${SID}; other=${OTHER}», «${USER}:${PASSWORD}»: around references only a
// scheme's name, names of parts and what separates them.
const PART = `(?:[\\w.-]{1,40}=)?"?${REFERENCE}"?`;
const ONLY_REFERENCES = new RegExp(`^(?:[A-Za-z][A-Za-z-]{0,19} )?${PART}(?:[,;:]? ?${PART})*$`);

const SECRET_HEADER =
  /authori[sz]ation|(?:^|[-_])auth(?:$|[-_])|key|token|secret|cookie|passw|credential|signature|session/i;
const SECRET_QUERY =
  /^(?:sig|code|sv|pwd)$|(?:^|[-_])auth(?:$|[-_])|key|token|secret|passw|credential|signature/i;
/** Schemes that are followed by a credential, whatever the header is called. */
const SECRET_VALUE = /^(?:basic|bearer|digest|negotiate|ntlm|apikey) +\S/i;

/** Whether a value gets what is secret in it from environment variables. */
export function namesVariables(value: string): boolean {
  return ONLY_REFERENCES.test(value);
}

/** Whether a header carries a literal that looks like a credential. */
export function isLiteralSecret(headerName: string, value: string): boolean {
  if (value === '') return false;
  return (SECRET_HEADER.test(headerName) || SECRET_VALUE.test(value)) && !namesVariables(value);
}

/**
 * What is secret in a URL, in words that do not repeat it; undefined when nothing looks so, and for a path.
 * Looked at as text: with variables in it, it need not be a URL yet.
 */
export function secretInUrl(url: string): string | undefined {
  const [, authority = '', rest = ''] = /^[A-Za-z][A-Za-z0-9+.-]+:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (authority.includes('@')) return 'holds a user name or password before the host';
  const [, ...parts] = rest.split(/[?#]/);
  const hasSecret = parts.flatMap((part) => [...new URLSearchParams(part)]).some(isSecretParameter);
  return hasSecret ? 'holds a query value that looks like a credential' : undefined;
}

function isSecretParameter([name, value]: readonly [string, string]): boolean {
  return value !== '' && SECRET_QUERY.test(name) && !namesVariables(value);
}
