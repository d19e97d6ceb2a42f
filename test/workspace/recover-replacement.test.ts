import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OutputError } from '../../src/base/errors.js';
import { planReplacement } from '../../src/workspace/plan-replacement.js';
import { recoverReplacement } from '../../src/workspace/recover-replacement.js';
import { replaceFiles } from '../../src/workspace/replace-files.js';
import { stagingOf } from '../../src/workspace/replacement-journal.js';
import { discard, rollBack, rollForward, type Steps, stage } from '../../src/workspace/replacement-steps.js';
import { isOurs, setOf } from './replacing-sets.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

const CHILD = fileURLToPath(new URL('./replacing-child.ts', import.meta.url));
const FOREIGN = { 'nwc/notes.md': 'mine', 'nwc/object-types/mine.ts': 'mine' };

/** A folder `nwc` that holds a whole set and files of somebody else; gives its parent. */
async function arranged(which: 'old' | 'new' = 'old'): Promise<string> {
  const root = temporaryFolder();
  put(root, FOREIGN);
  await replaceFiles(join(root, 'nwc'), setOf(which), isOurs);
  return root;
}

/** After so many steps the journal is written and nothing has moved yet. */
const STAGED = 10;
const OLD = snapshotOf('old');
const NEW = snapshotOf('new');

function snapshotOf(which: 'old' | 'new'): Record<string, string> {
  const found: Record<string, string> = {
    nwc: '/',
    'nwc/object-types': '/',
    [`nwc/${which}-only`]: '/',
    [`nwc/${which}-only/deep`]: '/',
    ...FOREIGN,
  };
  for (const { path, content } of setOf(which)) found[`nwc/${path}`] = content;
  return found;
}

/** Takes so many steps of a replacement of the old set by the new one; false when it was done before. */
function takeSome(
  root: string,
  count: number,
  parts: (staging: string, folder: string) => readonly Steps[],
): boolean {
  const folder = join(root, 'nwc');
  let left = count;
  for (const part of parts(stagingOf(root, 'nwc'), folder)) {
    while (part.next().done !== true) if (--left === 0) return true;
  }
  return false;
}

function forward(root: string): (staging: string, folder: string) => readonly Steps[] {
  const plan = planReplacement(join(root, 'nwc'), setOf('new'), isOurs);
  return (staging, folder) => [
    stage(staging, plan),
    rollForward(staging, folder, plan.journal),
    discard(staging),
  ];
}

describe('recoverReplacement', () => {
  test('ends in the old state or the new one, wherever the replacement was cut off', async () => {
    const seen = new Set<string>();
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      if (!takeSome(root, steps, forward(root))) break;
      const [recovery] = await recoverReplacement(root);
      const outcome = recovery?.outcome ?? 'nothing to do';
      seen.add(outcome);
      const want = outcome === 'dropped' && steps < STAGED ? OLD : NEW;
      expect(snapshot(root), `after ${steps} steps: ${outcome}`).toEqual(want);
    }
    expect([...seen]).toEqual(['dropped', 'finished', 'nothing to do']);
  });

  test('ends in the old state or the new one, wherever the way back was cut off', async () => {
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      const plan = planReplacement(join(root, 'nwc'), setOf('new'), isOurs);
      takeSome(root, Infinity, (staging, folder) => [
        stage(staging, plan),
        rollForward(staging, folder, plan.journal),
      ]);
      if (!takeSome(root, steps, (staging, folder) => [rollBack(staging, folder, plan.journal)])) break;
      await recoverReplacement(root);
      expect(snapshot(root), `after ${steps} steps back`).toEqual(NEW);
    }
  });

  test('the way back alone restores everything, wherever it begins', async () => {
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      const plan = planReplacement(join(root, 'nwc'), setOf('new'), isOurs);
      takeSome(root, Infinity, (staging) => [stage(staging, plan)]);
      const more = takeSome(root, steps, (staging, folder) => [rollForward(staging, folder, plan.journal)]);
      takeSome(root, Infinity, (staging, folder) => [
        rollBack(staging, folder, plan.journal),
        discard(staging),
      ]);
      expect(snapshot(root), `begun after ${steps} steps`).toEqual(OLD);
      if (!more) break;
    }
  });

  test.each([
    { name: 'a foreign file took the place of one of ours', path: 'nwc/object-types/tasks.ts' },
    { name: 'a foreign file took the place of a left-over one', path: 'nwc/old-only/a.ts' },
    { name: 'a foreign file came where a new one goes', path: 'nwc/new-only/a.ts' },
  ])('goes back when since then $name', async ({ path }) => {
    const root = await arranged();
    takeSome(root, STAGED, forward(root));
    put(root, { [path]: 'mine' });
    const folders = path === 'nwc/new-only/a.ts' ? { 'nwc/new-only': '/' } : {};
    expect(await recoverReplacement(root)).toEqual([{ folder: 'nwc', outcome: 'undone' }]);
    expect(snapshot(root)).toEqual({ ...OLD, ...folders, [path]: 'mine' });
  });

  test('goes back when a staged file lost its bytes', async () => {
    const root = await arranged();
    takeSome(root, 14, forward(root));
    writeFileSync(join(stagingOf(root, 'nwc'), 'new/4'), '');
    expect(await recoverReplacement(root)).toEqual([{ folder: 'nwc', outcome: 'undone' }]);
    expect(snapshot(root)).toEqual(OLD);
  });

  test('the next replacement begins by recovering', async () => {
    const root = await arranged();
    takeSome(root, 15, forward(root));
    const done = await replaceFiles(join(root, 'nwc'), setOf('new'), isOurs);
    expect(done.written).toEqual([]);
    expect(snapshot(root)).toEqual(NEW);
  });

  test('has nothing to do in a folder that is not there', async () => {
    expect(await recoverReplacement(join(temporaryFolder(), 'generated'))).toEqual([]);
  });
});

