import { isMap, isScalar, isSeq, type YamlDocument } from '../../load/yaml-document.js';

/** A key of a YAML mapping with what stands under it. */
export interface YamlEntry {
  readonly key: string;
  /** Offset of the key in the text. */
  readonly start: number;
  readonly value: unknown;
}

/** The entries of a mapping as it was parsed; none for any other node. */
export function entriesOf(node: unknown): YamlEntry[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const range = rangeOf(key);
    return isScalar(key) && range !== undefined ? [{ key: String(key.value), start: range[0], value }] : [];
  });
}

/** Begin and end of a node's own text, without what follows on its line; undefined where it was not parsed. */
export function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}

/** Offset of the innermost thing on the path that stands in the text: a key, or an item of a list. */
export function offsetOf({ document }: YamlDocument, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = rangeOf(node)?.[0] ?? 0;
  for (const step of path) {
    const entry = entriesOf(node).find(({ key }) => key === step);
    node = entry === undefined ? itemOf(node, step) : entry.value;
    const start = entry?.start ?? rangeOf(node)?.[0];
    if (start === undefined) break;
    offset = start;
  }
  return offset;
}

function itemOf(node: unknown, step: string): unknown {
  return isSeq(node) && /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
}

/** Line and column, both from 1, of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
