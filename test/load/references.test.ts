import { describe, expect, test } from 'vitest';
import { parseDescriptor } from '../../src/load/parse-descriptor.js';
import { failureOf } from './temp-folder.js';

const schemaWith = (schema: unknown): string =>
  JSON.stringify({ openapi: '3.1.0', components: { schemas: { A: schema } } });

describe('what looks like a reference but is data is left alone', () => {
  const outside = { $ref: './nowhere.yaml' };
  const rows: { name: string; given: string }[] = [
    { name: 'example', given: schemaWith({ example: outside }) },
    { name: 'examples in a schema', given: schemaWith({ examples: [outside] }) },
    { name: 'default', given: schemaWith({ default: { deep: [outside] } }) },
    { name: 'enum', given: schemaWith({ enum: [outside, { $ref: '#/nowhere' }] }) },
    { name: 'const', given: schemaWith({ const: outside }) },
    { name: 'an extension', given: schemaWith({ 'x-other': outside }) },
    { name: 'an extension of the document', given: JSON.stringify({ 'x-other': outside }) },
    { name: 'an extension among paths', given: JSON.stringify({ paths: { 'x-other': outside } }) },
    { name: 'a property of that name', given: schemaWith({ properties: { $ref: { type: 'string' } } }) },
    {
      name: 'an example of a media type',
      given: JSON.stringify({
        paths: {
          '/a': {
            get: { responses: { 200: { content: { a: { example: outside, examples: { b: outside } } } } } },
          },
        },
      }),
    },
    {
      name: 'an example of a Swagger 2.0 response',
      given: JSON.stringify({
        swagger: '2.0',
        paths: { '/a': { get: { responses: { default: { examples: { 'application/json': outside } } } } } },
      }),
    },
    { name: 'a mapping to a name', given: schemaWith({ discriminator: { mapping: { $ref: 'A' } } }) },
    { name: 'an anchor', given: schemaWith({ $anchor: 'here', properties: { a: { $ref: '#here' } } }) },
  ];
  for (const { name, given } of rows) {
    test(name, async () => {
      const { text, document } = await parseDescriptor(given, 'api.json');
      expect(text).toBe(given);
      expect(document).toEqual(JSON.parse(given));
    });
  }
});

describe('references inside one document', () => {
  const rows: { name: string; given: string }[] = [
    {
      name: 'with escapes',
      given: JSON.stringify({ definitions: { 'a/b~c d%': {}, A: { $ref: '#/definitions/a~1b~0c%20d%25' } } }),
    },
    {
      name: 'with letters that should be escaped',
      given: JSON.stringify({ definitions: { 'Page«Täsk»': {}, A: { $ref: '#/definitions/Page«Täsk»' } } }),
    },
    { name: 'to themselves', given: schemaWith({ $ref: '#/components/schemas/A' }) },
    {
      name: 'to an item of a list',
      given: schemaWith({ allOf: [{}, { $ref: '#/components/schemas/A/allOf/0' }] }),
    },
    { name: 'to the whole document', given: schemaWith({ $ref: '#' }) },
    {
      name: 'to data',
      given: JSON.stringify({
        'x-schemas': { B: { type: 'string' } },
        definitions: { A: { $ref: '#/x-schemas/B' } },
      }),
    },
  ];
  for (const { name, given } of rows) {
    test(`${name}: the text stays`, async () => {
      expect((await parseDescriptor(given, 'api.json')).text).toBe(given);
    });
  }

  test('a pointer through another reference is put straight', async () => {
    const given = {
      definitions: {
        A: { properties: { x: { type: 'string' } } },
        B: { $ref: '#/definitions/A' },
        C: { $ref: '#/definitions/B/properties/x' },
      },
    };
    const { document } = await parseDescriptor(JSON.stringify(given), 'api.json');
    expect(document).toEqual({
      definitions: { ...given.definitions, C: { $ref: '#/definitions/A/properties/x' } },
    });
  });

  const dangling: { name: string; given: string; says: string[] }[] = [
    {
      name: 'one',
      given: '{"definitions": {\n  "A": {\n    "$ref": "#/definitions/B" } } }',
      says: ["api.json:3:5: the reference '#/definitions/B'", "no 'B' at '/definitions'"],
    },
    {
      name: 'three',
      given:
        'definitions:\n  A: { $ref: "#/definitions/B" }\n  C: { $ref: "#/definitions/B" }\n  D: { $ref: "#/nothing" }',
      says: ['api.json:2:8', '2 more references do not lead anywhere either'],
    },
    {
      name: 'from a path of AutoRest',
      given: '{"x-ms-paths":{"/a?b=c":{"get":{"responses":{"default":{"$ref":"#/responses/B"}}}}}}',
      says: ['api.json:1:57'],
    },
    {
      name: 'from a default response',
      given: '{"paths":{"/a":{"get":{"responses":{"default":{"$ref":"#/responses/B"}}}}}}',
      says: ['api.json:1:48'],
    },
    {
      name: 'inside data that is pointed at',
      given: '{"x-s":{"B":{"items":{"$ref":"#/none"}}},"definitions":{"A":{"$ref":"#/x-s/B"}}}',
      says: ["'#/none'"],
    },
    {
      name: 'to what only a prototype has',
      given: schemaWith({ $ref: '#/components/toString' }),
      says: ["'toString'"],
    },
    {
      name: 'to the length of a list',
      given: schemaWith({ allOf: [{ $ref: '#/components/schemas/A/allOf/length' }] }),
      says: ["'length'"],
    },
    { name: 'with an escape sequence', given: schemaWith({ $ref: '#/\u001b[2J' }), says: ['\\u{1b}'] },
    {
      name: 'through a circle',
      given: schemaWith({ $ref: '#/components/schemas/A/properties/x' }),
      says: ['circle'],
    },
  ];
  for (const { name, given, says } of dangling) {
    test(`that lead nowhere: ${name}`, async () => {
      const failure = await failureOf(parseDescriptor(given, 'api.json'));
      expect(failure).toMatchObject({ name: 'DescriptorError', code: 'REFERENCE_UNRESOLVED' });
      for (const said of says) expect(failure.message).toContain(said);
      expect(failure.message).not.toContain('\u001b');
    });
  }

  test('a ring of 20,000 schemas is no trouble', async () => {
    const ring = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [
        `S${i}`,
        { items: { $ref: `#/definitions/S${(i + 1) % 20_000}` } },
      ]),
    );
    const { document } = await parseDescriptor(JSON.stringify({ definitions: ring }), 'api.json');
    expect(Object.keys(document['definitions'] as object)).toHaveLength(20_000);
  });
});
