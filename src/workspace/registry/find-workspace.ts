import { statSync } from 'node:fs';
import { SettingError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';

/**
 * The workspace folder: the one that was chosen with `--workspace`, else where the command runs. The path
 * stays as it was written, for messages.
 *
 * @throws SettingError USAGE_WRONG when it is no folder
 */
export function findWorkspace(chosen = '.'): string {
  if (isFolder(chosen)) return chosen;
  throw new SettingError('USAGE_WRONG', {
    who: '--workspace',
    what: `${quoted(chosen)} is not a folder`,
    advice: 'Make it, or name another one',
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
