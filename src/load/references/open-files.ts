import type { LoadLimits } from '../load-limits.js';
import type { LoadPhase } from '../load-options.js';
import { SourceFailure } from '../source-failure.js';
import type { ReferenceReader, ReferredFile } from '../sources/reference-reader.js';
import { decodeText } from '../text/decode-text.js';
import { parseSource, type SourceFile } from '../text/source-file.js';
import { tooLarge } from '../too-large.js';
import { scanTree } from './scan-tree.js';

/** The files of one descriptor, each read once and all within one budget. */
export class OpenFiles {
  readonly root: SourceFile;
  readonly #reader: ReferenceReader;
  readonly #limits: LoadLimits;
  readonly #onPhase: (phase: LoadPhase, file: string) => void;
  readonly #files = new Map<string, SourceFile>();
  #bytesLeft: number;

  constructor(
    root: SourceFile,
    reader: ReferenceReader,
    limits: LoadLimits,
    onPhase: (phase: LoadPhase, file: string) => void,
  ) {
    this.root = root;
    this.#reader = reader;
    this.#limits = limits;
    this.#onPhase = onPhase;
    this.#bytesLeft = limits.maxBytes - Buffer.byteLength(root.text);
    this.#files.set(root.key, root);
  }

  /** What tells the files apart, of all that were opened: absolute paths or URLs. */
  get keys(): readonly string[] {
    return [...this.#files.keys()];
  }

  /**
   * The file that an address means in the file `from`.
   *
   * @throws SourceFailure
   */
  async open(address: string, from: SourceFile): Promise<SourceFile> {
    const found = this.#reader.find(address, from);
    const known = this.#files.get(found.key);
    if (known !== undefined) return known;
    if (this.#files.size > this.#limits.maxFiles) throw tooLarge('maxFiles', this.#limits);
    const file = await this.#load(found);
    this.#files.set(file.key, file);
    return file;
  }

  async #load(found: ReferredFile): Promise<SourceFile> {
    this.#onPhase('read', found.shown);
    const bytes = await this.#read(found);
    try {
      const file = await parseSource(decodeText(bytes), found.key, found.shown, this.#limits);
      scanTree(file.tree, undefined, this.#limits);
      return file;
    } catch (failure) {
      if (!(failure instanceof SourceFailure) || failure.place !== undefined) throw failure;
      throw new SourceFailure(
        failure.code,
        `leads to a file that ${failure.what}`,
        failure.advice,
        failure.cause,
      );
    }
  }

  async #read(found: ReferredFile): Promise<Uint8Array> {
    try {
      const bytes = await this.#reader.read(found, this.#bytesLeft);
      this.#bytesLeft -= bytes.length;
      return bytes;
    } catch (failure) {
      // The reader knows only what was left of the whole.
      const isSize = failure instanceof SourceFailure && failure.code === 'DESCRIPTOR_TOO_LARGE';
      throw isSize ? this.#wholeTooLarge(failure.advice) : failure;
    }
  }

  #wholeTooLarge(advice: string): SourceFailure {
    const limit = this.#limits.maxBytes.toLocaleString('en-US');
    return new SourceFailure('DESCRIPTOR_TOO_LARGE', `brings the whole to more than ${limit} bytes`, advice);
  }
}
