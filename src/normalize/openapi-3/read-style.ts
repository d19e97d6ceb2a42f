import type { ParameterStyle } from '../../model/definition.js';
import type { ParameterPlace, ValueStyle } from '../normal-descriptor.js';
import { parameterStyleUnusable } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

// Parameter Object, «Style Values»; the first is what holds where none is named.
const STYLES: Readonly<Record<ParameterPlace, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** `style` and `explode` with the specification's defaults: only `form` explodes by itself. */
export function readStyle(reading: Reading, spot: Spot, place: ParameterPlace): ValueStyle {
  const style = readStyleName(reading, spot, place);
  return { style, explode: flagAt(reading, spot, 'explode') ?? style === 'form' };
}

function readStyleName(reading: Reading, spot: Spot, place: ParameterPlace): ParameterStyle {
  const known = STYLES[place];
  const [usual] = known;
  const written = textAt(reading, spot, 'style');
  // OpenAPI 3.2: `cookie` is `form` without percent-encoding.
  if (written === undefined || (written === 'cookie' && place === 'cookie')) return usual;
  const style = known.find((name) => name === written);
  if (style === undefined) reading.report(parameterStyleUnusable(spot.pointer, { style: written, place }));
  return style ?? usual;
}
