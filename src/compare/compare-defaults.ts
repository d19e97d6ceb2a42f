import type { Finding } from './make-change.js';
import { shownJson } from './shown-value.js';

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
  if (canonical(before.default) === canonical(after.default)) return [];
  return [{ code: 'input-default-changed', was: shownJson(before.default), is: shownJson(after.default) }];
}

/** The same text for the same JSON, in whatever order its names stand. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
