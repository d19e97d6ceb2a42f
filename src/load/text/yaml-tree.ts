import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar } from 'yaml';
import { quoted } from '../../base/visible-text.js';
import { setMember } from '../container.js';
import type { JsonTree } from '../descriptor.js';

/** What keeps a YAML document from being a JSON tree, and at which offset. */
export class YamlFault extends Error {
  readonly offset: number;

  constructor(node: Node | null, what: string) {
    super(what);
    this.offset = node?.range?.[0] ?? 0;
  }
}

/** The document holds more values, with its aliases written out, than it may. */
export class YamlTooLarge extends Error {}

/** The tags of the core schema (YAML 1.2.2 section 10.3); others make values that JSON does not have. */
const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/**
 * The plain tree of a parsed YAML document. Aliases share one subtree but are counted wherever they stand;
 * merge keys (`<<`) are carried out; keys are texts.
 *
 * Done here and not by the package's `toJS`, whose time for aliases grows with the square of their number.
 *
 * @param document no deeper than the stack allows
 * @throws YamlFault, YamlTooLarge
 */
export function yamlTree(document: Document.Parsed, maxNodes: number): JsonTree {
  return new YamlTree(maxNodes).treeOf(document.contents);
}

interface Anchored {
  readonly tree: JsonTree;
  readonly size: number;
}

class YamlTree {
  readonly #maxNodes: number;
  readonly #anchors = new Map<string, Anchored | 'open'>();
  #size = 0;

  constructor(maxNodes: number) {
    this.#maxNodes = maxNodes;
  }

  treeOf(node: Node | null): JsonTree {
    if (isAlias(node)) return this.#aliased(node.source, node);
    this.#count(1);
    if (node === null) return null;
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#plain(node);
    const before = this.#size;
    this.#anchors.set(anchor, 'open');
    const tree = this.#plain(node);
    this.#anchors.set(anchor, { tree, size: this.#size - before + 1 });
    return tree;
  }

  #aliased(name: string, node: Node): JsonTree {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined)
      throw new YamlFault(node, `no anchor ${quoted(`&${name}`)} stands before its alias`);
    if (anchored === 'open')
      throw new YamlFault(node, `the alias ${quoted(`*${name}`)} stands inside its own anchor`);
    this.#count(anchored.size);
    return anchored.tree;
  }

  #count(nodes: number): void {
    this.#size += nodes;
    if (this.#size > this.#maxNodes) throw new YamlTooLarge();
  }

  #plain(node: Node): JsonTree {
    if (node.tag !== undefined && !CORE_TAGS.has(node.tag))
      throw new YamlFault(node, `the tag ${quoted(node.tag)} is not known`);
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => this.treeOf(item as Node | null));
    if (isMap(node)) return this.#object(node.items as Pair<Node, Node | null>[]);
    throw new YamlFault(node, 'this is no value');
  }

  #object(pairs: readonly Pair<Node, Node | null>[]): JsonTree {
    const object: Record<string, JsonTree> = {};
    const merged = new Set<string>();
    for (const pair of pairs) {
      if (isMergeKey(pair.key)) this.#merge(object, merged, pair);
      else {
        const key = yamlKey(pair.key);
        if (key === undefined) throw new YamlFault(pair.key, 'a key has to be a text');
        if (Object.hasOwn(object, key) && !merged.delete(key)) {
          throw new YamlFault(pair.key, `the key ${quoted(key)} is there twice`);
        }
        setMember(object, key, this.treeOf(pair.value));
      }
    }
    return object;
  }

  // An own key wins over a merged one, an earlier merged one over a later (yaml.org/type/merge.html).
  #merge(object: Record<string, JsonTree>, merged: Set<string>, pair: Pair<Node, Node | null>): void {
    const merging = this.treeOf(pair.value);
    for (const source of Array.isArray(merging) ? merging : [merging]) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new YamlFault(pair.key, "only maps can be merged with '<<'");
      }
      for (const [key, value] of Object.entries(source)) {
        if (Object.hasOwn(object, key)) continue;
        setMember(object, key, value);
        merged.add(key);
      }
    }
  }
}

/** The text of a map's key: `200:` is `'200'`. Undefined where it is no scalar. */
export function yamlKey(key: Node | null): string | undefined {
  if (key === null) return '';
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Whether a map's key merges other maps into it (yaml.org/type/merge.html). */
export function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.source === '<<';
}

function scalarValue(node: Scalar): JsonTree {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new YamlFault(node, `${quoted(node.source ?? String(value))} is no value that JSON has`);
}
