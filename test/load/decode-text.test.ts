import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/load/text/decode-text.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

describe('decodeText', () => {
  const sound: { name: string; given: Uint8Array; want: string }[] = [
    { name: 'UTF-8', given: bytes('a: é€😀'), want: 'a: é€😀' },
    { name: 'a byte order mark is dropped', given: bytes([0xef, 0xbb, 0xbf], '{}'), want: '{}' },
    { name: 'nothing', given: bytes(), want: '' },
    { name: 'one character', given: bytes('a'), want: 'a' },
    { name: 'the replacement character itself', given: bytes('a: \ufffd'), want: 'a: \ufffd' },
  ];
  for (const { name, given, want } of sound) test(name, () => expect(decodeText(given)).toBe(want));

  const unsound: { name: string; given: Uint8Array; says: string }[] = [
    {
      name: 'UTF-16 with a mark, little endian',
      given: Buffer.from('\ufeff{}', 'utf16le'),
      says: 'is UTF-16 text',
    },
    { name: 'UTF-16 with a mark, big endian', given: bytes([0xfe, 0xff, 0, 0x7b]), says: 'is UTF-16 text' },
    {
      name: 'UTF-16 without a mark, little endian',
      given: Buffer.from('{}', 'utf16le'),
      says: 'is UTF-16 text',
    },
    { name: 'UTF-16 without a mark, big endian', given: bytes([0, 0x7b, 0, 0x7d]), says: 'is UTF-16 text' },
    {
      name: 'latin1',
      given: bytes('a: 1\nb: \ufffd\nc: caf', [0xe9], '\nd: 1'),
      says: 'is not UTF-8 text (line 3)',
    },
    { name: 'a character cut at the end', given: bytes('a: ', [0xe2, 0x82]), says: '(line 1)' },
    { name: 'an overlong form', given: bytes('a: ', [0xc0, 0xaf]), says: '(line 1)' },
    { name: 'half of a surrogate pair', given: bytes('a: ', [0xed, 0xa0, 0x80]), says: '(line 1)' },
  ];
  for (const { name, given, says } of unsound) {
    test(`refuses ${name}`, () => {
      expect(() => decodeText(given)).toThrow(says);
      expect(() => decodeText(given)).toThrow(
        expect.objectContaining({ code: 'DESCRIPTOR_MALFORMED', advice: expect.stringContaining('UTF-8') }),
      );
    });
  }
});
