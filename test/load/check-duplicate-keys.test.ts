import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../src/base/place.js';
import { checkDuplicateKeys } from '../../src/load/check-duplicate-keys.js';
import { parseDescriptor } from '../../src/load/parse-descriptor.js';

async function pointersIn(text: string): Promise<string[]> {
  const descriptor = await parseDescriptor(text, 'api.json');
  return checkDuplicateKeys(descriptor).map(({ pointer }) => pointer);
}

describe('keys that stand twice in one object', () => {
  test.each([
    ['at the top', '{"info": 1, "paths": {}, "info": 2}', ['/info']],
    ['three times, told once', '{"a": 1, "a": 2, "a": 3}', ['/a']],
    ['deep inside', '{"a": [1, {"b": {"c/d": 1, "c/d": {}}}]}', ['/a/1/b/c~1d']],
    ['in two spellings', '{"caf\\u00e9": 1, "café": 2}', ['/café']],
    ['of the name __proto__', '{"__proto__": 1, "__proto__": 2}', ['/__proto__']],
    ['both of them, and what is in the second', '{"a": {"b": 1}, "a": {"c": 1, "c": 2}}', ['/a', '/a/c']],
    ['not where they stand in two objects', '{"a": {"b": 1}, "c": {"b": 1, "d": {"b": 1}}}', []],
    ['not where one is a value', '{"a": "a", "b": ["a", "a"], "c": "\\"c\\":"}', []],
    ['not in YAML, which is refused', '# YAML\na: { b: 1 }', []],
  ])('%s', async (_, text, want) => {
    expect(await pointersIn(text)).toEqual(want);
  });

  test('are placed at the one that counts', async () => {
    const descriptor = await parseDescriptor('{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}', 'api.json');
    const [problem] = checkDuplicateKeys(descriptor);
    expect(problem).toMatchObject({ code: 'key-duplicate', severity: 'warning' });
    expect(problem?.message).toBe("the key 'a' stands more than once in one object; the last one counts");
    expect(formatPlace(descriptor.locate(problem?.pointer ?? ''))).toBe('api.json:4:3');
  });

  test('are told fifty times at most', async () => {
    const pairs = Array.from({ length: 99 }, (_, index) => `"k${index}": 1, "k${index}": 2`);
    expect(await pointersIn(`{${pairs.join(', ')}}`)).toHaveLength(50);
  });
});
