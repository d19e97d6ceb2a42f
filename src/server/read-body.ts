import { Refusal } from './refusal.js';

export type Members = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 100;

/**
 * The members of a JSON body. No body, and K2's empty array for «no fields», are an object without members.
 *
 * @throws Refusal 400, 415
 */
export function readMembers(body: Buffer | undefined, contentType: string | undefined): Members {
  if (body === undefined || body.length === 0) return {};
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '')) {
    throw new Refusal(415, 'The body must be application/json.');
  }
  const value = parsed(body);
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'The body must be a JSON object.');
  }
  return value as Members;
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
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
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
