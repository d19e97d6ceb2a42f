import { SettingError } from '../base/errors.js';
import type { Place } from '../base/place.js';
import type { Change } from '../compare/change.js';
import { compareConnectors } from '../compare/compare-connectors.js';
import type { OnPhase } from './descriptors/load-source.js';
import { applyIgnores } from './sides/apply-ignores.js';
import { type ConnectorSide, describeSide } from './sides/connector-side.js';
import type { PlacedIgnore } from './sides/ignore-entry.js';
import { openSide } from './sides/open-side.js';
import type { PlacedChange } from './sides/placed-change.js';
import { readIgnoreFile } from './sides/read-ignore-file.js';

export interface DiffOptions {
  /** Name of a Service Instance, `name@revision`, file, folder of a connector, URL, or `-` for standard input. */
  readonly before: string;
  readonly after: string;
  /** File of changes that are known. */
  readonly ignore?: string;
  /** Folder of workflow code that imports the generated connector. */
  readonly uses?: string;
  /** As `2026-12-31`: entries that hold no longer are told by it. */
  readonly today: string;
  readonly onPhase?: OnPhase;
}

/** What two connectors differ in. */
export interface ConnectorDiff {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly changes: readonly PlacedChange[];
  readonly expired: readonly PlacedIgnore[];
  readonly unmatched: readonly PlacedIgnore[];
}

export interface ComparedSide {
  readonly location: string;
  readonly serviceInstance: string;
  readonly title: string;
  readonly version: string;
}

/**
 * Compares two connectors as those meet them who call their Methods. Nothing is written.
 *
 * @throws SettingError USAGE_WRONG, RegistrationError, DescriptorError as `openSide`
 */
export async function diffConnectors(folder: string, options: DiffOptions): Promise<ConnectorDiff> {
  const { before, after, ignore, today, onPhase } = options;
  if (before === '-' && after === '-') throw bothFromInput();
  const ignores = ignore === undefined ? [] : readIgnoreFile(ignore);
  const opened = {
    before: await openSide(folder, before, onPhase),
    after: await openSide(folder, after, onPhase),
  };
  const sides = {
    before: describeSide(opened.before, opened.after),
    after: describeSide(opened.after, opened.before),
  };
  const changes = compareConnectors(sides.before.connector, sides.after.connector);
  const placed = changes.map((change) => placedChange(change, sides.before, sides.after));
  return {
    before: comparedSide(sides.before),
    after: comparedSide(sides.after),
    ...applyIgnores(await withUses(placed, sides.before, options), ignores, today),
  };
}

async function withUses(
  changes: readonly PlacedChange[],
  { connector }: ConnectorSide,
  { uses: folder }: DiffOptions,
): Promise<readonly PlacedChange[]> {
  if (folder === undefined) return changes;
  const { usesOfChanges } = await import('./sides/uses-of-changes.js');
  return usesOfChanges(changes, folder, connector);
}

function placedChange(change: Change, before: ConnectorSide, after: ConnectorSide): PlacedChange {
  const beforePlace = change.before === undefined ? undefined : before.locate(change.before);
  const afterPlace = change.after === undefined ? nearest(beforePlace, after) : after.locate(change.after);
  return {
    ...change,
    ...(beforePlace === undefined ? {} : { beforePlace }),
    ...(afterPlace === undefined ? {} : { afterPlace }),
  };
}

function nearest(place: Place | undefined, side: ConnectorSide): Place | undefined {
  return place === undefined ? undefined : side.locateNear(place);
}

function comparedSide({ location, connector }: ConnectorSide): ComparedSide {
  const { serviceInstance, title, version } = connector;
  return { location, serviceInstance, title, version };
}

function bothFromInput(): SettingError {
  return new SettingError('USAGE_WRONG', {
    who: 'diff',
    what: 'both sides are to come from standard input',
    advice: 'Save one of them to a file',
  });
}
