import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { SettingError } from '../../base/errors.js';
import { pointerOfTokens } from '../../base/json-pointer.js';
import { nearNames } from '../../base/near-names.js';
import { formatPlace, type Place } from '../../base/place.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import { CHANGE_SEVERITIES } from '../../compare/change-kinds.js';
import { openYamlDocument, type YamlDocument } from '../../load/yaml-document.js';
import type { RegistrationFinding } from '../registry/registration-finding.js';
import { findingsOf } from '../registry/schema-findings.js';
import { lineAndColumn, offsetOf } from '../registry/yaml-positions.js';
import { systemReason } from '../system-reason.js';
import type { IgnoreEntry, PlacedIgnore } from './ignore-entry.js';
import { IGNORE_SCHEMA } from './ignore-schema.js';

let validate: ValidateFunction<readonly IgnoreEntry[]> | undefined;

/**
 * The entries of a file for `--ignore`, YAML or JSON.
 *
 * @param file as the user named it
 * @throws SettingError USAGE_WRONG with every finding, each with line and column
 */
export function readIgnoreFile(file: string): PlacedIgnore[] {
  return readIgnoreText(textOf(file), file);
}

/** @throws SettingError USAGE_WRONG with every finding */
export function readIgnoreText(text: string, file: string): PlacedIgnore[] {
  const opened = opening(text, file);
  const [problem] = opened.problems;
  if (problem !== undefined) {
    const { line, column, message } = problem;
    const [sentence = ''] = message.split('\n');
    throw wrong(file, [
      { place: { document: file, pointer: '', line, column }, what: visibleText(sentence) },
    ]);
  }
  const value: unknown = opened.document.contents === null ? [] : opened.document.toJS();
  const placeOf = (path: readonly string[]): Place => ({
    document: file,
    pointer: pointerOfTokens(path),
    ...lineAndColumn(text, offsetOf(opened, path)),
  });
  const { entries, findings } = checked(value);
  if (findings.length > 0) {
    throw wrong(
      file,
      findings.map((finding) => ({ place: placeOf(finding.path), what: sentenceOf(finding) })),
    );
  }
  return entries.map((entry, index) => ({ ...entry, at: placeOf([String(index)]) }));
}

function checked(value: unknown): {
  readonly entries: readonly IgnoreEntry[];
  readonly findings: readonly RegistrationFinding[];
} {
  validate ??= new Ajv({ allErrors: true, verbose: true, ownProperties: true }).compile<
    readonly IgnoreEntry[]
  >(IGNORE_SCHEMA);
  if (!validate(value)) return { entries: [], findings: findingsOf(validate.errors) };
  return { entries: value, findings: value.flatMap((entry, index) => meaningOf(entry, String(index))) };
}

/** What a JSON Schema cannot say. */
function meaningOf({ rule, expires }: IgnoreEntry, index: string): RegistrationFinding[] {
  const findings: RegistrationFinding[] = [];
  if (!Object.hasOwn(CHANGE_SEVERITIES, rule)) {
    const near = nearNames(rule, Object.keys(CHANGE_SEVERITIES)).map(quoted).join(' or ');
    const advice = near === '' ? 'Take one of docs/changes.md' : `Perhaps you meant ${near}`;
    findings.push({ path: [index, 'rule'], what: `there is no rule ${quoted(rule)}`, advice });
  }
  if (!isDay(expires)) {
    const what = `${quoted(expires)} is no day of the calendar`;
    findings.push({ path: [index, 'expires'], what, advice: 'Correct it' });
  }
  return findings;
}

/** A Date rolls 2026-02-30 over to March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const what = cause instanceof TypeError ? 'is not UTF-8 text' : `cannot be read: ${systemReason(cause)}`;
    throw new SettingError('USAGE_WRONG', { who: `--ignore ${visibleText(file)}`, what, cause });
  }
}

function opening(text: string, file: string): YamlDocument {
  try {
    return openYamlDocument(text);
  } catch (cause) {
    const what = 'is far larger than a list of known changes can be';
    throw new SettingError('USAGE_WRONG', { who: `--ignore ${visibleText(file)}`, what, cause });
  }
}

function sentenceOf({ path, what, advice }: RegistrationFinding): string {
  const [index, ...names] = path;
  const at =
    index === undefined ? '' : `entry ${Number(index) + 1}${names.map((name) => `, ${name}`).join('')}: `;
  return `${visibleText(at)}${what}. ${advice}`;
}

function wrong(
  file: string,
  found: readonly { readonly place: Place; readonly what: string }[],
): SettingError {
  const [first] = found;
  const place = first === undefined ? {} : { place: first.place };
  const lines = found.map((each) => `${visibleText(formatPlace(each.place))}: ${each.what}`);
  const [only = '', ...more] = lines;
  return new SettingError('USAGE_WRONG', {
    who: `--ignore ${visibleText(file)}`,
    what: more.length === 0 ? only : `${lines.length} things are wrong\n  ${lines.join('.\n  ')}`,
    ...place,
  });
}
