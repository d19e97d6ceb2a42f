import type { Place } from '../base/place.js';

/** A plain JSON tree, as parsed: own properties only, no class instances. */
export type JsonTree =
  | null
  | boolean
  | number
  | string
  | readonly JsonTree[]
  | { readonly [key: string]: JsonTree };

/** A document with every outside reference brought in (bundled, not dereferenced: names stay). */
export interface Descriptor {
  /** Where it came from, as the user wrote it: path, URL or `-`. Credentials and query values of a URL are masked. */
  readonly location: string;
  /** The whole document; `$ref`s in it point inside it. Never changed by whom it is handed to. */
  readonly document: { readonly [key: string]: JsonTree };
  /** What a registration keeps: the text as read where the descriptor is one file, else the bundle as JSON. */
  readonly text: string;
  readonly format: 'json' | 'yaml';
  /** SHA-256 of `text` as UTF-8, in hex. */
  readonly sha256: string;
  /** Where it was read from; absent for a text that was at hand. */
  readonly origin?: DescriptorOrigin;
  /** File, line and column of a spot; costs a second look at the text, so only for what is shown. */
  locate(pointer: string): Place;
}

/** Where a descriptor was read from, to be looked at again. */
export interface DescriptorOrigin {
  /** Absolute paths, or URLs, of the descriptor and of every file it refers to. Not to be shown. */
  readonly files: readonly string[];
  /** What to ask its server with whether it has changed; absent for several files, and for what is no URL. */
  readonly validators?: Validators;
}

/** What a server said a text can be told from others by (RFC 9110 §8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}
