import { formatPlace } from '../base/place.js';
import { fittingBlocks } from './fitting-blocks.js';
import { codeSpan, inertMarkdown } from './inert-markdown.js';
import type { Finding, FindingLevel, Report } from './report.js';

const HEADINGS: readonly (readonly [FindingLevel, string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['note', 'Notes'],
];

/** A report for a pull request or a step's summary. Nothing in it is live, whatever a descriptor holds. */
export function markdownReport(report: Report): string {
  const { command, passed, summary, findings, well, repair } = report;
  const head = [
    `### ${passed ? '✅' : '❌'} rest-broker ${inertMarkdown(command)}`,
    `${inertMarkdown(summary)}.`,
    ...(repair === undefined ? [] : [`Repair it with: ${codeSpan(repair)}`]),
  ];
  const lists = HEADINGS.flatMap(([level, heading]) =>
    listOf(
      heading,
      findings.filter((finding) => finding.level === level),
    ),
  );
  const tail = well.length === 0 ? [] : [`Without findings: ${well.map(codeSpan).join(', ')}`];
  return fittingBlocks([...head, ...lists, ...tail]).join('\n\n');
}

/** One block of Markdown each, so that a long report can be cut between two findings. */
function listOf(heading: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const items = findings.map(itemOf);
  const title = `${heading} (${findings.length})`;
  if (findings[0]?.level !== 'note') return [`#### ${title}`, ...items];
  return [`<details>\n<summary>${title}</summary>`, ...items, '</details>'];
}

function itemOf({ rule, subject, message, advice, place, morePlaces = [] }: Finding): string {
  const places = place === undefined ? morePlaces : [place, ...morePlaces];
  return [
    `- **${codeSpan(subject)}** ${inertMarkdown(message)} (${codeSpan(rule)})`,
    ...(advice === undefined ? [] : [`${inertMarkdown(advice)}.`]),
    ...(places.length === 0 ? [] : [places.map((each) => codeSpan(formatPlace(each))).join(' · ')]),
  ].join('<br>\n  ');
}
