import { join } from 'node:path';
import { DescriptorError } from '../../src/base/errors.js';
import type { ChangeSeverity } from '../../src/compare/change.js';
import { compareConnectors } from '../../src/compare/compare-connectors.js';
import { describeConnector } from '../../src/describe/describe-connector.js';
import { loadDescriptor } from '../../src/load/load-descriptor.js';
import type { Connector } from '../../src/model/connector.js';
import { DEFAULT_SETTINGS } from '../../src/model/service-instance.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import type { VersionPair } from './version-pairs.js';

export interface Compared {
  readonly pair: VersionPair;
  readonly methods: number;
  readonly counts: Readonly<Record<ChangeSeverity, number>>;
  /** User CPU time of the comparison alone, in milliseconds. */
  readonly cpuMs: number;
  /** Code of the error by which one of the two was refused. */
  readonly refused?: string;
  /** What went wrong. */
  readonly fault?: string;
}

const NONE = { breaking: 0, dangerous: 0, safe: 0 } as const;

/** Compares two versions in both directions, and each with itself; what cannot be read is refused, anything else that is thrown is its fault. */
export async function comparePair(folder: string, pair: VersionPair): Promise<Compared> {
  try {
    const before = await connectorOf(join(folder, pair.before, pair.name));
    const after = await connectorOf(join(folder, pair.after, pair.name));
    return { pair, ...compared(before, after) };
  } catch (error) {
    const nothing = { pair, methods: 0, counts: NONE, cpuMs: 0 };
    return error instanceof DescriptorError
      ? { ...nothing, refused: error.code }
      : { ...nothing, fault: String(error) };
  }
}

function compared(before: Connector, after: Connector): Omit<Compared, 'pair'> {
  const startedAt = process.cpuUsage().user;
  const changes = compareConnectors(before, after);
  const cpuMs = (process.cpuUsage().user - startedAt) / 1000;
  const counts: Record<ChangeSeverity, number> = { ...NONE };
  for (const { severity } of changes) counts[severity]++;
  compareConnectors(after, before);
  const own = compareConnectors(before, before).length + compareConnectors(after, after).length;
  return {
    methods: after.serviceObjects.reduce((sum, { methods }) => sum + methods.length, 0),
    counts,
    cpuMs,
    ...(own === 0 ? {} : { fault: `${own} changes between a connector and itself` }),
  };
}

async function connectorOf(file: string): Promise<Connector> {
  const { normal } = normalizeDescriptor(await loadDescriptor(file));
  const options = { serviceInstance: 'compared', settings: DEFAULT_SETTINGS, source: file };
  return describeConnector(normal, options).connector;
}
