import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegistrationError } from '../../base/errors.js';
import { visibleText } from '../../base/visible-text.js';
import { openYamlDocument, type YamlDocument } from '../../load/yaml-document.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { recoverReplacement } from '../folders/recover-replacement.js';
import { systemCode, systemReason } from '../system-reason.js';
import { isWellShaped } from './is-well-shaped.js';
import { type PlacedFinding, registrationError } from './registration-error.js';
import type { RegistrationFinding } from './registration-finding.js';
import { REGISTRY_FILE } from './registry-text.js';
import { fromEntry } from './service-instance-entry.js';
import type { ServiceInstanceEntries } from './service-instances-schema.js';
import { settingFindings } from './setting-findings.js';
import { lineAndColumn, offsetOf } from './yaml-positions.js';

/** The registry's text and what it says. */
export interface Registry {
  readonly text: string;
  readonly entries: ServiceInstanceEntries;
}

/**
 * The Service Instances registered in a workspace folder, in the order of the file; none where there is no file.
 * A change of the workspace that was cut off is brought to an end first.
 *
 * @throws OutputError OUTPUT_REFUSED when that cannot be done
 * @throws RegistrationError REGISTRATION_INVALID with every finding, each with file, line and column
 */
export async function readServiceInstances(folder: string): Promise<ServiceInstance[]> {
  await recoverReplacement(folder);
  return registeredNow(folder);
}

/** The same, as it stands there: nothing is brought to an end, nothing is written. */
export async function registeredNow(folder: string): Promise<ServiceInstance[]> {
  return instancesIn(await readRegistry(folder));
}

/** In the order of the file. */
export function instancesIn({ entries }: Registry): ServiceInstance[] {
  return Object.entries(entries).map(([name, entry]) => fromEntry(name, entry));
}

/** The registry's text and what it says, checked. An absent file reads as an empty one. */
export async function readRegistry(folder: string): Promise<Registry> {
  const file = registryFile(folder);
  const text = textOf(file);
  return { text, entries: await entriesIn(text, file) };
}

/**
 * What a registry's text says, checked.
 *
 * @param file the registry as the user knows it
 * @throws RegistrationError REGISTRATION_INVALID with every finding
 */
export async function entriesIn(text: string, file: string): Promise<ServiceInstanceEntries> {
  const opened = openRegistry(text, file);
  if (opened.problems.length > 0) throw registrationError(file, opened.problems.map(syntaxFinding));
  const value: unknown = opened.document.contents === null ? {} : opened.document.toJS();
  const { entries, findings } = await checkEntries(value);
  if (findings.length > 0) throw registrationError(file, placed(findings, opened, text));
  return entries;
}

/** @throws RegistrationError REGISTRATION_INVALID with every finding; no value stands in the message */
export async function refuseFindings(file: string, value: ServiceInstanceEntries): Promise<void> {
  const { findings } = await checkEntries(value);
  if (findings.length > 0) throw registrationError(file, findings);
}

async function checkEntries(
  value: unknown,
): Promise<{ readonly entries: ServiceInstanceEntries; readonly findings: readonly RegistrationFinding[] }> {
  if (isWellShaped(value)) return { entries: value, findings: settingFindings(value) };
  // Whoever has to say what is wrong is only loaded where something is.
  const { checkShape } = await import('./schema-findings.js');
  const checked = checkShape(value);
  if ('findings' in checked) return { entries: {}, findings: checked.findings };
  return { entries: checked.entries, findings: settingFindings(checked.entries) };
}

/** Where the registry of a workspace folder stands. */
export function registryFile(folder: string): string {
  return join(folder, REGISTRY_FILE);
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return '';
    const what =
      cause instanceof TypeError ? 'is not UTF-8 text' : `could not be read: ${systemReason(cause)}`;
    throw unreadable(file, what, 'Mend that and try again', cause);
  }
}

function syntaxFinding({ message, line, column }: YamlDocument['problems'][number]): PlacedFinding {
  // Some of the parser's own sentences go on with a piece of the text, or end with a stop.
  const [sentence = ''] = message.split('\n');
  return {
    path: [],
    what: visibleText(sentence.replace(/[.:]$/, '')),
    advice: 'Mend the YAML',
    line,
    column,
  };
}

function openRegistry(text: string, file: string): YamlDocument {
  try {
    return openYamlDocument(text);
  } catch (cause) {
    const what = 'is far larger than a list of Service Instances can be';
    throw unreadable(file, what, 'Take it apart', cause);
  }
}

function unreadable(file: string, what: string, advice: string, cause: unknown): RegistrationError {
  return new RegistrationError('REGISTRATION_INVALID', { who: visibleText(file), what, advice, cause });
}

function placed(
  findings: readonly RegistrationFinding[],
  opened: YamlDocument,
  text: string,
): PlacedFinding[] {
  const located = findings.map((finding) => ({ finding, offset: offsetOf(opened, finding.path) }));
  located.sort((a, b) => a.offset - b.offset);
  return located.map(({ finding, offset }) => ({ ...finding, ...lineAndColumn(text, offset) }));
}
