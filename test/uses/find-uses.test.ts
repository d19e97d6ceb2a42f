import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ChangedPart } from '../../src/compare/change.js';
import type { ChangeCode } from '../../src/compare/change-kinds.js';
import type { ConnectorUses } from '../../src/uses/connector-uses.js';
import { findUses } from '../../src/uses/find-uses.js';
import type { Use } from '../../src/uses/use.js';
import { usesOf } from '../../src/workspace/sides/uses-of-changes.js';
import { descriptorPath } from '../cli/run-bin.js';
import type { Tree } from '../describe/describe-tree.js';
import { emitTree } from '../emit/emit-tree.js';
import { put, temporaryFolder } from '../workspace/temporary-folder.js';

const TREE = JSON.parse(readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8')) as Tree;
const EMITTED = emitTree(TREE);
const CONNECTOR = Object.fromEntries(EMITTED.map(({ path, content }) => [`generated/nwc/${path}`, content]));
const HEAD = `import { connect, type Task, type TaskProperties } from '../generated/nwc/index.js';
export const nwc = connect(); declare const anything: any; declare const untyped: Record<string, string>;
`;

/** The code from its third line on, and what of the connector it touches: line and column, «?» where only perhaps. */
const rows: { name: string; code: string; want: string[] }[] = [
  {
    name: 'a call, its inputs as properties and in short',
    code: "const status = 'a';\nawait nwc.Tasks.Get_tasks({ status, workflowName: 'x' });",
    want: [
      'object Tasks 4:11',
      'call Tasks.Get_tasks(status, workflowName) 4:7',
      'input Tasks.Get_tasks.status 4:29',
      'input Tasks.Get_tasks.workflowName 4:37',
      'method Tasks.Get_tasks 4:17',
    ],
  },
  {
    name: 'a call without inputs',
    code: 'void nwc.Tasks.Get_tasks();',
    want: ['object Tasks 3:10', 'call Tasks.Get_tasks() 3:6', 'method Tasks.Get_tasks 3:16'],
  },
  {
    name: 'Methods taken out of their SmartObject',
    code: "const { Get_tasks: get, Get_tasks__task_id_ } = nwc.Tasks;\nvoid get({ status: 'a' });\nvoid Get_tasks__task_id_({ task_id: '1' });",
    want: [
      'object Tasks 3:53',
      'call Tasks.Get_tasks(status) 4:6',
      'call Tasks.Get_tasks__task_id_(task_id) 5:6',
      'input Tasks.Get_tasks.status 4:12',
      'input Tasks.Get_tasks__task_id_.task_id 5:28',
      'method Tasks.Get_tasks 3:9',
      'method Tasks.Get_tasks__task_id_ 3:25',
    ],
  },
  {
    name: 'the import of one SmartObject, under another name',
    code: "import { Tasks as Jobs } from '../generated/nwc/object-types/Tasks.js';\nconst jobs = Jobs.connect();\nvoid jobs.Get_tasks({ status: 'a' });",
    want: [
      'call Tasks.Get_tasks(status) 5:6',
      'input Tasks.Get_tasks.status 5:23',
      'method Tasks.Get_tasks 5:11',
      'object Tasks 3:10',
      'object Tasks 3:19',
      'object Tasks 4:14',
    ],
  },
  {
    name: 'a Method handed on as a value',
    code: '[1].map(() => nwc.Tasks.Get_tasks);',
    want: [
      'object Tasks 3:19',
      'call Tasks.Get_tasks(…) 3:15?',
      'method Tasks.Get_tasks 3:25',
      'result Tasks.Get_tasks 3:15?',
    ],
  },
  {
    name: 'what is spread',
    code: "void nwc.Tasks.Get_tasks({ ...untyped });\nconst known = { status: 'a' };\nvoid nwc.Tasks.Get_tasks({ ...known });",
    want: [
      'object Tasks 3:10',
      'object Tasks 5:10',
      'call Tasks.Get_tasks(status) 5:6',
      'call Tasks.Get_tasks(…) 3:6',
      'input Tasks.Get_tasks.status 5:28?',
      'method Tasks.Get_tasks 3:16',
      'method Tasks.Get_tasks 5:16',
    ],
  },
  {
    name: 'inputs that stand elsewhere',
    code: "const inputs = { status: 'a' };\nvoid nwc.Tasks.Get_tasks(inputs);\nvoid nwc.Tasks.Get_tasks(anything);",
    want: [
      'object Tasks 4:10',
      'object Tasks 5:10',
      'call Tasks.Get_tasks(status) 4:6',
      'call Tasks.Get_tasks(…) 5:6',
      'input Tasks.Get_tasks.status 4:26',
      'method Tasks.Get_tasks 4:16',
      'method Tasks.Get_tasks 5:16',
    ],
  },
  {
    name: 'outputs by name, in brackets and apart',
    code: "const got = await nwc.Tasks.Get_tasks__task_id_({ task_id: '1' });\ngot.subject; got['dueDate'];\nconst { message: text, HttpResponseCode } = got;\nvoid [text, HttpResponseCode];",
    want: [
      'object Tasks 3:23',
      'call Tasks.Get_tasks__task_id_(task_id) 3:19',
      'input Tasks.Get_tasks__task_id_.task_id 3:51',
      'method Tasks.Get_tasks__task_id_ 3:29',
      'output Tasks.Get_tasks__task_id_.HttpResponseCode 5:24',
      'output Tasks.Get_tasks__task_id_.dueDate 4:18',
      'output Tasks.Get_tasks__task_id_.message 5:9',
      'output Tasks.Get_tasks__task_id_.subject 4:5',
      'property Task.dueDate 4:18',
      'property Task.message 5:9',
      'property Task.subject 4:5',
    ],
  },
  {
    name: 'the rest of a pattern: whatever was not named',
    code: "const { subject, ...rest } = await nwc.Task.Deserialize({ Serialized_Item__String_: '{}' });\nvoid [subject, rest];",
    want: ['object Task 3:40', 'property Task.subject 3:9', 'property Task.* 3:18?'],
  },
  {
    name: 'rows of all pages',
    code: "for await (const { message } of nwc.Tasks.Get_tasks.pages({ status: 'a' })) void message;",
    want: [
      'object Tasks 3:37',
      'call Tasks.Get_tasks(status) 3:33',
      'input Tasks.Get_tasks.status 3:61',
      'method Tasks.Get_tasks 3:43',
      'property Task.message 3:20',
    ],
  },
  {
    name: 'the answer unserialized, and a type in an annotation',
    code: 'const { data } = await nwc.Tasks.Get_tasks.data();\ndata.tasks.map((each: Task) => each.message);',
    want: [
      'object Tasks 3:28',
      'call Tasks.Get_tasks() 3:24',
      'method Tasks.Get_tasks 3:34',
      'object Task 4:23',
      'output Tasks.Get_tasks.data 3:9',
      'property Task.message 4:37',
      'property TaskList.tasks 4:6',
      'result Tasks.Get_tasks 3:9?',
    ],
  },
  {
    name: 'a helper Method and a nested value',
    code: "nwc.Task.Serialize({ subject: 's' });\nvoid nwc.Tasks.Patch_tasks__task_id_({ task_id: '1', Outcome: { outcome: 'x' } });",
    want: [
      'object Task 3:5',
      'object Tasks 4:10',
      'call Tasks.Patch_tasks__task_id_(Outcome, task_id) 4:6',
      'input Tasks.Patch_tasks__task_id_.Outcome 4:54',
      'input Tasks.Patch_tasks__task_id_.task_id 4:40',
      'literal Task(subject) 3:20',
      'literal TaskCompletion(outcome) 4:63',
      'method Tasks.Patch_tasks__task_id_ 4:16',
      'property Task.subject 3:22',
      'property TaskCompletion.outcome 4:65',
    ],
  },
  {
    name: 'a value handed to what takes anything',
    code: 'export const shown = (task: TaskProperties): string => JSON.stringify(task);',
    want: ['object Task 3:29', 'property Task.* 3:71?'],
  },
  {
    name: 'a result that is given back',
    code: "export const got = () => nwc.Tasks.Get_tasks__task_id_({ task_id: '1' });",
    want: [
      'object Tasks 3:30',
      'call Tasks.Get_tasks__task_id_(task_id) 3:26',
      'input Tasks.Get_tasks__task_id_.task_id 3:58',
      'method Tasks.Get_tasks__task_id_ 3:36',
      'result Tasks.Get_tasks__task_id_ 3:26?',
    ],
  },
  {
    name: 'names alike that mean something else',
    code: "const own = { Tasks: { Get_tasks: (given: { status: string }) => given } };\nown.Tasks.Get_tasks({ status: 'a' });",
    want: [],
  },
];

const files = Object.fromEntries(
  rows.map(({ code }, index) => [`flows/row${index}.ts`, `${HEAD}${code}\nexport {};\n`]),
);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rest-broker-uses-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
put(folder, { ...CONNECTOR, ...files });
const found = await findUses(join(folder, 'flows'), 'test', EMITTED);

/** Everything found in a file behind its head, one line each, in order. */
function linesIn(uses: ConnectorUses, file: string): string[] {
  const spot = ({ place, possible }: Use): string => `${place.line}:${place.column}${possible ? '?' : ''}`;
  const here = ({ place }: Use): boolean => basename(place.document) === file && (place.line ?? 0) > 2;
  const named = (kind: string, known: ReadonlyMap<string, Use[]>): string[] =>
    [...known].flatMap(([name, own]) => own.filter(here).map((use) => `${kind} ${name} ${spot(use)}`));
  const given = (kind: string, known: ConnectorUses['calls']): string[] =>
    [...known].flatMap(([name, own]) =>
      own
        .filter(({ use }) => here(use))
        .map(
          ({ use, names, open }) =>
            `${kind} ${name}(${open ? '…' : [...names].sort().join(', ')}) ${spot(use)}`,
        ),
    );
  const lines = [
    ...given('call', uses.calls),
    ...given('literal', uses.literals),
    ...named('input', uses.inputs),
    ...named('output', uses.outputs),
    ...named('property', uses.properties),
    ...named('method', uses.methods),
    ...named('object', uses.objects),
    ...named('result', uses.results),
  ];
  const whole = lines.map((line) => line.replace(/^property Task\.\w+ (.*\?)$/, 'property Task.* $1'));
  return [...new Set(whole)].sort();
}

describe('what workflow code touches', () => {
  test.each(rows.map((row, index) => ({ ...row, index })))('$name', ({ index, want }) => {
    expect(linesIn(found, `row${index}.ts`)).toEqual([...want].sort());
  });
});

test('a diff against them is told by the lines that it breaks', async () => {
  const uses = (code: ChangeCode, subject: ChangedPart): string[] =>
    usesOf({ code, before: { subject } }, found)
      .filter(({ place }) => /row(?:0|4|6|7)\.ts$/.test(place.document))
      .map(({ place, possible }) => `${basename(place.document)}:${place.line}${possible ? '?' : ''}`);
  const Get_tasks = { object: 'Tasks', method: 'Get_tasks' };
  expect(uses('input-removed', { part: 'input', ...Get_tasks, input: 'workflowName' })).toEqual([
    'row0.ts:4',
    'row4.ts:3?',
    'row6.ts:5?',
  ]);
  expect(uses('input-became-required', { part: 'input', ...Get_tasks, input: 'workflowName' })).toEqual([
    'row4.ts:3?',
    'row6.ts:4',
    'row6.ts:5?',
  ]);
  expect(uses('property-removed', { part: 'property', object: 'Task', property: 'dueDate' })).toEqual([
    'row7.ts:4',
  ]);
  expect(
    uses('output-removed', {
      part: 'output',
      object: 'Tasks',
      method: 'Get_tasks__task_id_',
      output: 'subject',
    }),
  ).toEqual(['row7.ts:4']);
  expect(
    uses('method-removed', { part: 'method', object: 'Tasks', method: 'Patch_tasks__task_id_' }),
  ).toEqual([]);
});

const refused = [
  { name: 'no folder', files: {}, folder: 'nowhere', want: /nowhere': is not a folder/ },
  { name: 'no code', files: { 'a/readme.md': '' }, folder: 'a', want: /holds no TypeScript or JavaScript/ },
  {
    name: 'no connector',
    files: { 'a/a.ts': 'export {};' },
    folder: 'a',
    want: /nothing in it imports a generated connector/,
  },
  {
    name: 'a tsconfig.json that cannot be read',
    files: { 'a/a.ts': '', 'a/tsconfig.json': '{ oops' },
    folder: 'a',
    want: /tsconfig\.json': cannot be read/,
  },
];
test.each(refused)('refused: $name', async ({ files: given, folder: name, want }) => {
  const cwd = temporaryFolder();
  put(cwd, given);
  await expect(findUses(join(cwd, name), 'test', EMITTED)).rejects.toThrow(
    expect.objectContaining({ code: 'USAGE_WRONG', message: expect.stringMatching(want) }),
  );
});

test('paths of the tsconfig.json are followed, JavaScript is read, what was compiled is not', async () => {
  const cwd = temporaryFolder();
  put(cwd, {
    ...CONNECTOR,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { module: 'nodenext', paths: { '#nwc': ['./generated/nwc/index.ts'] } },
    }),
    'flows/a.ts': "import { connect } from '#nwc';\nvoid connect().Tasks.Get_tasks();\n",
    'flows/a.js': "import { connect } from '#nwc';\nvoid connect().Tasks.Get_tasks();\n",
    'flows/b.mjs': "import { connect } from '#nwc';\nvoid connect().Tasks.Get_tasks({ status: 'a' });\n",
  });
  const uses = await findUses(join(cwd, 'flows'), 'test', EMITTED);
  const places = uses.methods.get('Tasks.Get_tasks')?.map(({ place }) => basename(place.document));
  expect(places).toEqual(['a.ts', 'b.mjs']);
  expect(uses.inputs.get('Tasks.Get_tasks.status')).toHaveLength(1);
});

test('the connector was generated again: the code is read against the one before', async () => {
  const cwd = temporaryFolder();
  const { definitions = {}, ...rest } = TREE as Tree & { paths: Tree };
  const after = emitTree({ ...rest, definitions, paths: { '/instances': rest.paths['/instances'] ?? {} } });
  put(cwd, Object.fromEntries(after.map(({ path, content }) => [`generated/nwc/${path}`, content])));
  put(cwd, {
    'flows/a.ts':
      "import { connect } from '../generated/nwc/index.js';\nimport { Tasks } from '../generated/nwc/object-types/Tasks.js';\nvoid connect().Tasks.Get_tasks({ status: 'a' });\nvoid Tasks;\n",
  });
  const uses = await findUses(join(cwd, 'flows'), 'test', EMITTED);
  const lines = (name: string): unknown[] => (uses.inputs.get(name) ?? []).map(({ place }) => place.line);
  expect(after.map(({ path }) => path)).not.toContain('object-types/Tasks.ts');
  expect(lines('Tasks.Get_tasks.status')).toEqual([3]);
  expect(uses.objects.get('Tasks')?.map(({ place }) => place.line)).toEqual([2, 3, 4]);
});
