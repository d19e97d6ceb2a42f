import { ResponseError, RestBrokerError } from '../base/errors.js';

const HIDDEN = '[hidden]';

/** Headers and parameters whose values are nobody's business, whoever set them. */
const SECRET_NAME = /auth|cookie|credential|key|token|secret|session|password|signature/i;

/** Shorter ones are left: they would blank out ordinary words. */
const MIN_SECRET = 4;

/** Whether a header or parameter of that name carries a credential. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** In a path most values are ids (`{key}`, `{sessionId}`): there only a name that ends in such a word tells. */
const SECRET_SEGMENT = /(?:credential|token|secret|password|signature|api[-_]?key)$/i;

/** Whether a path parameter of that name carries a credential. */
export function isSecretSegment(name: string): boolean {
  return SECRET_SEGMENT.test(name);
}

/** The text with every known secret replaced, also where it stands in JSON or in a URL. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  // The longest first: a secret may be a part of another.
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((left, right) => right.length - left.length);
  for (const secret of forms) if (secret.length >= MIN_SECRET) masked = masked.replaceAll(secret, HIDDEN);
  return masked;
}

function formsOf(secret: string): string[] {
  // Headers go out as Latin 1: a server may echo those bytes, or take them for UTF-8.
  const spellings = [
    secret,
    Buffer.from(secret, 'latin1').toString(),
    Buffer.from(secret).toString('latin1'),
  ];
  return spellings.flatMap((text) => {
    // Through a Buffer: half of a surrogate pair cannot be percent-encoded.
    const inUrl = encodeURIComponent(Buffer.from(text).toString());
    return [text, JSON.stringify(text).slice(1, -1), inUrl];
  });
}

/** Headers fit to be shown: those that carry credentials are hidden, known secrets replaced in the others. */
export function maskHeaders(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      isSecretName(name) ? HIDDEN : maskSecrets(value, secrets),
    ]),
  );
}

/** The secret values among request headers, with what follows the scheme word, and each cookie, on its own as well. */
export function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers)
    .filter(([name]) => isSecretName(name))
    .flatMap(([name, value]) => [value, value.slice(value.indexOf(' ') + 1), ...cookieValues(name, value)]);
}

function cookieValues(name: string, value: string): string[] {
  return name === 'cookie' ? value.split(/; */).map((pair) => pair.slice(pair.indexOf('=') + 1)) : [];
}

/** The error with what its answer's headers echo hidden: what is secret is known only where the call was made. */
export function maskedError(error: unknown, secrets: readonly string[]): unknown {
  if (error instanceof ResponseError) Object.assign(error, { headers: maskHeaders(error.headers, secrets) });
  if (error instanceof RestBrokerError) maskCause(error.cause, secrets);
  return error;
}

/**
 * Errors from below are kept as they are, but for secrets: undici keeps what it could not read as HTTP, and a
 * Dispatcher may quote the request.
 */
function maskCause(cause: unknown, secrets: readonly string[], depth = 0): void {
  if (!(cause instanceof Error) || depth > MAX_CAUSES) return;
  for (const name of ['message', 'stack', 'data']) {
    const text: unknown = Reflect.get(cause, name);
    const masked = typeof text === 'string' ? maskSecrets(text, secrets) : text;
    // A frozen error stays as it is; whoever froze it has written it.
    if (masked !== text) Reflect.set(cause, name, masked);
  }
  maskCause(cause.cause, secrets, depth + 1);
  if (cause instanceof AggregateError) for (const each of cause.errors) maskCause(each, secrets, depth + 1);
}

/** Deepest chain of causes that is looked through. */
const MAX_CAUSES = 5;
