import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OutputError } from '../../../src/base/errors.js';
import { carryOut } from '../../../src/workspace/folders/carry-out.js';
import { planReplacement, seenFromAbove } from '../../../src/workspace/folders/plan-replacement.js';
import { replaceFiles } from '../../../src/workspace/folders/replace-files.js';
import { type WantedFile, wantedFile } from '../../../src/workspace/folders/wanted-file.js';
import { put, snapshot, temporaryFolder } from '../temporary-folder.js';
import { isOurs, replaceIn } from './replacing-sets.js';

const ours = (text: string): string => `// ours\n${text}\n`;
const file = (path: string, text = path): WantedFile => wantedFile({ path, content: ours(text) });

async function refusal(act: Promise<unknown> | (() => unknown)): Promise<OutputError> {
  try {
    await (typeof act === 'function' ? act() : act);
  } catch (error) {
    if (error instanceof OutputError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('replaceFiles', () => {
  test('makes the folder and its parents', async () => {
    const root = temporaryFolder();
    const done = await replaceIn(join(root, 'generated/nwc'), [file('index.ts'), file('a/b/c.ts')]);
    expect(done).toEqual({ written: ['a/b/c.ts', 'index.ts'], unchanged: [], removed: [] });
    expect(snapshot(root)).toEqual({
      generated: '/',
      'generated/nwc': '/',
      'generated/nwc/a': '/',
      'generated/nwc/a/b': '/',
      'generated/nwc/a/b/c.ts': ours('a/b/c.ts'),
      'generated/nwc/index.ts': ours('index.ts'),
    });
  });

  test('writes what differs, keeps what is the same and what is foreign, removes the rest with its folders', async () => {
    const root = temporaryFolder();
    put(root, {
      'nwc/same.ts': ours('same.ts'),
      'nwc/other.ts': ours('old'),
      'nwc/gone/deep/left.ts': ours('left'),
      'nwc/half/left.ts': ours('left'),
      'nwc/half/notes.md': 'mine',
      'nwc/node_modules/x/index.ts': ours('installed'),
    });
    utimesSync(join(root, 'nwc/same.ts'), 1000, 1000);
    const done = await replaceIn(join(root, 'nwc'), [file('same.ts'), file('other.ts'), file('new.ts')]);
    expect(done).toEqual({
      written: ['new.ts', 'other.ts'],
      unchanged: ['same.ts'],
      removed: ['gone/deep/left.ts', 'half/left.ts'],
    });
    expect(statSync(join(root, 'nwc/same.ts')).mtimeMs).toBe(1_000_000);
    expect(snapshot(root)).toEqual({
      nwc: '/',
      'nwc/half': '/',
      'nwc/half/notes.md': 'mine',
      'nwc/new.ts': ours('new.ts'),
      'nwc/node_modules': '/',
      'nwc/node_modules/x': '/',
      'nwc/node_modules/x/index.ts': ours('installed'),
      'nwc/other.ts': ours('other.ts'),
      'nwc/same.ts': ours('same.ts'),
    });
  });

  test('removes the folder itself when nothing is wanted and nothing foreign is in it', async () => {
    const root = temporaryFolder();
    put(root, { 'nwc/index.ts': ours('x'), 'nwc/a/b.ts': ours('x') });
    expect((await replaceIn(join(root, 'nwc'), [])).removed).toEqual(['a/b.ts', 'index.ts']);
    expect(snapshot(root)).toEqual({});
  });

  test('replaces a file of ours by a folder of the same name', async () => {
    const root = temporaryFolder();
    put(root, { 'nwc/task': ours('x') });
    await replaceIn(join(root, 'nwc'), [file('task/index.ts')]);
    expect(snapshot(root)).toEqual({ nwc: '/', 'nwc/task': '/', 'nwc/task/index.ts': ours('task/index.ts') });
  });

  test('does nothing the second time', async () => {
    const root = temporaryFolder();
    const files = [file('index.ts'), file('a/b.ts')];
    await replaceIn(join(root, 'nwc'), files);
    const before = statSync(join(root, 'nwc')).mtimeMs;
    const again = await replaceIn(join(root, 'nwc'), files);
    expect(again).toEqual({ written: [], unchanged: ['a/b.ts', 'index.ts'], removed: [] });
    expect(statSync(join(root, 'nwc')).mtimeMs).toBe(before);
  });

  test('many at once in one process do not disturb each other', async () => {
    const root = temporaryFolder();
    const folders = Array.from({ length: 8 }, (_, i) => join(root, `c${i % 2}`));
    await Promise.all(
      folders.map((folder, i) => replaceIn(folder, [file('a.ts', `${i}`), file('b.ts', `${i}`)])),
    );
    for (const folder of ['c0', 'c1']) {
      expect(readFileSync(join(root, folder, 'a.ts'), 'utf8')).toBe(
        readFileSync(join(root, folder, 'b.ts'), 'utf8'),
      );
    }
    expect(Object.keys(snapshot(root))).toEqual(['c0', 'c0/a.ts', 'c0/b.ts', 'c1', 'c1/a.ts', 'c1/b.ts']);
  });
});

describe('replaceFiles refuses and changes nothing', () => {
  const inTheWay: readonly {
    name: string;
    arrange: (root: string) => void;
    files: WantedFile[];
    names: string;
  }[] = [
    {
      name: 'a foreign file',
      arrange: (root) => put(root, { 'nwc/index.ts': 'mine' }),
      files: [file('index.ts')],
      names: 'nwc/index.ts',
    },
    {
      name: 'a foreign file where a folder must be',
      arrange: (root) => put(root, { 'nwc/a': 'mine' }),
      files: [file('a/b.ts')],
      names: 'nwc/a',
    },
    {
      name: 'a folder',
      arrange: (root) => put(root, { 'nwc/index.ts/x.ts': 'mine' }),
      files: [file('index.ts')],
      names: 'nwc/index.ts',
    },
    {
      name: 'a file in place of the folder',
      arrange: (root) => put(root, { nwc: 'mine' }),
      files: [file('index.ts')],
      names: 'nwc',
    },
    {
      name: 'a link at a file',
      arrange: (root) => {
        put(root, { 'out.ts': ours('x'), 'nwc/z.ts': ours('z') });
        symlinkSync('../out.ts', join(root, 'nwc/index.ts'));
      },
      files: [file('index.ts')],
      names: 'nwc/index.ts',
    },
    {
      name: 'a link at a folder above',
      arrange: (root) => {
        put(root, { 'out/b.ts': ours('x'), 'nwc/z.ts': ours('z') });
        symlinkSync('../out', join(root, 'nwc/a'));
      },
      files: [file('a/b.ts')],
      names: 'nwc/a',
    },
    {
      name: 'a link at the folder itself',
      arrange: (root) => {
        put(root, { 'out/index.ts': ours('x') });
        symlinkSync('out', join(root, 'nwc'));
      },
      files: [file('index.ts')],
      names: 'nwc',
    },
    {
      name: 'a dangling link',
      arrange: (root) => {
        mkdirSync(join(root, 'nwc'));
        symlinkSync('../nowhere.ts', join(root, 'nwc/index.ts'));
      },
      files: [file('index.ts')],
      names: 'nwc/index.ts',
    },
  ];
  test.each(inTheWay)('$name in the way', async ({ arrange, files, names }) => {
    const root = temporaryFolder();
    arrange(root);
    const before = snapshot(root);
    const error = await refusal(replaceIn(join(root, 'nwc'), [file('aaa.ts'), ...files]));
    expect(error.code).toBe('OUTPUT_REFUSED');
    expect(error.message).toContain(`'${join(root, names)}' stands where a generated file must go`);
    expect(snapshot(root)).toEqual(before);
  });

  test('follows no link to find left-over files', async () => {
    const root = temporaryFolder();
    put(root, { 'out/left.ts': ours('x'), 'nwc/index.ts': ours('x') });
    symlinkSync('../out', join(root, 'nwc/link'));
    expect((await replaceIn(join(root, 'nwc'), [file('index.ts')])).removed).toEqual([]);
    expect(readFileSync(join(root, 'out/left.ts'), 'utf8')).toBe(ours('x'));
  });

  test.each([
    '',
    '../x.ts',
    'a/../../x.ts',
    '/etc/x.ts',
    'C:/x.ts',
    'a\\b.ts',
    'a//b.ts',
    './a.ts',
    'NUL.ts',
    'x/com1',
    'a.ts:s',
    'a.',
    'a\u0000b',
    '.git/config',
    'a/node_modules/b.ts',
    '.rest-broker-lock',
  ])('the path %j', async (path) => {
    const root = temporaryFolder();
    const error = await refusal(replaceIn(join(root, 'deep/nwc'), [file('ok.ts'), file(path)]));
    expect(error.code).toBe('OUTPUT_REFUSED');
    expect(snapshot(root)).toEqual({});
  });

  test.each([
    { name: 'twice the same', paths: ['a.ts', 'a.ts'] },
    { name: 'alike but for case', paths: ['Task.ts', 'task.ts'] },
    { name: 'a file that is also a folder', paths: ['task', 'Task/x.ts'] },
  ])('paths that clash: $name', async ({ paths }) => {
    const root = temporaryFolder();
    const error = await refusal(
      replaceIn(
        join(root, 'nwc'),
        paths.map((path) => file(path)),
      ),
    );
    expect(error.message).toContain('cannot stand side by side');
    expect(snapshot(root)).toEqual({});
  });

  test('a parent that is a file', async () => {
    const root = temporaryFolder();
    put(root, { generated: 'mine' });
    const error = await refusal(replaceIn(join(root, 'generated/nwc'), [file('index.ts')]));
    expect(error.message).toContain('could not be written');
    expect(snapshot(root)).toEqual({ generated: 'mine' });
  });
});

describe('carryOut rolls back', () => {
  const OLD = {
    'nwc/b.ts': ours('old b'),
    'nwc/c/c.ts': ours('old c'),
    'nwc/left/l.ts': ours('left'),
    'nwc/z.ts': ours('z'),
  };
  const NEW = [file('a/a.ts'), file('b.ts'), file('c/c.ts'), file('x.ts'), file('z.ts', 'z')];
  test.each([
    { name: 'a folder came where a new file goes', meddle: (nwc: string) => mkdirSync(join(nwc, 'x.ts')) },
    {
      name: 'a file came where a new file goes',
      meddle: (nwc: string) => writeFileSync(join(nwc, 'x.ts'), 'mine'),
    },
    {
      name: 'a file came where a new folder goes',
      meddle: (nwc: string) => writeFileSync(join(nwc, 'a'), 'mine'),
    },
    {
      name: 'a folder came where an old file stood',
      meddle: (nwc: string) => {
        rmSync(join(nwc, 'c/c.ts'));
        put(nwc, { 'c/c.ts/mine.md': 'mine' });
      },
    },
  ])('when $name', async ({ meddle }) => {
    const root = temporaryFolder();
    put(root, OLD);
    const plan = planReplacement(join(root, 'nwc'), NEW, isOurs);
    meddle(join(root, 'nwc'));
    const before = snapshot(root);
    const error = await refusal(() => carryOut(root, [{ folder: root, plan: seenFromAbove('nwc', plan) }]));
    expect(error.code).toBe('OUTPUT_REFUSED');
    expect(snapshot(root)).toEqual(before);
  });

  test('when staging fails, the old files stay', async () => {
    const root = temporaryFolder();
    put(root, OLD);
    const plan = planReplacement(join(root, 'nwc'), NEW, isOurs);
    const unstageable = { ...plan, staged: plan.staged.map((one) => ({ ...one, mode: Number.NaN })) };
    const before = snapshot(root);
    await refusal(() => carryOut(root, [{ folder: root, plan: seenFromAbove('nwc', unstageable) }]));
    expect(snapshot(root)).toEqual(before);
  });
});

describe('several folders', () => {
  test('one that is refused keeps all as they were', async () => {
    const root = temporaryFolder();
    put(root, { 'a/old.ts': ours('old'), 'b/index.ts': 'mine' });
    const before = snapshot(root);
    const folders = ['a', 'b'].map((name) => ({ name, files: [file('index.ts')] }));
    await refusal(replaceFiles(root, folders, isOurs));
    expect(snapshot(root)).toEqual(before);
  });

  test('are told of one by one', async () => {
    const root = temporaryFolder();
    put(root, { 'a/old.ts': ours('old') });
    const folders = ['a', 'b'].map((name) => ({ name, files: [file('index.ts', name)] }));
    expect(await replaceFiles(root, folders, isOurs)).toEqual([
      { written: ['index.ts'], unchanged: [], removed: ['old.ts'] },
      { written: ['index.ts'], unchanged: [], removed: [] },
    ]);
  });
});

test('2,000 files cost less than a second of our own CPU', async () => {
  const root = temporaryFolder();
  const files = Array.from({ length: 2_000 }, (_, i) => file(`object-types/o${i}.ts`, 'x'.repeat(4_000) + i));
  const start = process.cpuUsage();
  await replaceIn(join(root, 'nwc'), files);
  // What the system takes for writing them is told by whoever else uses the disk.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_000);
});
