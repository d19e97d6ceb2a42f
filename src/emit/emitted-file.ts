/** One file of a connector, in memory. */
export interface EmittedFile {
  /** Relative to the connector's own folder, with forward slashes. */
  readonly path: string;
  /** UTF-8, LF line ends, one at the end. */
  readonly content: string;
}
