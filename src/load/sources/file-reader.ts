import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { percentDecoded } from '../../base/percent-decoded.js';
import { visibleText } from '../../base/visible-text.js';
import type { LoadLimits } from '../load-limits.js';
import { SourceFailure } from '../source-failure.js';
import { readLocalFile } from './read-local.js';
import type { ReferenceReader, ReferredFile } from './reference-reader.js';

/** Reads files in the folder of a descriptor file, and nothing else. */
export class FileReader implements ReferenceReader {
  /** The descriptor itself. */
  readonly root: ReferredFile;
  readonly #folder: string;
  readonly #shownFolder: string;
  readonly #limits: LoadLimits;

  private constructor(folder: string, name: string, shown: string, limits: LoadLimits) {
    this.root = { key: join(folder, name), shown: visibleText(shown) };
    this.#folder = folder;
    this.#shownFolder = dirname(shown);
    this.#limits = limits;
  }

  /**
   * @param path of a descriptor that exists
   * @param shown the same path as the user wrote it
   */
  static async beside(path: string, shown: string, limits: LoadLimits): Promise<FileReader> {
    return new FileReader(await realpath(dirname(path)), basename(path), shown, limits);
  }

  find(address: string, from: ReferredFile): ReferredFile {
    const path = percentDecoded(address);
    if (isUrl(path))
      throw refused(
        'is a URL, and a descriptor file may only refer to files',
        'Save that file in the folder of the descriptor and refer to it by its path',
      );
    if (isAbsolute(path) || /^(?:[\\/]|[a-z]:)/i.test(path)) throw refused('is an absolute path', RELATIVE);
    if (path.includes('\0')) throw refused('holds a NUL character', RELATIVE);
    const key = resolve(dirname(from.key), path);
    const inside = this.#pathInside(key);
    if (inside === undefined) throw refused('leads out of the folder of the descriptor', MOVE);
    return { key, shown: visibleText(join(this.#shownFolder, inside)) };
  }

  async read(file: ReferredFile, maxBytes: number): Promise<Uint8Array> {
    const real = await realpath(file.key).catch((cause: unknown) => {
      throw unresolved('leads to a file that is not there', cause);
    });
    if (this.#pathInside(real) === undefined) {
      throw refused('leads out of the folder of the descriptor through a symbolic link', MOVE);
    }
    // A pipe or a device would not end.
    if (!(await stat(real)).isFile()) throw unresolved('leads to something that is not a file');
    return readLocalFile(real, { ...this.#limits, maxBytes });
  }

  #pathInside(path: string): string | undefined {
    const inside = relative(this.#folder, path);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      return undefined;
    return inside;
  }
}

const RELATIVE = 'Refer to the file by its path from the file with the reference, as ./schemas/task.yaml';
const MOVE = 'Copy that file into the folder, or load a descriptor that stands in a folder above both';

// Two letters at least: one is a drive.
function isUrl(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address);
}

function refused(what: string, advice: string): SourceFailure {
  return new SourceFailure('REFERENCE_REFUSED', what, advice);
}

function unresolved(what: string, cause?: unknown): SourceFailure {
  return new SourceFailure(
    'REFERENCE_UNRESOLVED',
    what,
    'Check the path, from the file with the reference',
    cause,
  );
}
