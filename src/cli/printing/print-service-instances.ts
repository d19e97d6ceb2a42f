import { shownLocation } from '../../load/shown-location.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';

/** What is registered, a line each: name, authentication, copy of the descriptor, and where that came from. */
export function printServiceInstances(instances: readonly ServiceInstance[], paint: Paint): string[] {
  return alignColumns(
    instances.map(({ name, settings, descriptor: { file, source } }): Cell[] => [
      { text: name, paint: paint.bold },
      settings.authentication.mode,
      file,
      { text: source === file ? '' : `from ${shownSource(source)}`, paint: paint.dim },
    ]),
  );
}

function shownSource(source: string): string {
  return source === '-' ? 'standard input' : shownLocation(source);
}
