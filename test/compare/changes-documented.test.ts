import { expect, test } from 'vitest';
import { CHANGE_SEVERITIES, type ChangeCode } from '../../src/compare/change-kinds.js';
import { makeChange } from '../../src/compare/make-change.js';
import { textOf } from '../architecture/source-tree.js';

const CODES = Object.keys(CHANGE_SEVERITIES) as readonly ChangeCode[];
const SECTIONS = textOf('docs/changes.md').split(/^## /m).slice(1);

function codeOf(section: string): string {
  return section.split('\n', 1)[0] ?? '';
}

test('codes are in alphabetical order', () => {
  expect(CODES).toEqual([...CODES].sort());
});

test('every code has a section in docs/changes.md, in alphabetical order, and there is no other', () => {
  expect(SECTIONS.map(codeOf)).toEqual([...CODES].sort());
});

test('every section tells the severity, the meaning, an example, and what to do as the change does', () => {
  const wrong = CODES.filter((code, index) => {
    const { advice } = makeChange({ code }, {});
    const parts = [
      `\nSeverity: ${CHANGE_SEVERITIES[code]}.\n`,
      '\n**Meaning.** ',
      '\n**Before.**\n\n```yaml\n',
      '\n**After.**\n\n```yaml\n',
      `\n**What to do.** ${advice}.\n`,
    ];
    return !parts.every((part) => SECTIONS[index]?.includes(part));
  });
  expect(wrong).toEqual([]);
});

test('every kind has words of its own, without a full stop', () => {
  const wrong = CODES.filter((code) => {
    const { message, advice } = makeChange({ code, was: 'one', is: 'other' }, {});
    return message === '' || advice === '' || /\.$/.test(message) || /\.$/.test(advice);
  });
  expect(wrong).toEqual([]);
});
