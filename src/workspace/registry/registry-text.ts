import { isDeepStrictEqual } from 'node:util';
import { openYamlDocument, YAMLMap, type YamlDocument } from '../../load/yaml-document.js';
import { entriesOf, offsetOf, rangeOf } from './yaml-positions.js';

/** Name of the registry in a workspace folder. */
export const REGISTRY_FILE = 'service-instances.yaml';

/** What a new registry begins with. */
const HEADER =
  '# Service Instances of this workspace. Secrets never stand here: name an environment variable, ${NWC_TOKEN}.\n';

/** Settings that are written on one line. */
const ON_ONE_LINE: ReadonlySet<string> = new Set(['authentication', 'objects', 'systemTypes']);

/** A mapping as it is read from the file. */
type Mapping = Readonly<Record<string, unknown>>;
type Edit = (text: string, name: string, entry: unknown) => string | undefined;

/**
 * The registry's text with one entry added or changed. All other text stays as it is, byte for byte, wherever
 * the file is written the usual way (a block mapping); comments stay always.
 */
export function withEntry(text: string, name: string, entry: object): string {
  const wanted = { ...valuesOf(text), [name]: entry };
  return firstThatReadsAs(wanted, [spliceScalars, rewriteEntry, append, rewriteAll], text, name, entry);
}

/** The registry's text without one entry; what stands above it as a comment stays. */
export function withoutEntry(text: string, name: string): string {
  const { [name]: _removed, ...wanted } = valuesOf(text);
  return firstThatReadsAs(wanted, [cutEntry, removeFromAll], text, name, undefined);
}

/** The gentlest edit whose outcome reads exactly as it should. */
function firstThatReadsAs(
  wanted: Mapping,
  edits: readonly Edit[],
  text: string,
  name: string,
  entry: unknown,
): string {
  if (isDeepStrictEqual(valuesOf(text), wanted)) return text;
  for (const edit of edits) {
    const edited = edit(text, name, entry);
    if (edited !== undefined && readsAs(edited, wanted)) return edited;
  }
  throw new Error('no edit of the registry gave what was wanted');
}

function readsAs(text: string, wanted: Mapping): boolean {
  const opened = openYamlDocument(text);
  return opened.problems.length === 0 && isDeepStrictEqual(valuesIn(opened), wanted);
}

function valuesOf(text: string): Mapping {
  return valuesIn(openYamlDocument(text));
}

function valuesIn({ document }: YamlDocument): Mapping {
  const value: unknown = document.toJS();
  return isMapping(value) ? value : {};
}

/** Replaces single values in place: a refreshed sha256 touches nothing else on its line. */
function spliceScalars(text: string, name: string, entry: unknown): string | undefined {
  const opened = openYamlDocument(text);
  const changes = changesBetween(own(valuesIn(opened), name), entry, [name]);
  const splices: { start: number; end: number; written: string }[] = [];
  for (const { path, value } of changes) {
    const range = rangeOf(opened.document.getIn(path, true));
    if (range === undefined || !isScalar(value)) return undefined;
    splices.push({ start: range[0], end: range[1], written: writtenScalar(value) });
  }
  splices.sort((a, b) => b.start - a.start);
  return splices.reduce(
    (edited, { start, end, written }) => edited.slice(0, start) + written + edited.slice(end),
    text,
  );
}

interface Change {
  readonly path: readonly string[];
  /** Undefined: to be removed. */
  readonly value: unknown;
}

/** What has to be set or removed to make one value the other. */
function changesBetween(from: unknown, to: unknown, path: readonly string[]): Change[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (!isMapping(from) || !isMapping(to)) return [{ path, value: to }];
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...keys].flatMap((key) => changesBetween(own(from, key), own(to, key), [...path, key]));
}

/** Plain where that reads as the same value, even inside brackets; else in double quotes. */
function writtenScalar(value: unknown): string {
  const plain = String(value);
  const isPlain = /^[A-Za-z0-9_./:+-]+$/.test(plain) && openYamlDocument(plain).document.toJS() === value;
  return isPlain ? plain : JSON.stringify(value);
}

/** Edits the lines of one entry as a small document of their own. */
function rewriteEntry(text: string, name: string, entry: unknown): string | undefined {
  const span = spanOf(text, name);
  if (span === undefined) return undefined;
  const lines = openYamlDocument(text.slice(span.start, span.end));
  if (lines.problems.length > 0) return undefined;
  const rewritten = edited(lines, name, entry);
  return text.slice(0, span.start) + withLineEndsOf(text, rewritten) + text.slice(span.end);
}

/** Writes a new entry below all others. */
function append(text: string, name: string, entry: unknown): string | undefined {
  const chunk = edited(openYamlDocument(''), name, entry);
  const above = text.trim() === '' ? HEADER : `${text.trimEnd()}\n`;
  return `${withLineEndsOf(text, above)}${withLineEndsOf(text, `\n${chunk}`)}`;
}

/** The last resort: comments stay, the layout becomes the package's own. */
function rewriteAll(text: string, name: string, entry: unknown): string {
  return edited(openYamlDocument(text), name, entry);
}

function edited(opened: YamlDocument, name: string, entry: unknown): string {
  const { document } = opened;
  for (const { path, value } of changesBetween(own(valuesIn(opened), name), entry, [name])) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, nodeOf(opened, value, path));
  }
  return document.toString({ lineWidth: 0 });
}

/** A new node: mappings are written as blocks, all but a few. */
function nodeOf(opened: YamlDocument, value: unknown, path: readonly string[]): unknown {
  const { document } = opened;
  if (ON_ONE_LINE.has(path.at(-1) ?? '')) return document.createNode(value, { flow: true });
  if (!isMapping(value)) return document.createNode(value);
  const node = new YAMLMap(document.schema);
  for (const [key, below] of Object.entries(value)) node.set(key, nodeOf(opened, below, [...path, key]));
  return node;
}

function cutEntry(text: string, name: string): string | undefined {
  const span = spanOf(text, name);
  if (span === undefined) return undefined;
  const rest = text.slice(span.end);
  return text.slice(0, span.start) + rest.replace(/^(?:[ \t]*\r?\n)+/, '');
}

function removeFromAll(text: string, name: string): string {
  const { document } = openYamlDocument(text);
  document.deleteIn([name]);
  return document.toString({ lineWidth: 0 });
}

/** The lines of an entry: from its key to the blank lines and unindented comments above the next one. */
function spanOf(text: string, name: string): { start: number; end: number } | undefined {
  const opened = openYamlDocument(text);
  const entries = entriesOf(opened.document.contents);
  const index = entries.findIndex(({ key }) => key === name);
  if (index < 0) return undefined;
  const start = offsetOf(opened, [name]);
  const next = entries[index + 1]?.start ?? text.length;
  const above = /(?:\n[ \t]*\r?|\n#[^\n]*)+$/.exec(text.slice(start, next).replace(/\n$/, ''));
  return { start, end: above === null ? next : start + above.index + 1 };
}

function withLineEndsOf(text: string, written: string): string {
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
}

function own(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
