import { describe, expect, test } from 'vitest';
import { escapeInvisibleInJson } from '../../src/base/invisible-in-json.js';
import { quoted, visibleText } from '../../src/base/visible-text.js';

/** Each would act on a terminal, or make a line show other than it is. */
const UNSEEN: readonly { name: string; unit: string; visible: string }[] = [
  { name: 'an escape', unit: '\u001b', visible: '\\u{1b}' },
  { name: 'a line break', unit: '\n', visible: '\\u{a}' },
  { name: 'delete', unit: '\u007f', visible: '\\u{7f}' },
  { name: 'a control of C1', unit: '\u009b', visible: '\\u{9b}' },
  { name: 'a soft hyphen', unit: '\u00ad', visible: '\\u{ad}' },
  { name: 'a zero-width space', unit: '\u200b', visible: '\\u{200b}' },
  { name: 'a line separator', unit: '\u2028', visible: '\\u{2028}' },
  { name: 'what turns the direction', unit: '\u202e', visible: '\\u{202e}' },
  { name: 'an isolate', unit: '\u2066', visible: '\\u{2066}' },
  { name: 'a byte order mark', unit: '\ufeff', visible: '\\u{feff}' },
  { name: 'an annotation', unit: '\ufffa', visible: '\\u{fffa}' },
  { name: 'half of a character', unit: '\ud800', visible: '\\u{d800}' },
];

describe('text made visible', () => {
  test.each(UNSEEN)('$name', ({ unit, visible }) => {
    expect(visibleText(`a${unit}b`)).toBe(`a${visible}b`);
    expect(quoted(`a${unit}b`)).toBe(`'a${visible}b'`);
  });

  test('what can be seen stays', () => {
    expect(visibleText('é 東京 😀 \u00a0\'"`')).toBe('é 東京 😀 \u00a0\'"`');
  });

  test('in quotes it is cut at a readable length', () => {
    expect(quoted('x'.repeat(200))).toBe(`'${'x'.repeat(120)}…'`);
  });
});

describe('JSON with nothing unseen in it', () => {
  test.each(UNSEEN)('$name, which means the same', ({ unit }) => {
    const json = escapeInvisibleInJson(JSON.stringify({ [unit]: unit }, null, 2));
    expect(json).toMatch(/^\{\n {2}"[ -~]+": "[ -~]+"\n\}$/);
    expect(JSON.parse(json)).toEqual({ [unit]: unit });
  });

  test('a no-break space, which is taken for another one', () => {
    expect(escapeInvisibleInJson('"\u00a0"')).toBe('"\\u00a0"');
  });
});
