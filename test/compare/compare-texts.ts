import type { Change, ChangeEnd } from '../../src/compare/change.js';
import { compareConnectors } from '../../src/compare/compare-connectors.js';
import { describeConnector } from '../../src/describe/describe-connector.js';
import { buildDescriptor } from '../../src/load/build-descriptor.js';
import { withDefaultLimits } from '../../src/load/load-limits.js';
import { noReader } from '../../src/load/sources/no-reader.js';
import type { Connector } from '../../src/model/connector.js';
import { DEFAULT_SETTINGS, type ServiceInstanceSettings } from '../../src/model/service-instance.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';

/** The text of a descriptor, YAML or JSON → its Connector, the whole way. */
export async function connectorOf(
  text: string,
  settings: Partial<ServiceInstanceSettings> = {},
): Promise<Connector> {
  const descriptor = await buildDescriptor(text, { key: '-', shown: '-' }, noReader, withDefaultLimits({}));
  const { normal } = normalizeDescriptor(descriptor);
  const options = {
    serviceInstance: 'test',
    settings: { ...DEFAULT_SETTINGS, ...settings },
    source: 'test.yaml',
  };
  return describeConnector(normal, options).connector;
}

export async function changesBetween(before: string, after: string): Promise<Change[]> {
  return compareConnectors(await connectorOf(before), await connectorOf(after));
}

/** `input-removed Tasks.list.filter`, `method-renamed Tasks.list → Tasks.all`, sorted; without its subject for the Connector. */
export function shortChanges(changes: readonly Change[]): string[] {
  return changes.map(({ code, before, after }) => [code, placesOf(before, after)].join(' ').trim()).sort();
}

function placesOf(before: ChangeEnd | undefined, after: ChangeEnd | undefined): string {
  const was = nameOf(before);
  const is = nameOf(after);
  if (was === is || is === undefined) return was ?? '';
  return was === undefined ? is : `${was} → ${is}`;
}

function nameOf(end: ChangeEnd | undefined): string | undefined {
  if (end === undefined) return undefined;
  const { part: _, ...names } = end.subject;
  return Object.values(names).join('.');
}

/** One rule: a piece of a descriptor before and after, and the wanted changes from one to the other and back. */
export interface Row {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly forth: readonly string[];
  readonly back: readonly string[];
}

/** Runs a row in both directions inside its frame. */
export async function bothWays(
  { before, after }: Row,
  frame: (piece: string) => string,
): Promise<{ forth: string[]; back: string[] }> {
  return {
    forth: shortChanges(await changesBetween(frame(before), frame(after))),
    back: shortChanges(await changesBetween(frame(after), frame(before))),
  };
}

export function wanted({ forth, back }: Row): { forth: string[]; back: string[] } {
  return { forth: [...forth].sort(), back: [...back].sort() };
}
