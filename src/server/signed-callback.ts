import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { unauthorized } from './callers.js';

/** How far the time of a signed callback may be off, either way. */
export const SIGNATURE_WINDOW_MS = 300_000;

export interface SignedCallback {
  readonly secret: string;
  readonly serialNumber: string;
  /** The body as it is sent, byte for byte. */
  readonly body: string | Uint8Array;
}

/** The headers that sign one callback: for the outside system. A repetition is signed anew. */
export function signCallback(
  { secret, serialNumber, body }: SignedCallback,
  { nowMs = Date.now(), id = randomUUID() }: { readonly nowMs?: number; readonly id?: string } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  return {
    'x-callback-id': id,
    'x-callback-timestamp': timestamp,
    'x-callback-signature': `v1=${signatureOf(secret, [timestamp, id, serialNumber], body)}`,
  };
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export function isSigned(headers: Headers): boolean {
  return headers['x-callback-signature'] !== undefined;
}

/**
 * Checks a signed callback; gives the id that must not have been seen before, and until when to remember it.
 * Time and id are signed with the body, and so is the Serial Number: a signature cannot be used for another step.
 *
 * @throws Refusal 401
 */
export function verifySignature(
  headers: Headers,
  { secret, serialNumber, body }: SignedCallback,
  nowMs = Date.now(),
): { readonly id: string; readonly expiresMs: number } {
  const id = headers['x-callback-id'];
  const timestamp = headers['x-callback-timestamp'];
  const signature = headers['x-callback-signature'];
  if (typeof id !== 'string' || !/^[\w.:-]{8,100}$/.test(id)) throw unauthorized('x-callback-id is missing');
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    throw unauthorized('x-callback-timestamp is missing');
  }
  const expected = Buffer.from(`v1=${signatureOf(secret, [timestamp, id, serialNumber], body)}`);
  const given = Buffer.from(String(signature));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw unauthorized('the signature does not fit');
  }
  const signedMs = Number(timestamp) * 1000;
  if (Math.abs(nowMs - signedMs) > SIGNATURE_WINDOW_MS)
    throw unauthorized('the signature is too old or too new');
  return { id, expiresMs: signedMs + 2 * SIGNATURE_WINDOW_MS };
}

function signatureOf(secret: string, parts: readonly string[], body: string | Uint8Array): string {
  return createHmac('sha256', secret)
    .update(`v1\n${parts.join('\n')}\n`)
    .update(body)
    .digest('hex');
}
