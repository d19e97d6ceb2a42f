import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { SettingError } from '../../base/errors.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import { REGISTRY_FILE } from './registry-text.js';

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

/** What to do where nothing is registered: whoever stands below a workspace has most likely meant that one. */
export function adviceWithoutRegistry(folder: string): string {
  const above = existsSync(join(folder, REGISTRY_FILE)) ? undefined : workspaceAbove(resolve(folder));
  if (above === undefined) return 'Register one with: rest-broker register <name> <descriptor>';
  return `There is a ${REGISTRY_FILE} further up: add --workspace ${visibleText(relative('.', above))}`;
}

function workspaceAbove(folder: string): string | undefined {
  const parent = dirname(folder);
  if (parent === folder) return undefined;
  return existsSync(join(parent, REGISTRY_FILE)) ? parent : workspaceAbove(parent);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
