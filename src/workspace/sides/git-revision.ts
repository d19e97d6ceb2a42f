import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DescriptorError, SettingError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { systemCode } from '../system-reason.js';

/** As much as a descriptor may have. */
const MAX_BYTES = 64 * 1024 * 1024;
const git = promisify(execFile);

/** A commit of the repository that a folder lies in. */
export interface Revision {
  /** As the user wrote it. */
  readonly name: string;
  /** Full object name of the commit. */
  readonly commit: string;
}

/**
 * Finds a revision, whatever names it: a branch, a tag, `HEAD~1`, a hash.
 *
 * @throws SettingError USAGE_WRONG for what git would take for an option
 * @throws DescriptorError REVISION_UNREADABLE without git, outside a repository, or without such a revision
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
  if (name.startsWith('-') || /[\u0000-\u0020\u007f:]/.test(name)) throw noRevision(name);
  await refuseOutside(folder);
  const found = await run(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  if (found.isRefused) {
    const advice = 'Fetch it first: a pipeline often clones only the newest commit (fetch-depth: 0)';
    throw unreadable(folder, `git knows no revision ${quoted(name)}`, advice);
  }
  return { name, commit: found.bytes.toString('utf8').trim() };
}

/**
 * A file as it was at a revision.
 *
 * @param path relative to the folder, with forward slashes
 * @throws DescriptorError REVISION_UNREADABLE when it was not there
 */
export async function fileAtRevision(folder: string, revision: Revision, path: string): Promise<Buffer> {
  const found = await run(folder, ['cat-file', 'blob', `${revision.commit}:./${path}`]);
  if (!found.isRefused) return found.bytes;
  const what = `${quoted(path)} was not there at the revision ${quoted(revision.name)}`;
  throw unreadable(folder, what, 'Choose a revision at which it was registered');
}

/** @throws DescriptorError REVISION_UNREADABLE */
async function refuseOutside(folder: string): Promise<void> {
  const answer = await run(folder, ['rev-parse', '--is-inside-work-tree']);
  if (!answer.isRefused && answer.bytes.toString('utf8').trim() === 'true') return;
  const said = answer.isRefused ? answer.said : '';
  // A container often runs as somebody else than whoever made the checkout: git refuses that, and only it knows why.
  if (said !== '' && !said.includes('not a git repository'))
    throw unreadable(folder, `git says ${quoted(said)}`, `See: git -C ${quoted(folder)} status`);
  throw unreadable(folder, 'it does not lie in a git repository', 'Name a file instead of a revision');
}

/** What git printed, or its first sentence of why it did not. */
type GitAnswer =
  | { readonly isRefused: false; readonly bytes: Buffer }
  | { readonly isRefused: true; readonly said: string };

/** Nothing goes through a shell. */
async function run(folder: string, commandLine: readonly string[]): Promise<GitAnswer> {
  // In English, whatever the machine speaks: one sentence of it is looked for.
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: MAX_BYTES, windowsHide: true } as const;
  try {
    return { isRefused: false, bytes: (await git('git', [...commandLine], options)).stdout };
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) return { isRefused: true, said: saidBy(cause) };
    const what = code === 'ENOENT' ? 'git could not be run' : `git could not be read: ${quoted(code)}`;
    throw unreadable(folder, what, 'Install git, or name a file instead of a revision', cause);
  }
}

function saidBy(cause: unknown): string {
  const isTold = typeof cause === 'object' && cause !== null && 'stderr' in cause;
  const [first = ''] = isTold ? String(cause.stderr).split('\n') : [];
  return first.replace(/^fatal: /, '');
}

function noRevision(name: string): SettingError {
  return new SettingError('USAGE_WRONG', {
    who: 'The revision',
    what: `${quoted(name)} is none`,
    advice: 'Write it as name@revision, as in nwc@main or nwc@HEAD~1',
  });
}

function unreadable(folder: string, what: string, advice: string, cause?: unknown): DescriptorError {
  return new DescriptorError('REVISION_UNREADABLE', { who: `git in ${quoted(folder)}`, what, advice, cause });
}
