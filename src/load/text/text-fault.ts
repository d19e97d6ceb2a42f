import type { LinePosition } from './line-index.js';

/** Where and why a text is not what it should be. */
export class TextFault extends Error {
  readonly position: LinePosition;

  constructor(message: string, position: LinePosition) {
    super(message);
    this.position = position;
  }
}
