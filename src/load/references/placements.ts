import { joinPointer, splitPointer } from '../../base/json-pointer.js';
import { isContainer, ownMember } from '../container.js';
import type { SourceFile } from '../text/source-file.js';
import { type Gathered, type Spot, type Target, targetKey } from './gather-references.js';
import type { Home } from './reference-positions.js';

/** Where something from another file comes to stand in the root document. */
export type Placement =
  /** Under a name of its own, in the place of the references to it. */
  | { readonly kind: 'named'; readonly pointer: string }
  /** In the place of the first reference to it: there is no container for its kind. */
  | { readonly kind: 'inline'; readonly spot: Spot };

/** Says where each thing from another file goes. */
export class Placements {
  readonly #root: SourceFile;
  readonly #gathered: Gathered;
  readonly #version: keyof Home;
  readonly #placed = new Map<Target, Placement>();
  readonly #namesIn = new Map<string, Set<string>>();

  constructor(root: SourceFile, gathered: Gathered) {
    this.#root = root;
    this.#gathered = gathered;
    this.#version = versionOf(root.tree);
    const outside = [...gathered.targets.values()].filter((target) => target.file !== root);
    for (const target of outside) this.#placeInline(target);
    // What is around something else first, so that each can ask what became of that.
    const byLength = outside.toSorted((a, b) => a.pointer.length - b.pointer.length);
    const unnamed = new Set<Target>();
    for (const target of byLength) if (this.#placeWhereNamed(target)) unnamed.add(target);
    for (const target of outside) if (unnamed.has(target)) this.#giveName(target);
  }

  placementOf(target: Target): Placement | undefined {
    return this.#placed.get(target);
  }

  /** Each target that has a place of its own, with that place in the root document. */
  *entries(): Generator<[target: Target, pointer: string]> {
    for (const target of this.#placed.keys()) yield [target, this.pointerInRoot(target.file, target.pointer)];
  }

  /** The pointer in the finished root document of a spot in any file; the spot must be part of it. */
  pointerInRoot(file: SourceFile, pointer: string): string {
    let tail = '';
    for (const { placement, rest } of this.#ownersOf(file, pointer)) {
      tail = rest + tail;
      if (placement.kind === 'named') return placement.pointer + tail;
      if (placement.spot.file === this.#root) return placement.spot.pointer + tail;
    }
    return pointer;
  }

  /** Whether a spot stands in something that is put in its own place: written out, it would have no end. */
  isInRing(spot: Spot): boolean {
    for (const { owner } of this.#ownersOf(spot.file, spot.pointer)) if (owner === spot.target) return true;
    return false;
  }

  /** What holds a spot, what holds the reference in whose place that was put, and so on up to the root. */
  *#ownersOf(
    file: SourceFile,
    pointer: string,
  ): Generator<{ owner: Target; placement: Placement; rest: string }> {
    let at: { file: SourceFile; pointer: string } = { file, pointer };
    const seen = new Set<Target>();
    while (at.file !== this.#root) {
      const owner = this.#ownerOf(at.file, at.pointer);
      const placement = owner && this.#placed.get(owner);
      if (owner === undefined || placement === undefined || seen.has(owner)) return;
      seen.add(owner);
      yield { owner, placement, rest: at.pointer.slice(owner.pointer.length) };
      if (placement.kind === 'named') return;
      at = placement.spot;
    }
  }

  /** The nearest target with a place of its own at or around a pointer. */
  #ownerOf(file: SourceFile, pointer: string | undefined): Target | undefined {
    for (let at = pointer; at !== undefined; at = parentOf(at)) {
      const target = this.#gathered.targets.get(targetKey(file, at));
      if (target !== undefined && this.#placed.has(target)) return target;
    }
    return undefined;
  }

  #placeInline(target: Target): void {
    const spot = target.spots[0];
    if (spot !== undefined && this.#homeOf(target) === undefined)
      this.#placed.set(target, { kind: 'inline', spot });
  }

  /**
   * Leaves a target where it has a name already: `components.schemas.Task: {$ref: './task.yaml'}`, or inside
   * something that has a place. Returns whether it needs a name, which others may then count on.
   */
  #placeWhereNamed(target: Target): boolean {
    if (this.#placed.has(target)) return false;
    const pointer = this.#entryOf(target);
    if (pointer === undefined && this.#isPartOfAnother(target)) return false;
    this.#placed.set(target, { kind: 'named', pointer: pointer ?? '' });
    return pointer === undefined;
  }

  #entryOf(target: Target): string | undefined {
    const home = this.#homeOf(target);
    for (const { file, pointer, holder, key } of target.spots) {
      if (key !== '$ref' || Object.keys(holder).length > 1) continue;
      const inRoot = file === this.#root ? pointer : this.#pointerThroughInlined(file, pointer);
      if (home !== undefined && inRoot !== undefined && parentOf(inRoot) === home) return inRoot;
    }
    return undefined;
  }

  #pointerThroughInlined(file: SourceFile, pointer: string): string | undefined {
    const owners = [...this.#ownersOf(file, pointer)];
    const isInlined = owners.length > 0 && owners.every(({ placement }) => placement.kind === 'inline');
    return isInlined ? this.pointerInRoot(file, pointer) : undefined;
  }

  /** Whether a target goes where something around it goes; one with a name of its own in a schema does not. */
  #isPartOfAnother({ file, pointer }: Target): boolean {
    const around = this.#ownerOf(file, parentOf(pointer));
    if (around === undefined) return false;
    return this.#placed.get(around)?.kind === 'inline' || !isNamedInSchema(pointer);
  }

  #homeOf(target: Target): string | undefined {
    return target.position.home?.[this.#version];
  }

  #giveName(target: Target): void {
    const home = this.#homeOf(target) ?? '';
    const taken = this.#namesOf(home);
    const wanted = nameOf(target);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
    taken.add(name);
    this.#placed.set(target, { kind: 'named', pointer: joinPointer(home, name) });
  }

  #namesOf(home: string): Set<string> {
    const known = this.#namesIn.get(home);
    if (known !== undefined) return known;
    const names = new Set(this.#keysAt(home));
    this.#namesIn.set(home, names);
    return names;
  }

  /** The keys of a container of the root, which may still be a reference to another file. */
  #keysAt(pointer: string): string[] {
    let value: unknown = this.#root.tree;
    for (const token of ['', ...splitPointer(pointer)]) {
      if (token !== '') value = ownMember(value, token);
      const holder = value;
      const spot = this.#gathered.spots.find((one) => one.key === '$ref' && one.holder === holder);
      if (spot !== undefined) value = spot.target.value;
    }
    return isContainer(value) ? Object.keys(value) : [];
  }
}

function versionOf(tree: unknown): keyof Home {
  if (!isContainer(tree) || Object.hasOwn(tree, 'swagger')) return 'swagger2';
  const version = ownMember(tree, 'openapi');
  return typeof version === 'string' && version.startsWith('3.0') ? 'openapi30' : 'openapi31';
}

function parentOf(pointer: string): string | undefined {
  return pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'));
}

const NAME_MAPS = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas']);

/**
 * `…/definitions/Status` and `…/$defs/Status`: a schema in a schema, but under a name. After `properties` and
 * the like the word is a name itself.
 */
export function isNamedInSchema(pointer: string): boolean {
  const [before, container] = ['', '', '', ...splitPointer(pointer)].slice(-3);
  return (container === 'definitions' || container === '$defs') && !NAME_MAPS.has(before ?? '');
}

// What a component may be called (OpenAPI 3.1 section 4.8.7), in Swagger 2.0 too.
function nameOf({ name, file }: Target): string {
  const base = file.shown.replace(/\?.*$/s, '').split(/[\\/]/).at(-1) ?? '';
  const wanted = name ?? base.replace(/\.(?:json|ya?ml)$/i, '');
  return wanted.replaceAll(/[^\w.-]/g, '_') || 'unnamed';
}
