import { escapeInvisibleInJson } from '../base/invisible-in-json.js';
import type { Place } from '../base/place.js';
import { sha256 } from '../base/sha256.js';
import { localFile } from './local-file.js';
import type { Finding, Report } from './report.js';

/**
 * SARIF 2.1.0, for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report): string {
  const rules = [...new Set(report.findings.map(({ rule }) => rule))];
  const seen = new Map<string, number>();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rest-broker', rules: rules.map((rule) => ruleOf(rule, report)) } },
        // With a slash at its end it is a category and not one run (§3.17.3): runs of it replace each other.
        automationDetails: {
          id: `rest-broker/${report.command}/`,
          description: { text: `${report.summary}.` },
        },
        invocations: [{ executionSuccessful: true }],
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) =>
          resultOf(finding, rules, fingerprint(report, finding, seen)),
        ),
      },
    ],
  };
  return escapeInvisibleInJson(JSON.stringify(log, null, 2));
}

/** What to do about it stands for the rule's help, as the first finding of the rule says it. */
function ruleOf(id: string, { findings }: Report): object {
  const first = findings.find(({ rule }) => rule === id);
  return {
    id,
    shortDescription: { text: id.replaceAll('-', ' ') },
    help: { text: `${first?.advice ?? first?.message}.` },
    defaultConfiguration: { level: first?.level },
  };
}

function resultOf(finding: Finding, rules: readonly string[], print: string): object {
  const { rule, level, subject, message, advice, place, morePlaces = [] } = finding;
  const related = morePlaces.flatMap((each) => physicalLocation(each) ?? []);
  const advised = advice === undefined ? '' : ` ${advice}.`;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
    message: { text: `${subject}: ${message}.${advised}` },
    locations: [
      {
        ...(place === undefined ? {} : physicalLocation(place)),
        logicalLocations: [{ fullyQualifiedName: subject }],
      },
    ],
    relatedLocations: related.length === 0 ? undefined : related,
    partialFingerprints: { 'restBrokerFinding/v1': print },
  };
}

function physicalLocation(place: Place): { physicalLocation: object } | undefined {
  const file = localFile(place);
  if (file === undefined) return undefined;
  const { line: startLine, column: startColumn } = place;
  const region = startLine === undefined ? {} : { region: { startLine, startColumn } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
}

/** A path as a relative URI reference: RFC 3986 §4.2. */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeSegment).join('/');
}

/** A lone surrogate has no encoding of its own. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Says nothing of lines, so that it stays when they move; the same finding twice is told apart by its turn. */
function fingerprint(
  { command }: Report,
  { rule, subject, message, place }: Finding,
  seen: Map<string, number>,
): string {
  const what = JSON.stringify([command, rule, subject, message, place?.document]);
  const turn = seen.get(what) ?? 0;
  seen.set(what, turn + 1);
  return sha256(turn === 0 ? what : `${what}#${turn}`);
}
