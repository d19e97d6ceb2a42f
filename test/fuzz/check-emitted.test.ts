import { expect, test } from 'vitest';
import { checkEmitted } from '../../bench/fuzz/check-emitted.js';

const HARMLESS = "/** It's globalThis.x=1 */\nexport interface A {\n  readonly ['__proto__']: '*/ x';\n}\n";

test('data is no finding', () => {
  expect(() => checkEmitted([{ path: 'object-types/A.ts', content: HARMLESS }])).not.toThrow();
});

test.each([
  ['code behind a comment', 'A.ts', '/** x */globalThis.__rb_pwned=1;/* */\n', 'live statement'],
  ['a call in a value', 'A.ts', 'export const a = run();\n', 'live code'],
  ['a mark in a value', 'A.ts', 'export const a = globalThis.__rb_pwned;\n', 'live code'],
  ['a template', 'A.ts', 'export const a = `${1}`;\n', 'live code'],
  ['an open text', 'A.ts', "export const a = 'x;\n", 'does not parse'],
  ['a directive', 'A.ts', '// @ts-ignore\nexport const a = 1;\n', 'live comment'],
  ['a source map', 'A.ts', '//# sourceMappingURL=x\n', 'live directive'],
  ['a terminal escape', 'A.ts', '// \u001b[31m\n', 'raw text in a file'],
  ['a path outside', '../A.ts', '', 'file: This is no file name'],
  ['a device', 'object-types/con.ts', '', 'file: This is no file name'],
  ['a name with a space', 'A b.ts', '', 'path is no plain name'],
  ['broken JSON', 'connector.json', '{', 'file: This is no JSON'],
])('%s is one', (_, path, content, want) => {
  expect(() => checkEmitted([{ path, content }])).toThrow(expect.objectContaining({ signature: want }));
});

test('two files of one name but for case are one', () => {
  const files = ['A.ts', 'a.ts'].map((path) => ({ path, content: '' }));
  expect(() => checkEmitted(files)).toThrow(
    expect.objectContaining({ signature: 'file: Another file has this name but for case' }),
  );
});
