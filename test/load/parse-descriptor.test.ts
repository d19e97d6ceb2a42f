import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DescriptorError } from '../../src/base/errors.js';
import { type ParseOptions, parseDescriptor } from '../../src/load/parse-descriptor.js';
import { failureOf } from './temp-folder.js';

describe('parseDescriptor gives a plain tree', () => {
  const rows: { name: string; given: string; want: unknown }[] = [
    {
      name: 'JSON',
      given: '{"openapi":"3.0.0","a":[1,null,true]}',
      want: { openapi: '3.0.0', a: [1, null, true] },
    },
    { name: 'JSON after a byte order mark and blanks', given: '\ufeff\n {"a":1}', want: { a: 1 } },
    {
      name: 'YAML',
      given: 'openapi: 3.0.0\na:\n  - 1\n  - ~\n  - true\n',
      want: { openapi: '3.0.0', a: [1, null, true] },
    },
    { name: 'YAML with CRLF', given: 'a: 1\r\nb:\r\n  c: 2\r\n', want: { a: 1, b: { c: 2 } } },
    {
      name: 'YAML keys that are no texts',
      given: '200: a\n1.0: b\ntrue: c\n~: d\n',
      want: { '200': 'a', '1.0': 'b', true: 'c', '~': 'd' },
    },
    {
      name: 'YAML dates, yes and octal-looking texts',
      given: 'a: 2026-01-02\nb: yes\nc: 012\nd: "1.0"',
      want: { a: '2026-01-02', b: 'yes', c: 12, d: '1.0' },
    },
    {
      name: 'YAML that says it is 1.1',
      given: '%YAML 1.1\n---\na: no\nb: 2026-01-02\n',
      want: { a: 'no', b: '2026-01-02' },
    },
    {
      name: 'YAML aliases',
      given: 'a: &x {b: 1}\nc: [*x, *x]',
      want: { a: { b: 1 }, c: [{ b: 1 }, { b: 1 }] },
    },
    {
      name: 'YAML anchor that is set again',
      given: 'a: &x 1\nb: *x\nc: &x 2\nd: *x',
      want: { a: 1, b: 1, c: 2, d: 2 },
    },
    {
      name: 'YAML merge, own key first',
      given: 'a: &x {b: 1, c: 2}\nd:\n  b: 9\n  <<: *x',
      want: { a: { b: 1, c: 2 }, d: { b: 9, c: 2 } },
    },
    {
      name: 'YAML merge, own key last',
      given: 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 9',
      want: { a: { b: 1, c: 2 }, d: { b: 9, c: 2 } },
    },
    {
      name: 'YAML merge of a list, the first wins',
      given: 'a: {<<: [{b: 1}, {b: 2, c: 3}]}',
      want: { a: { b: 1, c: 3 } },
    },
    { name: 'YAML key << in quotes', given: 'a: {"<<": 1}', want: { a: { '<<': 1 } } },
    { name: 'YAML tags of the core schema', given: 'a: !!str 1\nb: !!int "2"', want: { a: '1', b: 2 } },
    { name: 'YAML that starts with a comment', given: '# made by hand\n---\na: 1\n...\n', want: { a: 1 } },
  ];
  for (const { name, given, want } of rows) {
    test(name, async () => {
      expect((await parseDescriptor(given, 'api.yaml')).document).toEqual(want);
    });
  }

  for (const [format, text] of [
    ['json', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
    [
      'yaml',
      '__proto__: &p {polluted: 1}\nm: {<<: {__proto__: {polluted: 2}}}\nconstructor: {prototype: *p}',
    ],
  ]) {
    test(`${format}: __proto__ is an own key`, async () => {
      const { document } = await parseDescriptor(text!, 'api');
      expect(Object.hasOwn(document, '__proto__')).toBe(true);
      expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });
  }

  test('keeps the text as read, without a byte order mark, and its hash', async () => {
    const given = 'a: 1 # é\n';
    const { text, sha256, format, location } = await parseDescriptor(
      `\ufeff${given}`,
      'https://u:p@host/a?key=1',
    );
    expect({ text, format, location }).toEqual({
      text: given,
      format: 'yaml',
      location: 'https://…@host/a?key=…',
    });
    expect(sha256).toBe(createHash('sha256').update(Buffer.from(given, 'utf8')).digest('hex'));
  });
});

describe('parseDescriptor refuses', () => {
  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 20; i++) {
    const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
    laughs.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
  }
  const deep = (open: string, close: string, levels: number): string =>
    `{"a":${open.repeat(levels)}1${close.repeat(levels)}}`;
  const MALFORMED = 'DESCRIPTOR_MALFORMED';
  const LARGE = 'DESCRIPTOR_TOO_LARGE';
  const rows: { name: string; given: string; code: string; says: string[]; options?: ParseOptions }[] = [
    {
      name: 'JSON with a comma too many',
      given: '{\n  "a": 1,\n}',
      code: MALFORMED,
      says: ['api.yaml:3:1', "'}'", 'a name in double quotes'],
    },
    {
      name: 'JSON without a comma',
      given: '{"a": 1\n "b": 2}',
      code: MALFORMED,
      says: ['api.yaml:2:2', "',' or '}'"],
    },
    {
      name: 'JSON that ends early',
      given: '{"a": [1, 2',
      code: MALFORMED,
      says: ['api.yaml:1:12', "a '[' is not closed"],
    },
    { name: 'JSON with a text without end', given: '{"a": "b', code: MALFORMED, says: ['api.yaml:1:7'] },
    {
      name: 'JSON with a bad escape',
      given: '{"a": "\\d\\x"}',
      code: MALFORMED,
      says: ['api.yaml:1:8', '\\d'],
    },
    {
      name: 'JSON with a raw line break in a text',
      given: '{"a": "b\nc"}',
      code: MALFORMED,
      says: ['api.yaml:1:9', '\\u{a}'],
    },
    { name: 'JSON with a bad number', given: '{"a": 01}', code: MALFORMED, says: ['api.yaml:1:7', "'01'"] },
    {
      name: 'JSON with text after it',
      given: '{"a": 1} x',
      code: MALFORMED,
      says: ['api.yaml:1:10', 'the end of the text'],
    },
    {
      name: 'JSON with a comment',
      given: '{"a": 1, // one\n "b": 2}',
      code: MALFORMED,
      says: ['api.yaml:1:10'],
    },
    { name: 'a list in JSON', given: '[1]', code: MALFORMED, says: ['api.yaml: is a list'] },
    { name: 'a list in YAML', given: '- a', code: MALFORMED, says: ['is a list'] },
    { name: 'one text', given: 'not a descriptor', code: MALFORMED, says: ['is a single text'] },
    { name: 'nothing', given: '', code: MALFORMED, says: ['is empty'] },
    { name: 'only a comment', given: '# later', code: MALFORMED, says: ['is empty'] },
    { name: 'HTML', given: '\n<!DOCTYPE html><html></html>', code: MALFORMED, says: ['HTML', 'login'] },
    {
      name: 'YAML with a key twice',
      given: 'a: 1\nb:\n  c: 1\n  c: 2',
      code: MALFORMED,
      says: ['api.yaml:4:3', "'c'", 'twice'],
    },
    {
      name: 'YAML with an own key twice after a merge',
      given: 'a: {<<: {b: 1}, b: 2, b: 3}',
      code: MALFORMED,
      says: ["'b'", 'twice'],
    },
    {
      name: 'two YAML documents',
      given: 'a: 1\n---\nb: 2',
      code: MALFORMED,
      says: ['api.yaml:2:', 'second document'],
    },
    { name: 'an unknown tag', given: 'a: 1\nb: !evil x', code: MALFORMED, says: ['api.yaml:2:4', '!evil'] },
    {
      name: 'a tag that makes bytes',
      given: 'a: !!binary aGk=',
      code: MALFORMED,
      says: ['tag:yaml.org,2002:binary'],
    },
    {
      name: 'a tag that makes dates',
      given: 'a: !!timestamp 2026-01-02',
      code: MALFORMED,
      says: ['timestamp'],
    },
    { name: 'a key that is a list', given: '? [a]\n: 1', code: MALFORMED, says: ['api.yaml:1:3'] },
    {
      name: 'a number that JSON does not have',
      given: 'a: .inf',
      code: MALFORMED,
      says: ['api.yaml:1:4', "'.inf'"],
    },
    { name: 'a tab as indentation', given: 'a:\n\tb: 1', code: MALFORMED, says: ['api.yaml:2:1'] },
    { name: 'an alias without an anchor', given: 'a: *x', code: MALFORMED, says: ["'&x'"] },
    {
      name: 'an alias in its own anchor',
      given: 'a: &x\n  b: *x',
      code: MALFORMED,
      says: ['api.yaml:2:6', 'inside its own anchor'],
    },
    { name: 'a merge of a text', given: 'a: {<<: b}', code: MALFORMED, says: ["'<<'"] },
    {
      name: 'an escape sequence in a YAML name',
      given: 'a: 1\n"\\e[2J": 1\n"\\e[2J": 2',
      code: MALFORMED,
      says: ['\\u{1b}'],
    },
    { name: 'billion laughs', given: laughs.join('\n'), code: LARGE, says: ['limits.maxYamlNodes'] },
    { name: 'deep JSON', given: deep('[', ']', 100_000), code: LARGE, says: ['limits.maxDepth', '500'] },
    {
      name: 'deep YAML in brackets',
      given: `x: ${'['.repeat(100_000)}`,
      code: LARGE,
      says: ['limits.maxDepth'],
    },
    {
      name: 'deep YAML in lines',
      given: `x:\n${Array.from({ length: 600 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
      code: LARGE,
      says: ['limits.maxDepth'],
    },
    {
      name: 'many values',
      given: '{"a":[1,2,3,4,5]}',
      code: LARGE,
      says: ['limits.maxNodes'],
      options: { limits: { maxNodes: 5 } },
    },
    {
      name: 'many YAML values',
      given: 'a: [1,2,3,4,5]',
      code: LARGE,
      says: ['limits.maxYamlNodes'],
      options: { limits: { maxYamlNodes: 5 } },
    },
    {
      name: 'many bytes',
      given: '{"a":"é"}',
      code: LARGE,
      says: ['limits.maxBytes'],
      options: { limits: { maxBytes: 9 } },
    },
    {
      name: 'a reference to a file',
      given: '{"definitions":{"A":{\n"$ref":"a.json"}}}',
      code: 'REFERENCE_REFUSED',
      says: ['api.yaml:2:1', "'a.json'", 'name its path'],
    },
  ];
  for (const { name, given, code, says, options } of rows) {
    test(name, async () => {
      const failure = await failureOf(parseDescriptor(given, 'api.yaml', options));
      expect(failure).toBeInstanceOf(DescriptorError);
      expect(failure).toMatchObject({ code });
      for (const said of says) expect(failure.message).toContain(said);
      expect(failure.message).not.toContain('\u001b');
    });
  }

  test('standard input is called so', async () => {
    expect((await failureOf(parseDescriptor('{"a"}', '-'))).message).toMatch(/^standard input:1:5: /);
  });
});

describe('limits hold exactly', () => {
  const rows: { name: string; given: string; options: ParseOptions }[] = [
    { name: 'depth of JSON', given: '{"a":{"b":[1]}}', options: { limits: { maxDepth: 3 } } },
    { name: 'depth of YAML', given: 'a:\n  b:\n    - 1', options: { limits: { maxDepth: 3 } } },
    { name: 'nodes of JSON', given: '{"a":{"b":[1]}}', options: { limits: { maxNodes: 4 } } },
    { name: 'nodes of YAML', given: 'a: {b: [1]}', options: { limits: { maxYamlNodes: 6 } } },
    { name: 'bytes', given: '{"a":"é"}', options: { limits: { maxBytes: 10 } } },
    { name: '1,000 uses of one alias', given: `a: &x {b: 1}\nc: [${'*x,'.repeat(1_000)}]`, options: {} },
  ];
  for (const { name, given, options } of rows) {
    test(name, async () => {
      expect((await parseDescriptor(given, 'api', options)).document).toHaveProperty('a');
    });
  }

  test('50,000 aliases and 50,000 keys are no trouble', async () => {
    const aliases = `a: &x 1\nc: [${'*x,'.repeat(50_000)}]`;
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect((await parseDescriptor(aliases, 'api')).document['c']).toHaveLength(50_000);
    expect(Object.keys((await parseDescriptor(keys, 'api')).document)).toHaveLength(50_000);
  });
});
