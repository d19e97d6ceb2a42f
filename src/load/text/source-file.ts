import { splitPointer } from '../../base/json-pointer.js';
import { formatPlace, type Place } from '../../base/place.js';
import type { JsonTree } from '../descriptor.js';
import type { LoadLimits } from '../load-limits.js';
import { SourceFailure } from '../source-failure.js';
import type { LinePosition } from './line-index.js';
import { locateInJson, parseJson } from './parse-json.js';
import { TextFault } from './text-fault.js';

/** One parsed file, and the way back from its tree to its text. */
export interface SourceFile {
  /** What tells it from other files: an absolute path or a URL. Not shown. */
  readonly key: string;
  /** As the user knows it. */
  readonly shown: string;
  readonly text: string;
  readonly format: 'json' | 'yaml';
  readonly tree: JsonTree;
  locate(pointer: string): Place;
}

type Locate = (tokens: readonly string[]) => LinePosition;

/**
 * Parses one file. A text that starts with a bracket is JSON, everything else YAML, which is only then loaded.
 *
 * @throws SourceFailure DESCRIPTOR_MALFORMED, with line and column in its words, or DESCRIPTOR_TOO_LARGE
 */
export async function parseSource(
  text: string,
  key: string,
  shown: string,
  limits: LoadLimits,
): Promise<SourceFile> {
  const start = firstCharacter(text);
  if (start === '<') throw looksLikeHtml();
  try {
    if (start === '{' || start === '[') {
      return sourceFile(text, key, shown, 'json', parseJson(text), () => locateInJson(text));
    }
    const { parseYaml, locateInYaml } = await import('./parse-yaml.js');
    return sourceFile(text, key, shown, 'yaml', parseYaml(text, limits), () => locateInYaml(text, limits));
  } catch (fault) {
    throw fault instanceof TextFault ? malformed(fault, shown) : fault;
  }
}

function sourceFile(
  text: string,
  key: string,
  shown: string,
  format: 'json' | 'yaml',
  tree: JsonTree,
  prepare: () => Locate,
): SourceFile {
  let locate: Locate | undefined;
  return {
    key,
    shown,
    text,
    format,
    tree,
    locate(pointer) {
      locate ??= prepare();
      return { document: shown, pointer, ...locate(splitPointer(pointer)) };
    },
  };
}

/** The first character that is not blank; a regular expression would cost with many blanks. */
function firstCharacter(text: string): string | undefined {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return text[at];
}

function looksLikeHtml(): SourceFailure {
  return new SourceFailure(
    'DESCRIPTOR_MALFORMED',
    'looks like an HTML or XML page and not like a descriptor',
    'Name the JSON or YAML file itself; a page in its place may be a viewer or a login',
  );
}

function malformed(fault: TextFault, shown: string): SourceFailure {
  const place: Place = { document: shown, pointer: '', ...fault.position };
  return new SourceFailure(
    'DESCRIPTOR_MALFORMED',
    fault.message,
    'Mend the file there and try again',
    fault,
    place,
  );
}

/** The file, or the spot in it, for the start of a message. */
export function whoIs(shown: string, place?: Place): string {
  const document = shown === '-' ? 'standard input' : shown;
  return place === undefined ? document : formatPlace({ ...place, document });
}
