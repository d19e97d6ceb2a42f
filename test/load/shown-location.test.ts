import { expect, test } from 'vitest';
import { shownLocation } from '../../src/load/shown-location.js';

const rows: { name: string; given: string; want: string }[] = [
  { name: 'a path', given: './api/openapi.yaml', want: './api/openapi.yaml' },
  { name: 'standard input', given: '-', want: '-' },
  { name: 'a plain URL', given: 'https://host:8443/a/b.json', want: 'https://host:8443/a/b.json' },
  { name: 'query values', given: 'https://host/p?token=s3cret&v=2', want: 'https://host/p?token=…&v=…' },
  { name: 'a query without names', given: 'https://host/p?s3cret', want: 'https://host/p?…' },
  { name: 'credentials', given: 'https://user:s3cret@host/p', want: 'https://…@host/p' },
  { name: 'a fragment', given: 'https://host/p#s3cret', want: 'https://host/p' },
  { name: 'an escape sequence in a path', given: 'a\u001b[2J.json', want: 'a\\u{1b}[2J.json' },
];
for (const { name, given, want } of rows) {
  test(`shownLocation: ${name}`, () => expect(shownLocation(given)).toBe(want));
}
