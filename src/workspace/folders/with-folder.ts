import { mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import { RestBrokerError } from '../../base/errors.js';
import { notWritten } from './carry-out.js';

/**
 * Runs `act` with the real path of a folder that is made, with its parents, where it is missing, and taken away
 * again when `act` fails.
 *
 * @throws OutputError OUTPUT_REFUSED when it cannot be made, and for every failure of the system in `act`
 */
export async function withFolder<T>(folder: string, act: (realPath: string) => Promise<T>): Promise<T> {
  const path = resolve(folder);
  if (path === parse(path).root) throw notWritten(folder, new Error('it is the root of the file system'));
  let made: string | undefined;
  try {
    made = mkdirSync(path, { recursive: true });
    return await act(realpathSync(path));
  } catch (cause) {
    removeMade(path, made);
    throw cause instanceof RestBrokerError ? cause : notWritten(folder, cause);
  }
}

function removeMade(folder: string, made: string | undefined): void {
  if (made === undefined) return;
  try {
    for (let path = folder; path.length >= made.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Somebody else put something there meanwhile: it is theirs now.
  }
}
