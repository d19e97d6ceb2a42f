import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withItemAdded } from '../../src/runtime/array-text.js';
import { ExactDecimal } from '../../src/runtime/exact-number.js';
import { stringifyJson } from '../../src/runtime/json-text.js';
import { readSerializedArray } from '../../src/runtime/read-serialized.js';
import { run, task } from './helper-objects.js';
import { thrownBy } from './thrown-by.js';

const add = (text: string, item: unknown): string => withItemAdded(text, item, 'who', 'label');

/** The plain way: read, add, write. */
const addPlainly = (text: string, item: unknown): string =>
  stringifyJson([...readSerializedArray(text, 'label'), item], 'who');

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt(),
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    '"$type"',
    '\ud800',
    ']',
    ',',
    new Date(0),
    new ExactDecimal('1.50'),
    new ExactDecimal('0.12345678901234567890'),
    new ExactDecimal('1e400'),
  ),
);
const item = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(
    fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('$type', '$values', '__proto__', 'toString', '7')),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
    { maxKeys: 3 },
  ),
);
const fromElsewhere = fc.constantFrom('[]', ' [ 1 , 2 ] ', '[1.50]', '[{"a":1,"a":2}]', '{"$values":[1]}');

describe('adding an item to the text of an array', () => {
  test('gives what reading, adding and writing gives, whichever text it is added to', () => {
    const steps = fc.array(fc.record({ item, back: fc.nat(40), elsewhere: fc.option(fromElsewhere) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const texts = ['[]'];
        for (const { item: added, back, elsewhere } of all) {
          // The last result, an earlier one that was added to already, or a text that was not made here.
          const base = elsewhere ?? texts[Math.max(0, texts.length - 1 - (back % 3))] ?? '[]';
          const grown = add(base, added);
          expect(grown).toBe(addPlainly(base, added));
          texts.push(grown);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('more lists in turns than are kept', () => {
    const lists = Array.from({ length: 50 }, () => '[]');
    for (let round = 0; round < 4; round++) {
      for (const [index, list] of lists.entries()) lists[index] = add(list, `${index}-${round}`);
    }
    expect(lists[49]).toBe('["49-0","49-1","49-2","49-3"]');
    expect(lists[0]).toBe('["0-0","0-1","0-2","0-3"]');
  });

  test('two lists of the same length are not mistaken for each other', () => {
    let [left, right] = ['[]', '[]'];
    for (const digit of [1, 2, 3]) {
      left = add(left, digit);
      right = add(right, digit + 3);
    }
    expect([left, right]).toEqual(['[1,2,3]', '[4,5,6]']);
  });

  const refused: { name: string; text: string; added?: unknown; want: string }[] = [
    { name: 'a text that is cut', text: '[1,', want: 'at character 4, its end' },
    { name: 'a text that is no array', text: '{}', want: 'expected Serialized text of an array' },
  ];
  for (const { name, text, want } of refused) {
    test(`${name} is refused each time`, async () => {
      for (const _time of [1, 2]) expect((await thrownBy(() => add(text, 1))).message).toContain(want);
    });
  }

  test('an item that refers to itself is refused, and the text can still be added to', async () => {
    const itself: Record<string, unknown> = {};
    itself['itself'] = itself;
    const text = add(add('[]', 1), 2);
    expect(await thrownBy(() => add(text, itself))).toMatchObject({ code: 'SERIALIZATION_MALFORMED' });
    expect(add(text, 3)).toBe('[1,2,3]');
  });

  test('the helper Method adds to what it gave', () => {
    let grown: unknown;
    for (const id of ['7', '8', '9'])
      grown = (
        run(task, 'SerializeAddItemToArray', { id, Serialized_Array: grown }) as Record<string, unknown>
      )['Serialized_Array'];
    expect(grown).toBe('[{"id":"7"},{"id":"8"},{"id":"9"}]');
  });
});
