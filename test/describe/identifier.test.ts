import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { identifierOf, nameKey, safeIdentifierOf } from '../../src/describe/identifier.js';

describe('K2’s identifier rule', () => {
  test.each([
    { given: 'Serialized Item (String)', want: 'Serialized_Item__String_' },
    { given: 'Get/tasks', want: 'Get_tasks' },
    { given: 'Patch/tasks/{task_id}', want: 'Patch_tasks__task_id_' },
    { given: 'Delete/orders/{id}/items/{itemId}', want: 'Delete_orders__id__items__itemId_' },
    { given: 'tasks (Task[])', want: 'tasks__Task___' },
    { given: 'Clouds (Clouds)', want: 'Clouds__Clouds_' },
    { given: 'dc:title', want: 'dc_title' },
    { given: 'Straße', want: 'Straße' },
    { given: 'e\u0301', want: 'é' },
    { given: '東京', want: '東京' },
    { given: '👍', want: '_' },
    { given: '\ud800x', want: '_x' },
    { given: '\u2e2f', want: '_' },
    { given: '\u{20000}', want: '_' },
    { given: 'a\u0000b\u202ec', want: 'a_b_c' },
    { given: '../x\\y', want: '___x_y' },
    { given: '', want: '' },
  ])('$given', ({ given, want }) => {
    expect(identifierOf(given)).toBe(want);
  });
});

describe('safe identifiers', () => {
  test.each([
    { given: '', want: '_' },
    { given: '1st', want: '_1st' },
    { given: '٣', want: '_٣' },
    { given: 'a', want: 'a' },
    { given: '_', want: '_' },
    { given: 'x'.repeat(100), want: 'x'.repeat(100) },
  ])('$given', ({ given, want }) => {
    expect(safeIdentifierOf(given)).toBe(want);
  });

  test.each([
    { name: 'letters', given: 'x'.repeat(5000), start: 'x'.repeat(91) },
    { name: 'letters of three bytes', given: '東'.repeat(100), start: '東'.repeat(63) },
    { name: 'signs of two units', given: '👍'.repeat(200), start: '_'.repeat(91) },
  ])('of a very long name: $name', ({ given, start }) => {
    const safe = safeIdentifierOf(given);
    expect(safe).toMatch(new RegExp(`^${start}_[0-9a-f]{8}$`));
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
    expect(safeIdentifierOf(`${given}x`)).not.toBe(safe);
  });

  test('are what TypeScript takes, for each letter and digit there is', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const name = safeIdentifierOf(String.fromCharCode(unit));
      const isWhole = [...name].every((char, index) => {
        const point = char.codePointAt(0) as number;
        return index === 0
          ? ts.isIdentifierStart(point, ts.ScriptTarget.ES2022)
          : ts.isIdentifierPart(point, ts.ScriptTarget.ES2022);
      });
      if (!isWhole) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('names that cannot stand side by side have one key', () => {
  test.each([
    ['Task', 'tASK'],
    ['e\u0301', 'É'],
    ['ﬁle', 'FILE'],
    ['ſ', 's'],
    ['ς', 'Σ'],
    ['ς', 'σ'],
    ['K', '\u212a'],
  ])('%s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('others have not', () => {
    expect(nameKey('a_b')).not.toBe(nameKey('ab'));
  });
});
