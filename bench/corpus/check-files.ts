import type { EmittedFile } from '../../src/emit/emitted-file.js';
import type { Finding } from './outcome.js';

/** Windows' device names, whatever follows the first full stop. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is wrong with a connector's files as files: names that a folder cannot hold, JSON that does not parse. */
export function checkFiles(files: readonly EmittedFile[]): Finding[] {
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const { path, content } of files) {
    const key = path.normalize('NFC').toLowerCase();
    if (taken.has(key)) findings.push({ message: 'Another file has this name but for case', at: path });
    taken.add(key);
    if (path.split('/').some(isNoFileName)) findings.push({ message: 'This is no file name', at: path });
    if (path.endsWith('.json') && !parses(content)) findings.push({ message: 'This is no JSON', at: path });
  }
  return findings;
}

function isNoFileName(name: string): boolean {
  return /^\.*$/.test(name) || /[\\:*?"<>|\u0000-\u001f]|[. ]$/.test(name) || RESERVED.test(name);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
