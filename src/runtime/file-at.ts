/** What is known of a file beside its bytes. */
export interface FileAtOptions {
  /** Under which the service gets it. Default: the last part of its path. */
  readonly name?: string;
  /** Media type, such as `application/pdf`. Default: as described, or `application/octet-stream`. */
  readonly contentType?: string;
}

/**
 * A file on disk as an input. A class and no plain object: nothing that came out of an answer, whatever it holds, can
 * become a path and make a call read a file.
 */
export class FileAt {
  readonly #path: string | URL;
  readonly #options: FileAtOptions;

  constructor(path: string | URL, options: FileAtOptions) {
    this.#path = path;
    this.#options = options;
  }

  get path(): string | URL {
    return this.#path;
  }

  get options(): FileAtOptions {
    return this.#options;
  }
}

/**
 * A file on disk, for an input that takes a file: `{ File: fileAt('reports/a.pdf') }`. It is opened when the call is
 * made and read while it is sent, so it may be larger than memory.
 *
 * @param path relative to the working directory, or a `file:` URL
 */
export function fileAt(path: string | URL, options: FileAtOptions = {}): FileAt {
  return new FileAt(path, options);
}
