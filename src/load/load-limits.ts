/** How much a descriptor may cost before it is refused. */
export interface LoadLimits {
  /** Bytes of the descriptor and all files it refers to, together; of a fetched one after decompression. */
  readonly maxBytes: number;
  /** Levels of nesting. */
  readonly maxDepth: number;
  /** Values in the whole document: objects, lists, texts, numbers. */
  readonly maxNodes: number;
  /** Values in one YAML file with its aliases written out: YAML costs far more than JSON, and aliases multiply. */
  readonly maxYamlNodes: number;
  /** Files that the descriptor refers to. */
  readonly maxFiles: number;
}

const DEFAULT_LIMITS: LoadLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 500,
  maxNodes: 5_000_000,
  maxYamlNodes: 1_000_000,
  maxFiles: 200,
};

/** The default limits with the given ones in their place. */
export function withDefaultLimits(limits: Partial<LoadLimits> | undefined): LoadLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}
