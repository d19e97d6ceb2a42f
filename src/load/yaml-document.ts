import type { Document } from 'yaml';
import { composeYaml, problemAt, type YamlProblem } from './text/compose-yaml.js';
import { YamlFault, YamlTooLarge, yamlTree } from './text/yaml-tree.js';

export {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
export type { YamlProblem } from './text/compose-yaml.js';

/** For files that people write: far more than anyone would. */
const BOUNDS = { maxDepth: 100, maxNodes: 100_000 };

/** A YAML file that is open for editing. */
export interface YamlDocument {
  /** Keeps comments and order when it is changed and turned into text again. */
  readonly document: Document.Parsed;
  /** Why it should not be used; empty for a sound document. */
  readonly problems: readonly YamlProblem[];
}

/**
 * A YAML file for editing, held to the same rules as a descriptor: one document, known tags, no key twice.
 *
 * @throws YamlOutOfBounds for a text of more than 100,000 values or 100 levels
 */
export function openYamlDocument(text: string): YamlDocument {
  const { document, lines, problems } = composeYaml(text, BOUNDS);
  if (problems.length > 0) return { document, problems };
  try {
    yamlTree(document, BOUNDS.maxNodes);
    return { document, problems };
  } catch (fault) {
    if (fault instanceof YamlFault)
      return { document, problems: [problemAt(lines, fault.offset, fault.message)] };
    if (fault instanceof YamlTooLarge)
      return { document, problems: [problemAt(lines, 0, 'its aliases make it too large')] };
    throw fault;
  }
}
