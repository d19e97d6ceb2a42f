import { compareText } from '../../base/compare-text.js';
import type { ServiceObject } from '../../model/connector.js';
import type { EmittedFile } from '../emitted-file.js';
import type { Emission } from './emission.js';
import { identifier, joined, literal, type SafeText } from './safe-text.js';
import { serviceObjectView } from './service-object-view.js';
import { template } from './template.js';
import { TypePrinter } from './type-printer.js';

/** One file: a Service Object, and the types that stand in it. */
export function emitServiceObjects(
  place: string,
  serviceObjects: readonly ServiceObject[],
  emission: Emission,
): EmittedFile {
  const printer = new TypePrinter(emission.names);
  const objects = serviceObjects.map((object) => serviceObjectView(object, printer, emission));
  const view = { header: emission.header, imports: importsOf(place, printer, emission), objects };
  return { path: `${place}.ts`, content: template<typeof view>('service-objects')(view) };
}

interface ImportView {
  readonly names: SafeText;
  readonly from: SafeText;
}

/** The types named in a file that are declared in another: a line for each of those files. */
function importsOf(place: string, { used }: TypePrinter, { places }: Emission): ImportView[] {
  const byPlace = new Map<string, string[]>();
  for (const [object, names] of used) {
    const from = places.get(object) ?? place;
    if (from === place) continue;
    const imported = byPlace.get(from);
    if (imported === undefined) byPlace.set(from, [...names]);
    else imported.push(...names);
  }
  return Array.from(byPlace)
    .sort(([left], [right]) => compareText(left, right))
    .map(([from, names]) => ({
      names: joined(names.sort(compareText).map(identifier), ', '),
      from: literal(relativeModule(from, place)),
    }));
}

function relativeModule(to: string, from: string): string {
  const [folder, name] = to.split('/');
  return from.startsWith(`${folder}/`) ? `./${name}.js` : `../${to}.js`;
}
