import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from './descriptor-of.js';

const FOLDER = new URL('../descriptors/', import.meta.url);

/** What is reported of each descriptor in `test/descriptors`: code and place, in order. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  'all-of-conflict': ['all-of-conflict /definitions/A'],
  'all-of-contradiction': ['all-of-contradiction /definitions/A'],
  'all-of-of-itself': ['all-of-recursive /definitions/B/allOf/0'],
  'answer-code-unknown': ['answer-code-unknown /paths/~1a/get/responses/ok'],
  'answers-missing': ['answers-missing /paths/~1a/get'],
  'base-names-its-variants': [],
  'bodies-several': ['body-several /paths/~1a/post/parameters/1'],
  'body-and-form': ['body-and-form /paths/~1a/post'],
  'body-on-get': ['body-unusual /paths/~1a/get/parameters/0'],
  'collection-format-unknown': ['parameter-style-unusable /paths/~1a/get/parameters/0'],
  'dynamic-reference': ['dynamic-reference /components/schemas/Tree/properties/children/items/$dynamicRef'],
  'enum-as-text': ['member-wrong-type /definitions/A/enum'],
  'enum-of-objects': ['enum-value-unusable /definitions/A/enum'],
  'format-unknown': ['format-unknown /definitions/A/format'],
  'header-parameter-reserved': ['parameter-header-reserved /paths/~1a/get/parameters/0'],
  'host-with-scheme': ['host-malformed /host'],
  'ms-paths': [],
  not: ['schema-keyword-left-out /components/schemas/A'],
  'operation-id-twice': ['operation-id-duplicate /paths/~1b/get'],
  'parameter-in-swagger-2-words': ['schema-missing /paths/~1a/get/parameters/0'],
  'parameter-place-unknown': ['parameter-place-unknown /paths/~1a/get/parameters/0'],
  'parameter-twice': ['parameter-duplicate /paths/~1a/get/parameters/1'],
  'parameter-without-name': ['member-missing /paths/~1a/get/parameters/0'],
  'parameter-without-type': ['schema-missing /paths/~1a/get/parameters/0'],
  'parameters-as-object': ['member-wrong-type /paths/~1a/get/parameters'],
  'path-item-shared': [
    'path-without-slash /paths/c',
    'path-without-slash /paths/b',
    'path-ambiguous /paths/b',
    'operation-id-duplicate /paths/~1a/get',
  ],
  'path-parameter-optional': ['path-parameter-optional /paths/~1a~1{id}/get/parameters/0'],
  'path-parameter-undeclared': ['path-parameter-undeclared /paths/~1a~1{id}/get'],
  'path-parameter-unused': ['path-parameter-unused /paths/~1a/get/parameters/0'],
  'path-without-slash': ['path-without-slash /paths/a'],
  'paths-differ-by-parameter-name': ['path-ambiguous /paths/~1a~1{y}'],
  'pattern-properties': ['rest-simplified /components/schemas/A'],
  querystring: ['parameter-querystring /paths/~1a/get/parameters/0'],
  'reference-missing': ['reference-unresolved /definitions/A/properties/a'],
  'reference-outside': ['reference-external /definitions/A/properties/a'],
  'reference-ring': ['reference-cycle /definitions/B'],
  'reference-siblings': ['reference-siblings-ignored /definitions/A/properties/a'],
  'required-as-in-draft-3': ['member-wrong-type /definitions/A/properties/a/required'],
  'required-undeclared': ['required-undeclared /definitions/A'],
  'security-scheme-incomplete': ['security-scheme-unreadable /securityDefinitions/key'],
  'security-undeclared': ['security-scheme-undeclared /security/0'],
  'server-variable-undeclared': ['server-variable-undeclared /servers/0'],
  'style-of-another-place': ['parameter-style-unusable /paths/~1a/get/parameters/0'],
  'tags-as-text': ['member-wrong-type /paths/~1a/get/tags'],
  'type-unknown': ['type-unknown /definitions/A/type', 'type-unknown /definitions/B/type'],
  'verb-of-its-own': ['verb-unsupported /paths/~1a/additionalOperations/COPY'],
  'version-as-number': [],
};

describe('a descriptor with the quirk', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

  test('is listed here', () => {
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(WANTED).sort());
  });

  test.each(Object.entries(WANTED))('%s is mended and reported', (name, want) => {
    const document = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
    const { normal, problems } = normalizeDescriptor(descriptorOf(document));
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(want);
    expect(normal.operations.length).toBeGreaterThan(0);
  });
});
