import { joinPointer, splitPointer } from '../../base/json-pointer.js';
import { quoted } from '../../base/visible-text.js';
import { isContainer, ownMember } from '../container.js';
import { SourceFailure } from '../source-failure.js';
import type { SourceFile } from '../text/source-file.js';
import type { OpenFiles } from './open-files.js';
import { addressOf, isMember, isOutside, pointerOf } from './reference-text.js';

/** Where a reference leads in the end. */
export interface Destination {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly value: unknown;
  /** The last name on the way there, from a pointer: what the thing is called. */
  readonly name: string | undefined;
}

const MAX_HOPS = 100;

/**
 * Follows a reference to what it means: through references on the way of its pointer, and through references
 * that are nothing but another one, unless the root document gives that one a name.
 *
 * @returns undefined for an `#anchor` in the root, which is left as it is
 * @throws SourceFailure
 */
export async function followReference(
  files: OpenFiles,
  reference: string,
  from: SourceFile,
): Promise<Destination | undefined> {
  let at: { reference: string; from: SourceFile; rest: readonly string[] } = { reference, from, rest: [] };
  let name: string | undefined;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const file = isOutside(at.reference) ? await files.open(addressOf(at.reference), at.from) : at.from;
    const pointer = pointerOf(at.reference);
    if (pointer === undefined) {
      if (file === files.root) return undefined;
      throw unresolved('names an anchor in another file, and only JSON Pointers are followed there');
    }
    const tokens = [...splitPointer(pointer), ...at.rest];
    name ??= tokens.at(-1);
    const stop = walk(file, tokens);
    if (stop.next === undefined) return { ...stop, file, name };
    if (file === files.root && stop.next.rest.length === 0) return { ...stop, file, name };
    at = { ...stop.next, from: file };
  }
  throw unresolved('goes round in a circle');
}

interface Stop {
  readonly pointer: string;
  readonly value: unknown;
  /** The reference that has to be followed from here, and what is left of the pointer after it. */
  readonly next?: { readonly reference: string; readonly rest: readonly string[] };
}

function walk(file: SourceFile, tokens: readonly string[]): Stop {
  let value: unknown = file.tree;
  let pointer = '';
  for (const [index, token] of tokens.entries()) {
    if (!isMember(value, token)) {
      const reference = referenceIn(value);
      if (reference === undefined) throw missing(file, pointer, token);
      return { pointer, value, next: { reference, rest: tokens.slice(index) } };
    }
    value = Reflect.get(value, token);
    pointer = joinPointer(pointer, token);
  }
  const reference = isContainer(value) && Object.keys(value).length === 1 ? referenceIn(value) : undefined;
  return { pointer, value, ...(reference !== undefined && { next: { reference, rest: [] } }) };
}

function referenceIn(value: unknown): string | undefined {
  const reference = ownMember(value, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

function missing(file: SourceFile, pointer: string, token: string): SourceFailure {
  return unresolved(`does not lead anywhere: ${whereMissing(file, pointer, token)}`);
}

function whereMissing(file: SourceFile, pointer: string, token: string): string {
  const parent = pointer === '' ? 'at its top' : `at ${quoted(pointer)}`;
  return `${file.shown === '-' ? 'the descriptor' : file.shown} has no ${quoted(token)} ${parent}`;
}

function unresolved(what: string): SourceFailure {
  return new SourceFailure('REFERENCE_UNRESOLVED', what, 'Add what is missing, or mend the reference');
}
