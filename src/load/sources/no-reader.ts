import { SourceFailure } from '../source-failure.js';
import type { ReferenceReader } from './reference-reader.js';

/** For a descriptor that is nowhere, as from standard input: it has no neighbours. */
export const noReader: ReferenceReader = {
  find() {
    throw new SourceFailure(
      'REFERENCE_REFUSED',
      'leads to another file, and a descriptor that was not loaded from a file or URL has none beside it',
      'Save it beside the files it refers to and name its path',
    );
  },
  read() {
    return Promise.reject(new Error('there is nothing to read'));
  },
};
