import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../base/compare-text.js';
import { sha256 } from '../base/sha256.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import type { ServiceInstance, ServiceInstanceSettings } from '../model/service-instance.js';
import { writeFileAtomically } from './write-file-atomically.js';

export const LOCK_FILE = 'connectors.lock.json';

/** What one connector was made of, and what came of it. */
export interface LockedConnector {
  /** Version of rest-broker. */
  readonly generator: string;
  /** SHA-256 of the registered descriptor, in hex. */
  readonly descriptor: string;
  /** SHA-256 of the settings, in hex. */
  readonly options: string;
  /** System names that were generated because selected types need them. */
  readonly broughtAlong: readonly string[];
  /** By path relative to the connector's folder. */
  readonly files: Readonly<Record<string, LockedFile>>;
}

export interface LockedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** `connectors.lock.json`, beside the connectors' folders. */
export interface ConnectorsLock {
  readonly connectors: Readonly<Record<string, LockedConnector>>;
  /** When the file was written, in milliseconds: what was touched since is looked at again. */
  readonly writtenAtMs: number;
}

const EMPTY: ConnectorsLock = { connectors: {}, writtenAtMs: 0 };

/** The lock of a folder of connectors; an empty one where none stands or it cannot be understood. */
export function readLock(out: string): ConnectorsLock {
  const file = join(out, LOCK_FILE);
  try {
    const { connectors } = JSON.parse(readFileSync(file, 'utf8')) as { connectors?: unknown };
    return isLockedConnectors(connectors) ? { connectors, writtenAtMs: statSync(file).mtimeMs } : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** @throws OutputError OUTPUT_REFUSED when it cannot be written */
export function writeLock(out: string, connectors: ConnectorsLock['connectors']): void {
  const names = Object.keys(connectors).sort(compareText);
  const entries = names.map(
    (name) => `    ${JSON.stringify(name)}: ${printConnector(connectors[name] as LockedConnector)}`,
  );
  const text = `{\n  "madeBy": "rest-broker",\n  "connectors": {\n${entries.join(',\n')}\n  }\n}\n`;
  writeFileAtomically(join(out, LOCK_FILE), text);
}

/** What to lock of a connector that has just been made. */
export function lockedConnector(
  instance: ServiceInstance,
  generator: string,
  broughtAlong: readonly string[],
  files: readonly EmittedFile[],
): LockedConnector {
  return {
    generator,
    descriptor: instance.descriptor.sha256,
    options: optionsHash(instance.settings),
    broughtAlong,
    files: Object.fromEntries(
      files.map(({ path, content }) => [
        path,
        { bytes: Buffer.byteLength(content), sha256: sha256(content) },
      ]),
    ),
  };
}

/** SHA-256 of settings, whatever the order in which they are written down. */
export function optionsHash(settings: ServiceInstanceSettings): string {
  return sha256(JSON.stringify(settings, sortedMembers));
}

function sortedMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => compareText(left, right)));
}

/** A line for each file: a reviewer sees which ones changed, and two branches rarely touch the same line. */
function printConnector({ files, ...head }: LockedConnector): string {
  const members = Object.entries(head).map(
    ([name, value]) => `      ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lines = Object.keys(files)
    .sort(compareText)
    .map((path) => `        ${JSON.stringify(path)}: ${JSON.stringify(files[path])}`);
  return `{\n${members.join(',\n')},\n      "files": {\n${lines.join(',\n')}\n      }\n    }`;
}

function isLockedConnectors(value: unknown): value is ConnectorsLock['connectors'] {
  return isRecord(value) && Object.values(value).every(isLockedConnector);
}

function isLockedConnector(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['generator', 'descriptor', 'options'].every((name) => typeof value[name] === 'string') &&
    Array.isArray(value['broughtAlong']) &&
    isRecord(value['files'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
