import { formatPlace } from '../base/place.js';
import { visibleText } from '../base/visible-text.js';
import { localFile } from './local-file.js';
import type { Finding, FindingLevel, Report } from './report.js';

const COMMANDS: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Workflow commands of GitHub Actions: one annotation a finding, on its line; then the summary for the log.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport({ summary, findings, repair }: Report): string {
  const lines = findings.map(annotation);
  lines.push(logLine(summary));
  if (repair !== undefined) lines.push(logLine(`Repair it with: ${repair}`));
  return lines.join('\n');
}

function annotation(finding: Finding): string {
  const { level, rule, subject, message, advice, place, morePlaces = [] } = finding;
  const file = place === undefined ? undefined : localFile(place);
  const elsewhere = file === undefined && place !== undefined ? [place, ...morePlaces] : morePlaces;
  const sentences = [
    `${subject}: ${message}.`,
    ...(advice === undefined ? [] : [`${advice}.`]),
    ...(elsewhere.length === 0 ? [] : [`See ${elsewhere.map(formatPlace).join(', ')}`]),
  ];
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(file === undefined || place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(file === undefined || place?.column === undefined ? [] : [`col=${place.column}`]),
    `title=${property(rule)}`,
  ];
  return `::${COMMANDS[level]} ${properties.join(',')}::${escaped(sentences.join(' '))}`;
}

/** The runner's own escapes (actions/runner, `ActionCommand`): these three everywhere, two more in a property. */
function escaped(text: string): string {
  const shown = text.replace(/[^\r\n]+/g, visibleText);
  return shown.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The runner obeys `::` at the beginning of a line, and the older `##[` anywhere in it. */
function logLine(text: string): string {
  const oneLine = visibleText(text.replace(/[\r\n]+/g, ' ')).replaceAll('##[', '## [');
  return oneLine.replace(/^(\s*):(?=:)/, '$1: ');
}
