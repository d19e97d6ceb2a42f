/** Longest system name, in characters; longer ones are cut and told apart by a hash of the whole. */
const MAX_LENGTH = 100;
/** The same in bytes of UTF-8: a file is named after it, and file systems stop at 255 with ending and all. */
const MAX_BYTES = 200;
const HASH_LENGTH = 8;

// No letter or digit; or a letter that not every Node.js and TypeScript of today takes for one, so that the same
// descriptor gives the same names everywhere: those outside the Basic Multilingual Plane, those younger than
// Unicode 15, and the vertical tilde, which Unicode keeps out of identifiers (UAX #31, Pattern_Syntax).
const NO_LETTER =
  /[^\p{L}\p{Nd}_]|[\u{10000}-\u{10ffff}\u2e2f\u088f\u0c5c\u0cdc\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\ua7f1]/gu;

// Most names are plain and need no look into Unicode's tables, which is slow.
const PLAIN = /^\w*$/;
const PLAIN_AND_SAFE = /^[A-Za-z_]\w{0,99}$/;

/**
 * K2's identifier rule, display name → system name: every character that is not a letter, digit or underscore
 * becomes exactly one underscore. Beyond K2's rule, names are brought to Unicode form NFC, so that two ways of
 * writing `é` are one name.
 */
export function identifierOf(name: string): string {
  return PLAIN.test(name) ? name : name.normalize('NFC').replace(NO_LETTER, '_');
}

/** An identifier that TypeScript, .NET and file systems all take: not empty, no leading digit, not too long. */
export function safeIdentifierOf(name: string): string {
  if (PLAIN_AND_SAFE.test(name)) return name;
  const identifier = identifierOf(name);
  const started = identifier === '' || /^\p{Nd}/u.test(identifier) ? `_${identifier}` : identifier;
  if (started.length <= MAX_LENGTH && Buffer.byteLength(started) <= MAX_BYTES) return started;
  return `${cutToFit(started)}_${hashOf(name)}`;
}

/** So much of an identifier that a hash still fits behind it. No character is cut in half: all are of one code unit. */
function cutToFit(identifier: string): string {
  let cut = identifier.slice(0, MAX_LENGTH - HASH_LENGTH - 1);
  while (Buffer.byteLength(cut) > MAX_BYTES - HASH_LENGTH - 1) cut = cut.slice(0, -1);
  return cut;
}

/** FNV-1a, 32 bits, in hex: tells names apart, protects nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(HASH_LENGTH, '0');
}

/** Two names with the same key cannot stand side by side: K2 and some file systems do not see the case. */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  // Up and down again: letters such as ς and σ have one capital.
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}
