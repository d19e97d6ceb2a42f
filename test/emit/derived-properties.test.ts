import { expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { openApi } from '../describe/describe-tree.js';
import { typeCheck } from '../type-check.js';
import { emitTree, fileIn } from './emit-tree.js';

const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };

const SCHEMAS: Record<string, JsonTree> = {
  Owner: { type: 'object', properties: { name: TEXT } },
  Other: { type: 'object', properties: { name: TEXT } },
  Level: { type: 'string', enum: ['low', 'high'] },
  Names: { type: 'array', items: TEXT },
  Anything: {},
  Perhaps: { oneOf: [ref('Owner'), { type: 'null' }] },
};

/** A Property of each kind, and the type it has in a row. */
const ROWS: readonly { name: string; schema: JsonTree; want: string }[] = [
  { name: 'text', schema: TEXT, want: 'string' },
  { name: 'choice', schema: { enum: ['a', 'b', null] }, want: "'a' | 'b' | null" },
  { name: 'int64', schema: { type: 'integer', format: 'int64' }, want: 'broker.Int64' },
  { name: 'yes_no', schema: { type: ['boolean', 'null'] }, want: 'boolean | null' },
  { name: 'file', schema: { type: 'string', format: 'binary' }, want: 'broker.FileValue' },
  { name: 'level', schema: ref('Level'), want: 'api.Level' },
  { name: 'owner', schema: ref('Owner'), want: 'broker.Serialized<api.Owner>' },
  { name: 'perhaps', schema: ref('Perhaps'), want: 'broker.Serialized<api.Perhaps>' },
  { name: 'names', schema: ref('Names'), want: 'broker.SerializedArray<string>' },
  { name: 'anything', schema: {}, want: 'broker.Serialized<unknown>' },
  { name: 'any_name', schema: ref('Anything'), want: 'broker.Serialized<unknown>' },
  { name: 'list', schema: { type: 'array', items: ref('Owner') }, want: 'broker.SerializedArray<api.Owner>' },
  {
    name: 'nullable_list',
    schema: { type: ['array', 'null'], items: { type: ['string', 'null'] } },
    want: 'broker.SerializedArray<string | null> | null',
  },
  {
    name: 'lists',
    schema: { type: 'array', items: { type: 'array', items: NUMBER } },
    want: 'broker.SerializedArray<number[]>',
  },
  {
    name: 'choice_of_lists',
    schema: {
      oneOf: [
        { type: 'array', items: TEXT },
        { type: 'array', items: ref('Owner') },
      ],
    },
    want: 'broker.Serialized<string[] | api.Owner[]>',
  },
  {
    name: 'tuple',
    schema: { type: 'array', prefixItems: [TEXT, NUMBER], items: false },
    want: 'broker.Serialized<[string, number, ...never[]]>',
  },
  {
    name: 'map',
    schema: { type: 'object', additionalProperties: NUMBER },
    want: 'broker.Serialized<{ [name: string]: number }>',
  },
  {
    name: 'choice_of_types',
    schema: { oneOf: [ref('Owner'), ref('Other')] },
    want: 'broker.Serialized<api.Owner | api.Other>',
  },
  {
    name: 'mixed',
    schema: { oneOf: [TEXT, ref('Owner')] },
    want: 'broker.Serialized<string | api.Owner>',
  },
  { name: 'mixed_scalars', schema: { oneOf: [TEXT, NUMBER] }, want: 'broker.Serialized<string | number>' },
  {
    name: 'null_in_mixed',
    schema: { oneOf: [ref('Owner'), { enum: ['a', null] }] },
    want: "broker.Serialized<api.Owner | 'a' | null>",
  },
  { name: 'with-dash', schema: TEXT, want: 'string' },
];

/** A type with one Property, optional in one and required in the other. */
const nameOf = (name: string, required: string): string => `${required}_${name.replace('-', '_')}`;
const schemas = { ...SCHEMAS };
for (const { name, schema } of ROWS) {
  schemas[nameOf(name, 'Optional')] = { type: 'object', properties: { [name]: schema } };
  schemas[nameOf(name, 'Required')] = { type: 'object', properties: { [name]: schema }, required: [name] };
}
const files = emitTree(openApi({ schemas }));

const SAME = `import * as broker from 'rest-broker/runtime';
import type * as api from './index.js';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same = <A, B>(yes: Same<A, B>): boolean => yes;
export type Door = typeof broker;
`;

test('each Property of a row has the type it is documented to have, derived or written', () => {
  const lines = ROWS.flatMap(({ name, want }) =>
    ['Optional', 'Required'].map((required) => {
      const type = nameOf(name, required);
      return `same<api.${type}Properties, { ${name.replace('-', '_')}?: ${want} | undefined }>(true);\n`;
    }),
  );
  const program = [...files, { path: 'same.ts', content: SAME + lines.join('') }];
  expect(typeCheck(program)).toEqual([]);
});

test('the check sees another type', () => {
  const wrong = `${SAME}same<api.Optional_textProperties, { text?: number | undefined }>(true);\n`;
  expect(typeCheck([...files, { path: 'same.ts', content: wrong }])).toEqual([
    expect.stringMatching(/^same\.ts:6: TS2345 /),
  ]);
});

test.each([
  { name: 'text', derived: true },
  { name: 'owner', derived: true },
  { name: 'nullable_list', derived: true },
  { name: 'perhaps', derived: false },
  { name: 'mixed_scalars', derived: false },
  { name: 'null_in_mixed', derived: false },
  { name: 'with-dash', derived: false },
])('$name is derived: $derived', ({ name, derived }) => {
  const type = nameOf(name, 'Optional');
  const written = fileIn(files, `object-types/${type}.ts`);
  expect(written.includes(`broker.PropertiesOf<${type}>`)).toBe(derived);
});
