import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../base/sha256.js';
import { isMadeByUs } from '../../emit/typescript/file-header.js';
import { listFiles } from '../folders/list-files.js';

/** A file that stands in a connector's folder. */
export interface StandingFile {
  /** SHA-256 of its bytes, in hex; absent for what is no file. */
  readonly sha256?: string;
  readonly isOurs: boolean;
}

/**
 * Every file that stands in a connector's folder, by path. All of them are read: a checkout sets new times, and a
 * size proves nothing.
 */
export function standingConnector(folder: string): Map<string, StandingFile> {
  const found = new Map<string, StandingFile>();
  for (const [path, kind] of listFiles(folder)) {
    if (kind === 'folder') continue;
    found.set(path, kind === 'file' ? readStanding(join(folder, path)) : { isOurs: false });
  }
  return found;
}

function readStanding(file: string): StandingFile {
  const bytes = readFileSync(file);
  return { sha256: sha256(bytes), isOurs: isMadeByUs(bytes.toString('latin1', 0, BEGINNING_BYTES)) };
}

const BEGINNING_BYTES = 200;
