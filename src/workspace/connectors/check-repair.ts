import type { Checked, CheckedConnector } from '../check-connectors.js';
import type { CheckedOrigin } from '../check-origins.js';
import type { StaleCause } from './judge-connector.js';

export function isStale({ causes, failure }: CheckedConnector): boolean {
  return causes.length > 0 || failure !== undefined;
}

/** One line for a shell that makes everything fresh again; undefined where nothing or nobody can. */
export function repairOf(
  checked: Checked,
  origins: readonly CheckedOrigin[],
  commandOptions: string,
): string | undefined {
  const drifted = new Set(origins.filter(({ status }) => status === 'drifted').map(({ name }) => name));
  const updated = checked.connectors.filter(
    ({ name, failure }) => failure !== undefined || drifted.has(name),
  );
  const commands = [
    ...(updated.length === 0 ? [] : [`rest-broker update ${namesOf(updated)}`]),
    ...generateCommand(checked, updated),
  ];
  if (commands.length === 0) return undefined;
  return commands.map((command) => `${command} ${commandOptions}`.trimEnd()).join(' && ');
}

/** What generating may pass by: it believes the lock where size and time are right. */
const FORCED: readonly StaleCause[] = ['edited', 'lock-outdated'];

/** @param updated what another command generates already */
function generateCommand(
  { connectors, leftOver, lock, isUnfinished, isWhole }: Checked,
  updated: readonly CheckedConnector[],
): string[] {
  const generated = connectors.filter((one) => isStale(one) && !updated.includes(one));
  const isForWhole = leftOver.length > 0 || lock === 'broken' || isUnfinished;
  if (generated.length === 0 && !isForWhole) return [];
  const isForced = generated.some(({ causes }) => FORCED.some((cause) => causes.includes(cause)));
  const isAll = isForWhole || (isWhole && generated.length === connectors.length);
  const words = [
    'rest-broker generate',
    ...(leftOver.length > 0 ? ['--prune'] : []),
    ...(isForced ? ['--force'] : []),
    ...(isAll ? [] : [namesOf(generated)]),
  ];
  return [words.join(' ')];
}

function namesOf(connectors: readonly CheckedConnector[]): string {
  return connectors.map(({ name }) => name).join(' ');
}
