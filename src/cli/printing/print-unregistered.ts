import type { Unregistered } from '../../workspace/unregister-service-instance.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';

export function printUnregistered(
  { name, copy, isCopyRemoved, connector }: Unregistered,
  paint: Paint,
): string[] {
  const rows = [
    ['Descriptor', copy, isCopyRemoved ? 'removed' : 'stays'],
    connector === undefined
      ? ['Connector', 'none was generated']
      : ['Connector', connector.folder, `${connector.removed.length} removed`],
  ].map(([label = '', where = '', what = '']): Cell[] => [{ text: label, paint: paint.dim }, where, what]);
  return [`${paint.green('Unregistered')} ${paint.bold(name)}`, ...alignColumns(rows, '  ')];
}

/** `{ name, descriptor: { file, removed }, connector?: { folder, removed } }` */
export function unregisteredJson({ name, copy, isCopyRemoved, connector }: Unregistered): object {
  return {
    name,
    descriptor: { file: copy, removed: isCopyRemoved },
    ...(connector === undefined
      ? {}
      : { connector: { folder: connector.folder, removed: connector.removed } }),
  };
}