describe('recoverReplacement trusts no staging folder it finds', () => {
  const journal = (path: string): string =>
    JSON.stringify({
      version: 1,
      folders: [],
      removals: [],
      moves: [{ path, replaces: null, becomes: 'x' }],
    });
  const hostile: readonly { name: string; arrange: (root: string, staging: string) => void }[] = [
    { name: 'no JSON', arrange: (_root, staging) => put(staging, { 'journal.json': '{' }) },
    {
      name: 'another version',
      arrange: (_root, staging) => put(staging, { 'journal.json': '{"version":2}' }),
    },
    {
      name: 'a path outside',
      arrange: (_root, staging) => put(staging, { 'journal.json': journal('../../x'), 'new/0': 'evil' }),
    },
    {
      name: 'an absolute path',
      arrange: (_root, staging) => put(staging, { 'journal.json': journal('/tmp/x'), 'new/0': 'evil' }),
    },
    {
      name: 'a link for a staging folder',
      arrange: (root, staging) => {
        put(root, { 'else/journal.json': journal('x') });
        symlinkSync('else', staging);
      },
    },
    {
      name: 'a link for saved files',
      arrange: (root, staging) => {
        put(root, { 'else/0': 'x' });
        put(staging, { 'journal.json': journal('x') });
        symlinkSync('../else', join(staging, 'new'));
      },
    },
    {
      name: 'a link on the way',
      arrange: (root, staging) => {
        mkdirSync(join(root, 'else'));
        mkdirSync(join(root, 'nwc'));
        symlinkSync('../else', join(root, 'nwc/a'));
        put(staging, { 'journal.json': journal('a/b'), 'new/0': 'evil', 'old/0': 'evil' });
      },
    },
  ];
  test.each(hostile)('$name', async ({ arrange }) => {
    const root = temporaryFolder();
    arrange(root, stagingOf(root, 'nwc'));
    const before = snapshot(root);
    const recovery = recoverReplacement(root);
    await expect(recovery).rejects.toBeInstanceOf(OutputError);
    await expect(recovery).rejects.toMatchObject({ code: 'OUTPUT_REFUSED' });
    expect(snapshot(root)).toEqual(before);
  });
});

describe('a process that is killed', () => {
  test.each([3, 8, 12, 14, 17, 21])('after %i changes leaves what can be recovered', async (steps) => {
    const root = await arranged();
    const child = execFile(process.execPath, [
      '--import',
      'tsx',
      CHILD,
      join(root, 'nwc'),
      '1',
      String(steps),
    ]);
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    await recoverReplacement(root);
    expect([OLD, NEW]).toContainEqual(snapshot(root));
  });

  test('at any moment leaves what can be recovered, and its lock holds nobody up', async () => {
    for (const afterMs of [0, 1, 2, 5, 9, 14]) {
      const root = await arranged();
      const child = spawn(process.execPath, ['--import', 'tsx', CHILD, join(root, 'nwc'), '100000']);
      await once(child.stdout, 'data');
      await sleep(afterMs);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await recoverReplacement(root);
      rmSync(join(root, '.rest-broker-lock'), { force: true });
      expect([OLD, NEW], `killed after ${afterMs} ms`).toContainEqual(snapshot(root));
      const start = Date.now();
      await replaceFiles(join(root, 'nwc'), setOf('old'), isOurs);
      expect(Date.now() - start).toBeLessThan(2_000);
      expect(snapshot(root)).toEqual(OLD);
    }
  });
});
