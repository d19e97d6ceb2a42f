import type { Change, ChangeSeverity } from '../compare/change.js';
import { partName } from '../compare/part-name.js';
import { fittingBlocks } from '../report/fitting-blocks.js';
import { codeSpan, inertMarkdown } from '../report/inert-markdown.js';
import type { BeforeAndAfter, Updated } from './update-connectors.js';

const SEVERITIES: readonly ChangeSeverity[] = ['breaking', 'dangerous', 'safe'];

/** `2 breaking, 1 safe`, without what there is none of. */
export function countsOfChanges(changes: readonly Change[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = changes.filter((change) => change.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return counts.length === 0 ? 'no change for callers' : counts.join(', ');
}

/** What a change is about: `Tasks.Get_tasks`, with the name before where it is another. */
export function changedName({ before, after }: Change): string {
  const names = [before, after].flatMap((end) => (end === undefined ? [] : [partName(end.subject)]));
  return [...new Set(names)].join(' → ');
}

/**
 * What an update did, as Markdown fit for a pull request. Nothing that comes from a descriptor is live in it: no
 * markup, no link, no mention.
 */
export function updateSummary(updated: readonly Updated[]): string {
  const changed = updated.filter(({ status }) => status === 'changed');
  const rest = updated.filter(({ status }) => status === 'unchanged');
  const blocks = [
    '## Connectors updated',
    overview(updated),
    ...changed.flatMap(sectionOf),
    ...(rest.length === 0
      ? []
      : [`Descriptors unchanged: ${rest.map(({ name }) => codeSpan(name)).join(', ')}`]),
  ];
  return `${fittingBlocks(blocks).join('\n\n')}\n`;
}

function overview(updated: readonly Updated[]): string {
  const rows = updated.map(({ name, status, version, changes, connector }) => {
    const { written, removed } = connector;
    const what = status === 'unchanged' ? 'unchanged' : countsOrNothing(changes);
    return `| ${codeSpan(name)} | ${versionsOf(version)} | ${what} | ${written.length} written, ${removed.length} removed |`;
  });
  return ['| Service Instance | Version | Changes | Files |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function countsOrNothing(changes: readonly Change[] | undefined): string {
  return changes === undefined ? 'nothing to compare with' : countsOfChanges(changes);
}

function versionsOf(version: BeforeAndAfter | undefined): string {
  if (version === undefined) return '';
  const { before, after } = version;
  const now = inertMarkdown(after);
  return before === undefined || before === after ? now : `${inertMarkdown(before)} → ${now}`;
}

function sectionOf({ name, changes = [] }: Updated): string[] {
  const loud = changes.filter(({ severity }) => severity !== 'safe');
  const safe = changes.filter(({ severity }) => severity === 'safe');
  if (changes.length === 0) return [];
  return [
    `### ${codeSpan(name)}: ${countsOfChanges(changes)}`,
    ...(loud.length === 0 ? [] : [tableOf(loud)]),
    ...(safe.length === 0 ? [] : [collapsed(safe)]),
  ];
}

function tableOf(changes: readonly Change[]): string {
  const inOrder = SEVERITIES.flatMap((wanted) => changes.filter(({ severity }) => severity === wanted));
  const rows = inOrder.map(
    (change) =>
      `| ${severityCell(change)} | ${inertMarkdown(changedName(change))} | ${inertMarkdown(change.message)} | ${inertMarkdown(change.advice)} | ${codeSpan(change.code)} |`,
  );
  const head = ['| Severity | Where | What changed | What to do | Rule |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

function severityCell({ severity }: Change): string {
  return severity === 'breaking' ? '**breaking**' : severity;
}

function collapsed(changes: readonly Change[]): string {
  const items = changes.map(
    (change) =>
      `- ${inertMarkdown(changedName(change))}: ${inertMarkdown(change.message)} (${codeSpan(change.code)})`,
  );
  return `<details>\n<summary>${changes.length} safe</summary>\n\n${items.join('\n')}\n\n</details>`;
}
