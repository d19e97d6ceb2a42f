import { quoted } from '../base/visible-text.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'a folder stands there',
  ELOOP: 'symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'it does not exist',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'it is not permitted',
  EROFS: 'the file system is read-only',
};

/** The code of a failed system call, `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why a system call failed, in words that name no path. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return Object.hasOwn(REASONS, code) ? `${REASONS[code]} (${code})` : quoted(code);
  return error instanceof Error ? quoted(error.message) : 'the reason is unknown';
}
