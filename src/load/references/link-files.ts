import { DescriptorError } from '../../base/errors.js';
import { joinPointer, pointerOfTokens, splitPointer } from '../../base/json-pointer.js';
import { formatPlace, type Place } from '../../base/place.js';
import { quoted } from '../../base/visible-text.js';
import { ensureContainer, isContainer, setMember } from '../container.js';
import type { SourceFile } from '../text/source-file.js';
import { type Gathered, gatherReferences, type Spot } from './gather-references.js';
import type { OpenFiles } from './open-files.js';
import { isNamedInSchema, Placements } from './placements.js';
import { isOutside, localReference, pointerOf, resolvePointer } from './reference-text.js';

/** A document made of several files, and the way back to them. */
export interface LinkedDocument {
  readonly document: object;
  locate(pointer: string): Place;
}

/**
 * Brings everything that a descriptor refers to into its root document. What has a container there gets a name
 * in it, so that schemas from other files stay named types; the rest goes in the place of its reference. No
 * reference is written out more than once, so rings stay rings of references.
 *
 * Changes the trees of the files it is given.
 *
 * @throws DescriptorError
 */
export async function linkFiles(files: OpenFiles): Promise<LinkedDocument> {
  const { root } = files;
  const gathered = await gatherReferences(files);
  const placements = new Placements(root, gathered);
  // Worked out before anything moves.
  const places = [...placements.entries()];
  const document = root.tree as unknown as object;
  for (const [spot, rewrite] of rewrites(gathered, placements)) rewrite(spot);
  const named = places.filter(([target]) => placements.placementOf(target)?.kind === 'named');
  for (const [target, pointer] of named) {
    const [home, name] = splitLast(pointer);
    setMember(ensureContainer(document, home), name, target.value);
  }
  for (const [target] of named) removeFromSchema(target);
  return { document, locate: (pointer) => locateIn(root, places, pointer) };
}

type Rewrite = (spot: Spot) => void;

// Last to first: an inlined object may itself hold references, met later, whose places must be filled by then.
function rewrites({ spots }: Gathered, placements: Placements): [Spot, Rewrite][] {
  return spots.map((spot): [Spot, Rewrite] => [spot, rewriteOf(spot, placements)]).reverse();
}

function rewriteOf(spot: Spot, placements: Placements): Rewrite {
  const { target, file, position } = spot;
  const placement = placements.placementOf(target);
  const pointer = placements.pointerInRoot(target.file, target.pointer);
  if (placement?.kind === 'inline') {
    // A path item may be a reference to another path item; a map or a media type may not.
    if (placement.spot !== spot && position.what === 'path item') return pointTo(pointer);
    if (placements.isInRing(spot)) throw ringError(spot);
    return inline;
  }
  // A reference that says already where it leads keeps its own spelling.
  const isLocal = file === target.file && !isOutside(spot.reference);
  return isLocal && pointerOf(spot.reference) === pointer ? () => undefined : pointTo(pointer);
}

function ringError({ file, pointer, key, reference }: Spot): DescriptorError {
  const place = file.locate(joinPointer(pointer, key));
  return new DescriptorError('REFERENCE_UNRESOLVED', {
    who: formatPlace(place),
    what: `the reference ${quoted(reference)} goes round in a circle`,
    advice: 'Only schemas and other things with a name can refer to themselves; break the circle there',
    place,
  });
}

function pointTo(pointer: string): Rewrite {
  const reference = localReference(pointer);
  return ({ holder, key }) => setMember(holder, key, reference);
}

/** Puts the target in the place of its reference; what stands beside the reference wins over it. */
function inline({ holder, target, replace }: Spot): void {
  const { value } = target;
  if (!isContainer(value) || Array.isArray(value) || Object.keys(holder).length === 1) {
    if (replace !== undefined) replace(value);
    return;
  }
  delete holder['$ref'];
  for (const [key, member] of Object.entries(value)) {
    if (!Object.hasOwn(holder, key)) setMember(holder, key, member);
  }
}

// It has moved to a place of its own; left in its schema it would be there twice.
function removeFromSchema({ file, pointer }: { file: SourceFile; pointer: string }): void {
  if (!isNamedInSchema(pointer)) return;
  const [containerPointer, name] = splitLast(pointer);
  const [schemaPointer, containerName] = splitLast(containerPointer);
  const schema = resolvePointer(file.tree, schemaPointer);
  const container = resolvePointer(file.tree, containerPointer);
  if (!isContainer(schema) || !isContainer(container)) return;
  Reflect.deleteProperty(container, name);
  if (Object.keys(container).length === 0) Reflect.deleteProperty(schema, containerName);
}

function splitLast(pointer: string): [parent: string, token: string] {
  const tokens = splitPointer(pointer);
  const last = tokens.pop() ?? '';
  return [pointerOfTokens(tokens), last];
}

function locateIn(
  root: SourceFile,
  places: readonly [target: { file: SourceFile; pointer: string }, pointer: string][],
  pointer: string,
): Place {
  let best: { file: SourceFile; pointer: string } = { file: root, pointer: '' };
  let length = -1;
  for (const [target, place] of places) {
    const isInside = pointer === place || pointer.startsWith(`${place}/`);
    if (!isInside || place.length <= length) continue;
    best = target;
    length = place.length;
  }
  return best.file.locate(best.pointer + pointer.slice(Math.max(length, 0)));
}
