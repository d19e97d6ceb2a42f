/** A folder of descriptors, under one heading of the table. */
export interface Group {
  readonly name: string;
  readonly folder: string;
  /** Whether a file belongs to the group, by its path in the folder with forward slashes; absent: all do. */
  readonly takes?: (path: string) => boolean;
}

/** A file that looks like a descriptor. */
export interface Candidate {
  readonly group: string;
  readonly path: string;
  /** Its path in the group's folder, with forward slashes. */
  readonly shown: string;
  readonly bytes: number;
  /** Of the file, in hex. */
  readonly sha256: string;
}
