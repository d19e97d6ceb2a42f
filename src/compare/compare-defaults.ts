import { canonicalJson } from './canonical-json.js';
import type { Finding } from './make-change.js';
import { shownJson } from './values/shown-value.js';

interface WithDefault {
  readonly default?: unknown;
}

/** What a value that is left out stands for. */
export function compareDefaults(
  before: WithDefault,
  after: WithDefault,
): Finding<'input-default-added' | 'input-default-changed' | 'input-default-removed'>[] {
  if (before.default === undefined && after.default === undefined) return [];
  if (before.default === undefined) return [{ code: 'input-default-added', is: shownJson(after.default) }];
  if (after.default === undefined) return [{ code: 'input-default-removed', was: shownJson(before.default) }];
  if (canonicalJson(before.default) === canonicalJson(after.default)) return [];
  return [{ code: 'input-default-changed', was: shownJson(before.default), is: shownJson(after.default) }];
}
