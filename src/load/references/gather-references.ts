import { DescriptorError } from '../../base/errors.js';
import { joinPointer } from '../../base/json-pointer.js';
import { formatPlace, type Place } from '../../base/place.js';
import { quoted } from '../../base/visible-text.js';
import { ownMember } from '../container.js';
import { SourceFailure } from '../source-failure.js';
import type { SourceFile } from '../text/source-file.js';
import { type Destination, followReference } from './follow-reference.js';
import type { OpenFiles } from './open-files.js';
import { documentPosition, type Position } from './reference-positions.js';
import { type ReferenceSpot, referenceSpots } from './reference-spots.js';

/** Something that is referred to. */
export interface Target extends Destination {
  /** What it is used as, where it is first met. */
  readonly position: Position;
  /** In the order in which they are met. */
  readonly spots: Spot[];
}

/** A reference and what it means. */
export interface Spot extends ReferenceSpot {
  readonly file: SourceFile;
  readonly target: Target;
}

/** All that a descriptor reaches through its references, in the order in which it is met. */
export interface Gathered {
  readonly targets: ReadonlyMap<string, Target>;
  readonly spots: readonly Spot[];
}

/**
 * Walks a document and everything that it refers to, once.
 *
 * @throws DescriptorError REFERENCE_REFUSED, REFERENCE_UNRESOLVED for the first of them, and what is wrong with
 *   a file that is referred to
 */
export async function gatherReferences(files: OpenFiles): Promise<Gathered> {
  const targets = new Map<string, Target>();
  const spots: Spot[] = [];
  const visited = new Set<object>();
  const unresolved: DescriptorError[] = [];
  const queue = [
    { file: files.root, value: files.root.tree as unknown, position: documentPosition, pointer: '' },
  ];
  for (const { file, value, position, pointer } of queue) {
    for (const found of referenceSpots(value, position, pointer, visited)) {
      const destination = await destinationOf(files, file, found, unresolved);
      if (destination === undefined) continue;
      const key = targetKey(destination.file, destination.pointer);
      const target = targets.get(key) ?? { ...destination, position: found.position, spots: [] };
      if (!targets.has(key)) queue.push(target);
      targets.set(key, target);
      const spot: Spot = { ...found, file, target };
      target.spots.push(spot);
      spots.push(spot);
    }
  }
  if (unresolved[0] !== undefined) throw withCount(unresolved[0], unresolved.length - 1);
  return { targets, spots };
}

/** What a target is found by. */
export function targetKey(file: SourceFile, pointer: string): string {
  return `${file.key}#${pointer}`;
}

async function destinationOf(
  files: OpenFiles,
  file: SourceFile,
  spot: ReferenceSpot,
  unresolved: DescriptorError[],
): Promise<Destination | undefined> {
  try {
    return await followReference(files, spot.reference, file);
  } catch (failure) {
    if (!(failure instanceof SourceFailure)) throw failure;
    // The alternatives themselves are listed beside the mapping; a name in it that leads nowhere takes none away.
    if (spot.isMapping) return undefined;
    const error = referenceError(failure, file, spot, files.root);
    if (error.code !== 'REFERENCE_UNRESOLVED') throw error;
    unresolved.push(error);
    return undefined;
  }
}

// Places cost a second look at the text, so only the first of many is worth one.
function referenceError(
  failure: SourceFailure,
  file: SourceFile,
  spot: ReferenceSpot,
  root: SourceFile,
): DescriptorError {
  const { code, cause } = failure;
  if (failure.place !== undefined) {
    return new DescriptorError(code, {
      who: formatPlace(failure.place),
      what: failure.what,
      advice: failure.advice,
      place: failure.place,
      cause,
    });
  }
  const place: Place = file.locate(joinPointer(spot.pointer, spot.key));
  const what = `the reference ${quoted(spot.reference)} ${failure.what}`;
  const advice = bareNameAdvice(spot.reference, root) ?? failure.advice;
  return new DescriptorError(code, { who: formatPlace(place), what, advice, place, cause });
}

// Early Swagger let a name stand for a definition.
function bareNameAdvice(reference: string, root: SourceFile): string | undefined {
  for (const home of ['definitions', 'components/schemas']) {
    const value = home.split('/').reduce<unknown>(ownMember, root.tree);
    if (ownMember(value, reference) !== undefined) return `Write ${quoted(`#/${home}/${reference}`)}`;
  }
  return undefined;
}

function withCount(error: DescriptorError, more: number): DescriptorError {
  if (more === 0) return error;
  const count = more === 1 ? 'One more reference does' : `${more.toLocaleString('en-US')} more references do`;
  error.message += ` ${count} not lead anywhere either.`;
  return error;
}
