import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { systemCode, systemReason } from '../system-reason.js';

/** How long to wait for another rest-broker to finish. */
const WAIT_MS = 10_000;
const PAUSE_MS = 25;
/** Nothing is held nearly so long: an older lock was left behind, whoever has its process number now. */
const STALE_AFTER_MS = 600_000;

/** A lock file without its holder is being written just now, or was left behind by a process that died doing so. */
const HALF_WRITTEN_MS = 2_000;

/** What stands in a lock file: who holds it. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** Tokens this process holds: a lock with our process number but another token is from an earlier life. */
const held = new Set<string>();

/**
 * Runs `act` while no other process, and nobody else in this one, holds the same lock file. A lock whose
 * holder has died is taken over.
 *
 * @throws OutputError OUTPUT_REFUSED when it stays taken for `waitMs`, or the lock file cannot be written
 */
export async function withLock<T>(lockFile: string, act: () => T | Promise<T>, waitMs = WAIT_MS): Promise<T> {
  const token = randomBytes(12).toString('hex');
  await take(lockFile, token, waitMs);
  try {
    return await act();
  } finally {
    release(lockFile, token);
  }
}

async function take(lockFile: string, token: string, waitMs: number): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  held.add(token);
  while (!tryTake(lockFile, token)) {
    const text = readLock(lockFile);
    if (text !== undefined && isStale(lockFile, text)) breakLock(lockFile, text);
    else if (Date.now() >= giveUpAt) {
      held.delete(token);
      throw stillTaken(lockFile, waitMs);
    } else await sleep(PAUSE_MS + Math.random() * PAUSE_MS);
  }
}

/** Creates the lock file if there is none. */
function tryTake(lockFile: string, token: string): boolean {
  try {
    const holder: Holder = { pid: process.pid, host: hostname(), token };
    writeFileSync(lockFile, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    held.delete(token);
    throw refused(
      lockFile,
      `the lock could not be taken: ${systemReason(cause)}`,
      'Mend that and try again',
      cause,
    );
  }
}

function release(lockFile: string, token: string): void {
  held.delete(token);
  if (holderIn(readLock(lockFile))?.token === token) rmSync(lockFile, { force: true });
}

/** Removes the stale lock that was read; if another process was quicker and its new lock was caught, puts that back. */
function breakLock(lockFile: string, text: string): void {
  const aside = `${lockFile}-${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lockFile, aside);
    if (readLock(aside) !== text) linkSync(aside, lockFile);
  } catch (cause) {
    // Somebody else broke it or took it in between: the next try will tell.
    if (!['ENOENT', 'EEXIST'].includes(systemCode(cause) ?? '')) throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(lockFile: string): string | undefined {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return undefined;
  }
}

function isStale(lockFile: string, text: string): boolean {
  const holder = holderIn(text);
  if (ageMs(lockFile) > (holder === undefined ? HALF_WRITTEN_MS : STALE_AFTER_MS)) return true;
  if (holder === undefined) return false;
  if (holder.host !== hostname()) return false;
  return holder.pid === process.pid ? !held.has(holder.token) : !isAlive(holder.pid);
}

function ageMs(lockFile: string): number {
  return Date.now() - (statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function holderIn(text: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null || !('pid' in value && 'host' in value && 'token' in value))
    return false;
  return (
    Number.isSafeInteger(value.pid) &&
    Number(value.pid) > 0 &&
    typeof value.host === 'string' &&
    typeof value.token === 'string'
  );
}

/** Signal 0 asks only whether the process is there; EPERM means it is, under another user. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function stillTaken(lockFile: string, waitMs: number): OutputError {
  const holder = holderIn(readLock(lockFile));
  const by =
    holder === undefined
      ? 'another rest-broker'
      : `another rest-broker (process ${holder.pid} on ${quoted(holder.host)})`;
  const advice = 'Try again when it is done; if none is running, delete that file';
  return refused(lockFile, `the lock has been held by ${by} for more than ${waitMs / 1000} s`, advice);
}

function refused(lockFile: string, what: string, advice: string, cause?: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', { who: quoted(lockFile), what, advice, cause });
}
