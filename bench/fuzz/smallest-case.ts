import type { FuzzCase } from './fuzz-case.js';
import { copyOf, type Json, slotsOf, take } from './tree-slots.js';

/** How often a smaller descriptor is tried, and how long, in milliseconds. */
const MAX_TRIALS = 1500;
const MAX_MS = 30_000;

/**
 * A smaller case that shows the same: parts are left out, the largest first, as long as it goes on showing it.
 *
 * @param shows whether a case still shows what was found
 */
export async function smallestCase(
  fuzzCase: FuzzCase,
  shows: (smaller: FuzzCase) => Promise<boolean>,
): Promise<FuzzCase> {
  const trials = new Trials(fuzzCase, shows);
  const tree = treeOf(fuzzCase);
  if (tree === undefined) await leaveOutText(trials);
  else await leaveOutMembers(trials, tree);
  return trials.smallest;
}

class Trials {
  smallest: FuzzCase;
  readonly #shows: (smaller: FuzzCase) => Promise<boolean>;
  readonly #endsAt = Date.now() + MAX_MS;
  #left = MAX_TRIALS;

  constructor(fuzzCase: FuzzCase, shows: (smaller: FuzzCase) => Promise<boolean>) {
    this.smallest = fuzzCase;
    this.#shows = shows;
  }

  get areOver(): boolean {
    return this.#left <= 0 || Date.now() > this.#endsAt;
  }

  async accepts(bytes: Buffer): Promise<boolean> {
    this.#left--;
    const smaller = { ...this.smallest, bytes };
    if (!(await this.#shows(smaller))) return false;
    this.smallest = smaller;
    return true;
  }
}

/** Only where nothing is lost in writing the tree again. */
function treeOf({ format, bytes }: FuzzCase): Json | undefined {
  if (format === 'yaml') return undefined;
  try {
    const tree = JSON.parse(bytes.toString()) as Json;
    return JSON.stringify(tree).length > bytes.length / 4 ? tree : undefined;
  } catch {
    return undefined;
  }
}

async function leaveOutMembers(trials: Trials, tree: Json): Promise<void> {
  let current = tree;
  for (let index = 0; !trials.areOver; ) {
    const smaller = copyOf(current);
    const slot = slotsOf(smaller)[index];
    if (slot === undefined) return;
    take(slot);
    // The spots near the root come first; where one goes, the next takes its index.
    if (await trials.accepts(Buffer.from(JSON.stringify(smaller, null, 2)))) current = smaller;
    else index++;
  }
}

async function leaveOutText(trials: Trials): Promise<void> {
  for (let size = trials.smallest.bytes.length >> 1; size >= 1 && !trials.areOver; size >>= 1) {
    for (let start = 0; start < trials.smallest.bytes.length && !trials.areOver; ) {
      const { bytes } = trials.smallest;
      const shorter = Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + size)]);
      if (!(await trials.accepts(shorter))) start += size;
    }
  }
}
