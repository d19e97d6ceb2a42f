import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow, ROOT, textOf } from './source-tree.js';

const PATHS = filesBelow('src').filter((path) => /(^|\/)problems\.ts$/.test(path));
const KINDS = (await Promise.all(PATHS.map(kindsOf))).flat();
const SECTIONS = textOf('docs/problems.md').split(/^## /m).slice(1);

interface Kind {
  readonly code: string;
  readonly severity: string;
}

async function kindsOf(path: string): Promise<Kind[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(`${ROOT}/src/${path}`).href);
  return Object.values(exported).filter((value): value is (() => void) & Kind => {
    return typeof value === 'function' && 'code' in value && 'severity' in value;
  });
}

function codeOf(section: string): string {
  return section.split('\n', 1)[0] ?? '';
}

test('every kind of Problem has a code of its own', () => {
  const codes = KINDS.map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('every code has a section in docs/problems.md, in alphabetical order, and there is no other', () => {
  expect(SECTIONS.map(codeOf)).toEqual(KINDS.map(({ code }) => code).sort());
});

test('every section tells the severity, the meaning, a wrong and a right example', () => {
  const severities = new Map(KINDS.map(({ code, severity }) => [code, severity]));
  const wrong = SECTIONS.filter((section) => {
    const parts = [
      `Severity: ${severities.get(codeOf(section))}.`,
      '**Meaning.** ',
      '**Wrong.**',
      '**Right.**',
    ];
    return !parts.every((part) => section.includes(`\n${part}`));
  });
  expect(wrong.map(codeOf)).toEqual([]);
});
