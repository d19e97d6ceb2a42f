import { describe, expect, test } from 'vitest';
import { parseDescriptor } from '../../src/load/parse-descriptor.js';

const json = `{
  "openapi": "3.0.0", "list": [ {"a": "]}\\"" }, 2,
    [3] ],
  "paths" : {
    "/a~b": { "get"\t: { "x": -1.5e3 } }, "\\u0062": {"y": true},
    "é": null, "": { "": 1 }
  },
  "twice": 1, "twice": { "last": 2 }
}`;
const yaml = `# comment
openapi: 3.0.0
list:
  - a: '#'
  - 2
  -
    - 3
base: &base
  inner: { deep: 1 }
paths:
  "/a~b":
    get: { x: 1 }
  200:
    <<: *base
    own: 1
  alias: *base
  empty:
`;

const rows: { name: string; text: string; pointer: string; want: string }[] = [
  { name: 'JSON: the document', text: json, pointer: '', want: '1:1' },
  { name: 'JSON: a member, at its key', text: json, pointer: '/openapi', want: '2:3' },
  { name: 'JSON: an item, at its value', text: json, pointer: '/list/1', want: '2:49' },
  { name: 'JSON: in an item', text: json, pointer: '/list/0/a', want: '2:34' },
  { name: 'JSON: in a list in a list', text: json, pointer: '/list/2/0', want: '3:6' },
  { name: 'JSON: escaped in the pointer', text: json, pointer: '/paths/~1a~0b/get/x', want: '5:25' },
  { name: 'JSON: escaped in the text', text: json, pointer: '/paths/b/y', want: '5:53' },
  { name: 'JSON: beyond ASCII', text: json, pointer: '/paths/é', want: '6:5' },
  { name: 'JSON: empty keys', text: json, pointer: '/paths//', want: '6:22' },
  { name: 'JSON: the last of two', text: json, pointer: '/twice/last', want: '8:26' },
  { name: 'JSON: not there', text: json, pointer: '/paths/~1a~0b/post/x', want: '5:5' },
  { name: 'JSON: below a scalar', text: json, pointer: '/openapi/x/y', want: '2:3' },
  { name: 'JSON: past the end of a list', text: json, pointer: '/list/9', want: '2:23' },
  { name: 'YAML: the document', text: yaml, pointer: '', want: '2:1' },
  { name: 'YAML: a member, at its key', text: yaml, pointer: '/list', want: '3:1' },
  { name: 'YAML: in an item', text: yaml, pointer: '/list/0/a', want: '4:5' },
  { name: 'YAML: an item', text: yaml, pointer: '/list/1', want: '5:5' },
  { name: 'YAML: in a list in a list', text: yaml, pointer: '/list/2/0', want: '7:7' },
  { name: 'YAML: escaped in the pointer', text: yaml, pointer: '/paths/~1a~0b/get/x', want: '12:12' },
  { name: 'YAML: a key that is a number', text: yaml, pointer: '/paths/200/own', want: '15:5' },
  { name: 'YAML: merged in', text: yaml, pointer: '/paths/200/inner/deep', want: '9:12' },
  { name: 'YAML: through an alias', text: yaml, pointer: '/paths/alias/inner', want: '9:3' },
  { name: 'YAML: below an empty value', text: yaml, pointer: '/paths/empty/x', want: '17:3' },
  { name: 'YAML: not there', text: yaml, pointer: '/paths/none', want: '10:1' },
];

describe('locate', () => {
  for (const { name, text, pointer, want } of rows) {
    test(name, async () => {
      const place = (await parseDescriptor(text, 'api')).locate(pointer);
      expect(place).toEqual({
        document: 'api',
        pointer,
        line: Number(want.split(':')[0]),
        column: Number(want.split(':')[1]),
      });
    });
  }

  test('with Windows line ends', async () => {
    const place = (await parseDescriptor('{\r\n "a": 1,\r\n "b": 2}', 'api')).locate('/b');
    expect([place.line, place.column]).toEqual([3, 2]);
  });

  test('in a large document, many times', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`/p${i}`, { get: { tags: ['a'] } }]),
    );
    const descriptor = await parseDescriptor(JSON.stringify({ paths }, null, 1), 'api');
    const lines = Array.from({ length: 20_000 }, (_, i) => descriptor.locate(`/paths/~1p${i}/get/tags`).line);
    expect(lines).toEqual(lines.map((_, i) => 3 + i * 7 + 2));
  });
});
