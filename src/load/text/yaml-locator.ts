import { type Document, isAlias, isMap, isSeq, type Node, type Pair } from 'yaml';
import { isMergeKey, yamlKey } from './yaml-tree.js';

/** Finds pointers in a parsed YAML document, through aliases and merge keys. */
export class YamlLocator {
  readonly #document: Document.Parsed;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  /** The offset of the spot's key (of the item itself in a list), or of its nearest parent that exists. */
  offsetOf(tokens: readonly string[]): number {
    let node: Node | null | undefined = this.#document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const token of tokens) {
      const child = this.#childOf(node, token);
      if (child === undefined) break;
      offset = (child.shown ?? child.value)?.range?.[0] ?? offset;
      node = child.value;
    }
    return offset;
  }

  #childOf(node: Node | null | undefined, token: string): Child | undefined {
    const container = this.#unaliased(node);
    if (isSeq(container)) {
      const item = container.items[Number(token)] as Node | null | undefined;
      return item === undefined ? undefined : { shown: item, value: item };
    }
    if (!isMap(container)) return undefined;
    const pairs = container.items as Pair<Node, Node | null>[];
    const own = pairs.find((pair) => !isMergeKey(pair.key) && yamlKey(pair.key) === token);
    return own ? { shown: own.key, value: own.value } : this.#mergedChild(pairs, token);
  }

  #mergedChild(pairs: readonly Pair<Node, Node | null>[], token: string): Child | undefined {
    for (const pair of pairs) {
      if (!isMergeKey(pair.key)) continue;
      const merging = this.#unaliased(pair.value);
      for (const source of isSeq(merging) ? merging.items : [merging]) {
        const child = this.#childOf(source as Node | null, token);
        if (child !== undefined) return child;
      }
    }
    return undefined;
  }

  #unaliased(node: Node | null | undefined): Node | null | undefined {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }
}

interface Child {
  readonly shown: Node | null;
  readonly value: Node | null;
}
