import { pointerOfTokens } from '../../base/json-pointer.js';
import type { Place } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import { openYamlDocument } from '../../load/yaml-document.js';
import { registryFile } from './read-service-instances.js';
import { lineAndColumn, offsetOf } from './yaml-positions.js';

/**
 * Where something stands in `service-instances.yaml`, or what is nearest to it.
 *
 * @param folder the workspace as it is shown
 * @param text of the registry
 */
export function placeInRegistry(folder: string, text: string, path: readonly string[]): Place {
  return {
    document: visibleText(registryFile(folder)),
    pointer: pointerOfTokens(path),
    ...lineAndColumn(text, offsetOf(openYamlDocument(text), path)),
  };
}
