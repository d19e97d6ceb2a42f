import { visibleText } from '../../src/base/visible-text.js';

const CLEAR_LINE = '\r\u001b[2K';
const WIDTH = 24;
const DEFAULT_COLUMNS = 80;

/** How far a run has come, on a terminal; nothing on a pipe. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  show(done: number, failing: number, name: string): void {
    if (!this.#stream.isTTY) return;
    const filled = Math.floor((WIDTH * done) / Math.max(1, this.#total));
    const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
    const text = `[${bar}] ${done} of ${this.#total}, ${failing} failing, ${visibleText(name)}`;
    this.#stream.write(CLEAR_LINE + text.slice(0, (this.#stream.columns ?? DEFAULT_COLUMNS) - 1));
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write(CLEAR_LINE);
  }
}
