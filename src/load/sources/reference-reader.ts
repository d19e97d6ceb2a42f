/** A file that a descriptor refers to, before it is read. */
export interface ReferredFile {
  /** What tells it from other files. Not shown. */
  readonly key: string;
  /** As the user knows it. */
  readonly shown: string;
}

/** The one way from a descriptor to other files: says which ones it may read, and reads them. */
export interface ReferenceReader {
  /**
   * Which file an address means where it stands in the file `from`. Touches neither disk nor network.
   *
   * @throws SourceFailure REFERENCE_REFUSED for an address that may not be read from there
   */
  find(address: string, from: ReferredFile): ReferredFile;
  /** @throws SourceFailure REFERENCE_REFUSED, REFERENCE_UNRESOLVED, DESCRIPTOR_TOO_LARGE */
  read(file: ReferredFile, maxBytes: number): Promise<Uint8Array>;
}
