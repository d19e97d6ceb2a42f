import { expect, test } from 'vitest';
import { findJsonFault } from '../../src/load/text/json-fault.js';

const sample = ' {"a": [1, -2.5e+3, "x\\n\\u00e9\\\\\\"", {}], "b": {"c": null, "d": [true, false, []]}} ';
const strange = ['', 'x', '"', ',', ':', '}', ']', '{', '[', '0', '\\', '\n', '\u0001', '.', 'e', '-'];

// Each character left out or replaced, and the text cut at each: JSON.parse is the judge.
test('finds a fault in just those texts that JSON.parse refuses', () => {
  const texts = [sample];
  for (let at = 0; at < sample.length; at++) {
    texts.push(sample.slice(0, at));
    for (const other of strange) texts.push(sample.slice(0, at) + other + sample.slice(at + 1));
  }
  for (const text of texts) {
    expect({ text, sound: findJsonFault(text) === undefined }).toEqual({ text, sound: parses(text) });
  }
});

test('the fault lies within the text', () => {
  for (let at = 0; at < sample.length - 1; at++) {
    const fault = findJsonFault(sample.slice(0, at));
    expect(fault?.offset).toBeLessThanOrEqual(at);
  }
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
