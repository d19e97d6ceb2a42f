import { describe, expect, test } from 'vitest';
import { isMap, openYamlDocument } from '../../src/load/yaml-document.js';

describe('openYamlDocument', () => {
  test('keeps comments and order when something is changed', () => {
    const { document, problems } = openYamlDocument('# ours\nb: 1 # first\n\na:\n  c: 2\n');
    expect(problems).toEqual([]);
    expect(isMap(document.contents)).toBe(true);
    document.setIn(['a', 'd'], 3);
    expect(document.toString()).toBe('# ours\nb: 1 # first\n\na:\n  c: 2\n  d: 3\n');
  });

  const rows: { name: string; given: string; want: { message: string; line: number; column: number } }[] = [
    {
      name: 'a key twice',
      given: 'a: 1\na: 2',
      want: { message: "the key 'a' is there twice", line: 2, column: 1 },
    },
    {
      name: 'two documents',
      given: 'a: 1\n---\nb: 1',
      want: { message: 'a second document starts here', line: 2, column: 1 },
    },
    { name: 'an unknown tag', given: 'a: !x 1', want: { message: 'Unresolved tag: !x', line: 1, column: 4 } },
    {
      name: 'a tab',
      given: 'a:\n\tb: 1',
      want: { message: 'Tabs are not allowed as indentation', line: 2, column: 1 },
    },
  ];
  for (const { name, given, want } of rows) {
    test(`finds ${name}`, () => expect(openYamlDocument(given).problems).toEqual([want]));
  }
});
