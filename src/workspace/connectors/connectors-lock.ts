import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../base/compare-text.js';
import { sha256 } from '../../base/sha256.js';
import type { ServiceInstance, ServiceInstanceSettings } from '../../model/service-instance.js';
import type { WantedFile } from '../folders/wanted-file.js';

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
  /** `broken`: something stands there that cannot be understood. */
  readonly state: 'good' | 'missing' | 'broken';
  readonly connectors: Readonly<Record<string, LockedConnector>>;
  /** When the file was written, in milliseconds: what was touched since is looked at again. */
  readonly writtenAtMs: number;
}

/** The lock of a folder of connectors; it knows of none where no lock stands or it cannot be understood. */
export function readLock(out: string): ConnectorsLock {
  const file = join(out, LOCK_FILE);
  const standing = lstatSync(file, { throwIfNoEntry: false });
  if (standing === undefined) return { state: 'missing', connectors: {}, writtenAtMs: 0 };
  try {
    const { connectors } = JSON.parse(readFileSync(file, 'utf8')) as { connectors?: unknown };
    if (isLockedConnectors(connectors))
      return { state: 'good', connectors, writtenAtMs: statSync(file).mtimeMs };
  } catch {
    // It is told apart below.
  }
  return { state: 'broken', connectors: {}, writtenAtMs: 0 };
}

/** The text of a lock. */
export function printLock(connectors: ConnectorsLock['connectors']): string {
  const names = Object.keys(connectors).sort(compareText);
  const entries = names.map(
    (name) => `    ${JSON.stringify(name)}: ${printConnector(connectors[name] as LockedConnector)}`,
  );
  return `{\n  "madeBy": "rest-broker",\n  "connectors": {\n${entries.join(',\n')}\n  }\n}\n`;
}

/** What to lock of a connector that has just been made. */
export function lockedConnector(
  instance: ServiceInstance,
  generator: string,
  broughtAlong: readonly string[],
  files: readonly WantedFile[],
): LockedConnector {
  return {
    generator,
    descriptor: instance.descriptor.sha256,
    options: optionsHash(instance.settings),
    broughtAlong,
    files: Object.fromEntries(
      files.map(({ path, bytes, sha256: hash }) => [path, { bytes: bytes.length, sha256: hash }]),
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
    isRecord(value['files']) &&
    Object.values(value['files']).every(isLockedFile)
  );
}

function isLockedFile(value: unknown): boolean {
  return isRecord(value) && typeof value['bytes'] === 'number' && typeof value['sha256'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
