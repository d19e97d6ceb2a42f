import { expect, test } from 'vitest';
import { smallestCase } from '../../bench/fuzz/smallest-case.js';

const made = (text: string, format: 'json' | 'yaml') => ({
  name: 'test',
  folder: '',
  format,
  bytes: Buffer.from(text),
  settings: 0,
});

test.each([
  [
    'of a tree, what shows it is left',
    'json',
    '{"a":{"b":[1,2,{"bad":1}]},"c":3}',
    '{"a":{"b":[{"bad":1}]}}',
  ],
  ['of broken text as well', 'json', '{"a": 1, "bad"', 'bad'],
  ['and of YAML', 'yaml', 'a: 1\nb: bad\n', 'bad'],
] as const)('%s', async (_, format, text, want) => {
  const smallest = await smallestCase(made(text, format), async ({ bytes }) => bytes.includes('bad'));
  const given = smallest.bytes.toString();
  expect(want.startsWith('{') ? JSON.stringify(JSON.parse(given)) : given).toBe(want);
});
