/** What must not happen, and happened. */
export class Finding extends Error {
  /** What kind of thing it is: the same for every descriptor that shows it. */
  readonly signature: string;

  constructor(signature: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.signature = signature;
  }
}
