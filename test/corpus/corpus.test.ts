import { afterAll, beforeAll, expect, test } from 'vitest';
import { CorpusFolder, descriptorOf, type Ran } from './corpus-folder.js';

const YAML = `swagger: '2.0'
info: { title: Old, version: '1' }
paths:
  /tasks:
    get: { responses: { 200: { description: Done, schema: { $ref: '#/definitions/Task' } } } }
definitions:
  Task: { type: object, properties: { id: { type: integer, format: int64 } } }
`;

const WHAT_ENDS = '^(?!endless)';
let folder: CorpusFolder;
let first: Ran;

beforeAll(async () => {
  folder = await CorpusFolder.make();
  await folder.writeDescriptor('fine.json', descriptorOf('Fine'));
  await folder.writeDescriptor('deep/old.yaml', YAML);
  await folder.writeDescriptor('refused.json', descriptorOf('Refused', '9.9'));
  await folder.writeDescriptor('throws.json', descriptorOf('Throws'));
  await folder.writeDescriptor('hungry.json', descriptorOf('Hungry'));
  await folder.writeDescriptor('wrong.json', descriptorOf('Wrong'));
  await folder.writeDescriptor('endless.json', descriptorOf('Endless'));
  await folder.writeDescriptor('notes.json', '{ "title": "No descriptor" }');
  await folder.writeDescriptor('package.json', '{ "openapi": "3.0.3" }');
  await folder.writeDescriptor('node_modules/other.json', descriptorOf('Other'));
  first = await folder.run('--only', WHAT_ENDS, '--memory', '512');
}, 120_000);

afterAll(() => folder.remove());

test('the table counts what became of each descriptor', async () => {
  expect(first.stdout.split('\n').slice(0, 2)).toEqual([
    '             descriptors  generated  refused  crashed  does not compile',
    'descriptors            6          2        1        2                 1',
  ]);
  expect(first.code).toBe(1);
  expect(await folder.emitted()).toEqual(['Fine', 'Hungry', 'Old', 'Throws', 'Wrong']);
});

test.each([
  {
    name: 'what does not compile, with the emitted line',
    want: /wrong\.json\n {4}wrong\.ts:1: TS2322 Type 'string' is not assignable to type 'number'\.\n {4}> export const count/,
  },
  { name: 'what crashed', want: /throws\.json\n {4}at .*: TypeError: made to throw/ },
  {
    name: 'what wanted too much memory',
    want: /hungry\.json\n {4}More memory wanted than 512 MiB, generating/,
  },
  { name: 'what was refused', want: /refused\.json\n {4}.*9\.9/ },
])('it names $name', ({ want }) => expect(first.stdout).toMatch(want));

test('nothing is drawn on a pipe', () => expect(first.stderr).toBe(''));

test('a later run takes up what is known, but for crashes', async () => {
  await folder.cutResults();
  await folder.writeDescriptor('fine.json', `${descriptorOf('Fine')}\n`);
  const again = await folder.run('--only', WHAT_ENDS, '--memory', '512');
  expect(again.stdout).toBe(first.stdout);
  expect(await folder.emitted()).toEqual(['Fine', 'Hungry', 'Throws']);
}, 120_000);

test('--fresh starts over, and --json prints all there is to know', async () => {
  const fresh = await folder.run('--fresh', '--json', '--only', '^(fine|wrong)');
  expect(await folder.emitted()).toEqual(['Fine', 'Wrong']);
  expect(JSON.parse(fresh.stdout)).toMatchObject({
    groups: [{ group: 'descriptors', descriptors: 2, generated: 1, 'not-compiling': 1 }],
    failing: [{ file: 'wrong.json', status: 'not-compiling', findings: [{ at: 'wrong.ts:1' }] }],
  });
}, 120_000);

test('a descriptor without an end is stopped and counts as crashed', async () => {
  const endless = await folder.run('--only', '^endless', '--timeout', '1');
  expect(endless.stdout).toMatch(/endless\.json\n {4}Not done after 1 s, generating/);
}, 120_000);

test('nothing to measure ends with code 2', async () => {
  const { code, stderr } = await folder.run('--only', 'nothing');
  expect(stderr).toBe('corpus: no descriptor was found. Name another folder, or another --only\n');
  expect(code).toBe(2);
}, 120_000);
