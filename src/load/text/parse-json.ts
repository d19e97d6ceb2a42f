import type { JsonTree } from '../descriptor.js';
import { findJsonFault } from './json-fault.js';
import { JsonLocator } from './json-locator.js';
import { LineIndex, type LinePosition } from './line-index.js';
import { TextFault } from './text-fault.js';

/**
 * The plain tree of a JSON text. Of a key that is there twice the last one counts.
 *
 * @throws TextFault
 */
export function parseJson(text: string): JsonTree {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = findJsonFault(text);
    if (fault === undefined) throw cause;
    throw new TextFault(`cannot be read as JSON: ${fault.what}`, new LineIndex(text).at(fault.offset));
  }
}

/** Finds pointers in JSON text that has been parsed once. */
export function locateInJson(text: string): (tokens: readonly string[]) => LinePosition {
  const locator = new JsonLocator(text);
  const lines = new LineIndex(text);
  return (tokens) => lines.at(locator.offsetOf(tokens));
}
