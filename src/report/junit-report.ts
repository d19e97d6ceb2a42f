import { formatPlace } from '../base/place.js';
import type { Finding, Report } from './report.js';
import { xmlAttribute, xmlContent } from './xml-text.js';

/**
 * JUnit's XML, as Jenkins and GitLab read it: a test case for each subject. Errors make it fail, all in one
 * `failure`, since GitLab shows only one; warnings and notes are its output.
 */
export function junitReport({ command, summary, findings, well }: Report): string {
  const bySubject = new Map<string, Finding[]>(well.map((subject) => [subject, []]));
  for (const finding of findings) {
    const known = bySubject.get(finding.subject);
    if (known === undefined) bySubject.set(finding.subject, [finding]);
    else known.push(finding);
  }
  const cases = [...bySubject].map(([subject, own]) => testCase(command, subject, own));
  const failures = [...bySubject.values()].filter((own) => own.some(isError)).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  const name = xmlAttribute(`rest-broker ${command}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" ${counts}>`,
    `  <testsuite name="${name}" ${counts}>`,
    ...cases,
    `    <system-out>${xmlContent(summary)}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(command: string, subject: string, findings: readonly Finding[]): string {
  const place = findings.find(({ place: each }) => each !== undefined)?.place;
  const file = place === undefined ? '' : ` file="${xmlAttribute(place.document)}"`;
  const head = `    <testcase classname="${xmlAttribute(`rest-broker.${command}`)}" name="${xmlAttribute(subject)}"${file}`;
  const inside = [
    ...failureOf(findings.filter(isError)),
    ...outputOf(findings.filter((each) => !isError(each))),
  ];
  return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n');
}

function failureOf(errors: readonly Finding[]): string[] {
  const [first, ...more] = errors;
  if (first === undefined) return [];
  const message = more.length === 0 ? first.message : `${first.message} (and ${more.length} more)`;
  return [
    `      <failure type="${xmlAttribute(first.rule)}" message="${xmlAttribute(message)}">${xmlContent(linesOf(errors))}</failure>`,
  ];
}

function outputOf(others: readonly Finding[]): string[] {
  return others.length === 0 ? [] : [`      <system-out>${xmlContent(linesOf(others))}</system-out>`];
}

function linesOf(findings: readonly Finding[]): string {
  return findings
    .map(({ level, rule, message, advice, place, morePlaces = [] }) => {
      const places = place === undefined ? morePlaces : [place, ...morePlaces];
      return [
        `${level} ${rule}: ${message}.`,
        ...(advice === undefined ? [] : [`  ${advice}.`]),
        ...places.map((each) => `  at ${formatPlace(each)}`),
      ].join('\n');
    })
    .join('\n');
}

function isError({ level }: Finding): boolean {
  return level === 'error';
}
