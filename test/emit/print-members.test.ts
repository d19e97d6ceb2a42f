import { expect, test } from 'vitest';
import { IN_METHOD, inBraces, printMember } from '../../src/emit/typescript/print-members.js';
import { code, comment } from '../../src/emit/typescript/safe-text.js';

test('members in their braces: documented, required and not', () => {
  const members = [
    printMember(comment(['One.'], '  '), code`a`, code`string`, true),
    printMember(code``, code`b`, code`number`, false),
  ];
  expect(inBraces(members)).toBe('{\n  /** One. */\n  a: string;\n  b?: number | undefined;\n}');
});

test('those of a Method stand deeper', () => {
  expect(inBraces([printMember(code``, code`a`, code`string`, true, IN_METHOD)], code`    `)).toBe(
    '{\n      a: string;\n    }',
  );
});

test('no members', () => {
  expect(inBraces([])).toBe('{\n}');
});
