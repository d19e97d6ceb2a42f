import { shownUrl } from '../shown-location.js';
import { SourceFailure } from '../source-failure.js';
import { type FetchOptions, fetchBytes, RedirectRefused } from './fetch-bytes.js';
import type { ReferenceReader, ReferredFile } from './reference-reader.js';

/** Fetches from the origin (scheme, host and port) of a descriptor's URL, and from nowhere else. */
export class UrlReader implements ReferenceReader {
  /** The descriptor itself. */
  readonly root: ReferredFile;
  readonly #url: URL;
  readonly #options: FetchOptions;

  constructor(url: URL, options: FetchOptions) {
    this.#url = url;
    this.#options = options;
    this.root = { key: addressOf(url), shown: shownUrl(url) };
  }

  find(address: string, from: ReferredFile): ReferredFile {
    if (!URL.canParse(address, from.key)) {
      throw new SourceFailure('REFERENCE_UNRESOLVED', 'is no address', 'Mend the reference');
    }
    const url = new URL(address, from.key);
    if (url.origin !== this.#url.origin || !/^https?:$/.test(url.protocol)) throw this.#refused(url);
    // A file may refer to its own root without the query that the root was fetched with.
    if (url.search === '' && url.pathname === this.#url.pathname) return this.root;
    return { key: addressOf(url), shown: shownUrl(url) };
  }

  async read(file: ReferredFile, maxBytes: number): Promise<Uint8Array> {
    const { limits } = this.#options;
    try {
      return await fetchBytes(this.#authorized(file), { ...this.#options, limits: { ...limits, maxBytes } });
    } catch (failure) {
      if (!(failure instanceof SourceFailure) || failure.code !== 'DESCRIPTOR_NOT_FETCHED') throw failure;
      const { what, advice, cause } = failure;
      const code = failure instanceof RedirectRefused ? 'REFERENCE_REFUSED' : 'REFERENCE_UNRESOLVED';
      throw new SourceFailure(code, `leads to a file that ${what}`, advice, cause);
    }
  }

  /** Credentials in the root's URL are for its whole origin, so they are sent along. */
  #authorized(file: ReferredFile): URL {
    const url = new URL(file.key);
    url.username = this.#url.username;
    url.password = this.#url.password;
    return url;
  }

  #refused(url: URL): SourceFailure {
    const target = /^https?:$/.test(url.protocol) ? url.origin : url.protocol;
    return new SourceFailure(
      'REFERENCE_REFUSED',
      `leads to ${target}, and only ${this.#url.origin} is read from there`,
      'Save the descriptor and what it refers to in one folder and load it from there',
    );
  }
}

/** A URL without what does not tell files apart. */
function addressOf(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain.href;
}
