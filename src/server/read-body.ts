import { mayRound, parseExact } from '../runtime/exact-number.js';
import { Refusal } from './refusal.js';

export type Members = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 100;

/**
 * The members of a JSON body. No body, and K2's empty array for «no fields», are an object without members. Integers
 * beyond 2^53 are bigint, and decimals that no number holds are text: nothing is rounded.
 *
 * @throws Refusal 400, 415
 */
export function readMembers(body: Buffer | undefined, headers: BodyHeaders): Members {
  if (body === undefined || body.length === 0) return {};
  checkMedia(headers);
  const value = parsed(body);
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'The body must be a JSON object.');
  }
  return value as Members;
}

export interface BodyHeaders {
  readonly 'content-type'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
}

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?(?:utf-?8|us-ascii)"?\s*(?:;|$))/i;

function checkMedia({
  'content-type': type = '',
  'content-encoding': coding = 'identity',
}: BodyHeaders): void {
  if (!JSON_TYPE.test(type)) throw new Refusal(415, 'The body must be application/json.');
  if (OTHER_CHARSET.test(type)) throw new Refusal(415, 'The body must be in UTF-8.');
  if (coding.toLowerCase() !== 'identity') throw new Refusal(415, 'The body must not be compressed.');
}

/** A member by name, without regard to case: K2's own clients write them in several ways. */
export function member(members: Members, name: string): unknown {
  const exact = Object.hasOwn(members, name) ? members[name] : undefined;
  if (exact !== undefined) return exact;
  const found = Object.keys(members).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : members[found];
}

/** @throws Refusal 400 */
export function objectMember(members: Members, name: string): Members {
  const value = member(members, name) ?? {};
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Members;
  throw new Refusal(400, `${name} must be an object.`);
}

/** @throws Refusal 400 */
export function textMember(members: Members, name: string): string | undefined {
  const value = member(members, name) ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new Refusal(400, `${name} must be text.`);
}

/** @throws Refusal 400 */
export function integerMember(members: Members, name: string): number | undefined {
  const value = member(members, name) ?? undefined;
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) return value;
  throw new Refusal(400, `${name} must be an integer.`);
}

function parsed(body: Buffer): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    value = JSON.parse(text);
    if (mayRound(text)) value = parseExact(text, String);
  } catch {
    throw new Refusal(400, 'The body is not JSON in UTF-8.');
  }
  if (isDeeperThan(value, MAX_DEPTH))
    throw new Refusal(400, `The body is nested more than ${MAX_DEPTH} deep.`);
  return value;
}

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
