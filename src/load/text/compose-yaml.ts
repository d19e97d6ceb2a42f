import { Composer, type CST, type Document, Lexer, LineCounter, Parser } from 'yaml';
import { visibleText } from '../../base/visible-text.js';

/** Something in a YAML text that keeps it from being used, where it stands. */
export interface YamlProblem {
  readonly message: string;
  /** From 1, as `column`. */
  readonly line: number;
  readonly column: number;
}

/** A YAML text, read but not yet judged. */
export interface ComposedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly problems: readonly YamlProblem[];
}

/** How much a YAML text may hold before it is composed, which is the costly step. */
export interface YamlBounds {
  readonly maxDepth: number;
  readonly maxNodes: number;
}

/** The bound of `YamlBounds` that a text went over. */
export class YamlOutOfBounds extends Error {
  readonly bound: keyof YamlBounds;

  constructor(bound: keyof YamlBounds) {
    super(`over ${bound}`);
    this.bound = bound;
  }
}

// What starts a node; the lexer puts \u001f before each scalar.
const NODE_STARTS = new Set(['\u001f', '[', '{', '-']);

/**
 * The document of a YAML text, strictly: one document, no unknown tag, the core schema (so that dates stay
 * texts) and the file's own words for keys.
 *
 * Keys that are there twice are left to the reader of the tree: the package compares each key with each other.
 *
 * @throws YamlOutOfBounds
 */
export function composeYaml(text: string, bounds: YamlBounds): ComposedYaml {
  const lines = new LineCounter();
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(tokensOf(text, lines, bounds), true, text.length);
  // Asked for, there is one of nothing as well.
  if (document === undefined) throw new Error('the composer gave no document');
  const problems = [...document.errors, ...document.warnings].map((found) =>
    problemAt(lines, found.pos[0], found.message),
  );
  if (second !== undefined) problems.push(problemAt(lines, second.range[0], 'a second document starts here'));
  return { document, lines, problems };
}

/** A problem at an offset of the text. */
export function problemAt(lines: LineCounter, offset: number, message: string): YamlProblem {
  const { line, col } = lines.linePos(offset);
  return { message: visibleText(message), line: Math.max(line, 1), column: Math.max(col, 1) };
}

function* tokensOf(text: string, lines: LineCounter, bounds: YamlBounds): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let nodes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (NODE_STARTS.has(lexeme) && ++nodes > bounds.maxNodes) throw new YamlOutOfBounds('maxNodes');
    // The stack also holds the document and the scalar that is being read.
    if (parser.stack.length > bounds.maxDepth + 2) throw new YamlOutOfBounds('maxDepth');
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}
