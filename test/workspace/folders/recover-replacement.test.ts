import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OutputError } from '../../../src/base/errors.js';
import {
  type Change,
  changeOf,
  rollBack,
  rollForward,
  stage,
  tidyUp,
} from '../../../src/workspace/folders/change-steps.js';
import { planReplacement, seenFromAbove } from '../../../src/workspace/folders/plan-replacement.js';
import { recoverReplacement } from '../../../src/workspace/folders/recover-replacement.js';
import { journalFile, stagingOf } from '../../../src/workspace/folders/replacement-journal.js';
import type { Steps } from '../../../src/workspace/folders/replacement-steps.js';
import { put, snapshot, temporaryFolder } from '../temporary-folder.js';
import { isOurs, replaceIn, setOf } from './replacing-sets.js';

const CHILD = fileURLToPath(new URL('./replacing-child.ts', import.meta.url));
const FOREIGN = { 'nwc/notes.md': 'mine', 'nwc/object-types/mine.ts': 'mine' };

/** A folder `nwc` that holds a whole set and files of somebody else; gives its parent. */
async function arranged(which: 'old' | 'new' = 'old'): Promise<string> {
  const root = temporaryFolder();
  put(root, FOREIGN);
  await replaceIn(join(root, 'nwc'), setOf(which));
  return root;
}

/** After so many steps the journal says that the change is committed, and nothing has moved yet. */
const STAGED = 12;
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
  for (const { path, bytes } of setOf(which)) found[`nwc/${path}`] = bytes.toString();
  return found;
}

/** Takes so many steps of a change; false when it was done before. */
function takeSome(count: number, parts: readonly Steps[]): boolean {
  let left = count;
  for (const part of parts) {
    while (part.next().done !== true) if (--left === 0) return true;
  }
  return false;
}

/** The replacement of the old set by the new one. */
function replacementIn(root: string): Change {
  const plan = planReplacement(join(root, 'nwc'), setOf('new'), isOurs);
  const change = changeOf(root, [{ folder: root, plan: seenFromAbove('nwc', plan) }]);
  if (change === undefined) throw new Error('there is nothing to do');
  return change;
}

function forward(root: string): readonly Steps[] {
  const change = replacementIn(root);
  return [stage(change), rollForward(root, change.journal), tidyUp(root, change.journal)];
}

describe('recoverReplacement', () => {
  test('ends in the old state or the new one, wherever the replacement was cut off', async () => {
    const seen = new Set<string>();
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      if (!takeSome(steps, forward(root))) break;
      const outcome = (await recoverReplacement(root)) ?? 'nothing to do';
      seen.add(outcome);
      const want = outcome === 'dropped' && steps < STAGED ? OLD : NEW;
      expect(snapshot(root), `after ${steps} steps: ${outcome}`).toEqual(want);
    }
    expect([...seen]).toEqual(['dropped', 'finished', 'nothing to do']);
  });

  test('ends in the old state or the new one, wherever the way back was cut off', async () => {
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      const change = replacementIn(root);
      takeSome(Infinity, [stage(change), rollForward(root, change.journal)]);
      if (!takeSome(steps, [rollBack(root, change.journal)])) break;
      await recoverReplacement(root);
      expect(snapshot(root), `after ${steps} steps back`).toEqual(NEW);
    }
  });

  test('the way back alone restores everything, wherever it begins', async () => {
    for (let steps = 1; ; steps++) {
      const root = await arranged();
      const change = replacementIn(root);
      takeSome(Infinity, [stage(change)]);
      const more = takeSome(steps, [rollForward(root, change.journal)]);
      takeSome(Infinity, [rollBack(root, change.journal), tidyUp(root, change.journal)]);
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
    takeSome(STAGED, forward(root));
    put(root, { [path]: 'mine' });
    const folders = path === 'nwc/new-only/a.ts' ? { 'nwc/new-only': '/' } : {};
    expect(await recoverReplacement(root)).toBe('undone');
    expect(snapshot(root)).toEqual({ ...OLD, ...folders, [path]: 'mine' });
  });

  test('goes back when a staged file lost its bytes', async () => {
    const root = await arranged();
    takeSome(STAGED + 4, forward(root));
    writeFileSync(join(stagingOf(root), 'new/4'), '');
    expect(await recoverReplacement(root)).toBe('undone');
    expect(snapshot(root)).toEqual(OLD);
  });

  test('the next replacement begins by recovering', async () => {
    const root = await arranged();
    takeSome(STAGED + 5, forward(root));
    const done = await replaceIn(join(root, 'nwc'), setOf('new'));
    expect(done.written).toEqual([]);
    expect(snapshot(root)).toEqual(NEW);
  });

  test('has nothing to do in a folder that is not there', async () => {
    expect(await recoverReplacement(join(temporaryFolder(), 'generated'))).toBeUndefined();
  });
});

describe('recoverReplacement trusts no staging folder it finds', () => {
  const journal = (path: string, folder = ''): string =>
    JSON.stringify({
      version: 2,
      token: 'x',
      state: 'committed',
      folders: [{ folder, folders: [], removals: [], moves: [{ path, replaces: null, becomes: 'x' }] }],
    });
  const hostile: readonly { name: string; text: string; arrange?: (root: string) => void }[] = [
    { name: 'no JSON', text: '{' },
    { name: 'another version', text: '{"version":1}' },
    { name: 'a path outside', text: journal('../../x') },
    { name: 'an absolute path', text: journal('/tmp/x') },
    { name: 'a folder outside', text: journal('x', '../else') },
    { name: 'an absolute folder without the token', text: journal('x', '/tmp') },
    {
      name: 'a folder that a link leads to',
      text: journal('x', 'linked'),
      arrange: (root) => symlinkSync(temporaryFolder(), join(root, 'linked')),
    },
    { name: 'a folder of version control', text: journal('x', '.git/hooks') },
    {
      name: 'a link for a staging folder',
      text: journal('x'),
      arrange: (root) => {
        rmSync(stagingOf(root), { recursive: true });
        mkdirSync(join(root, 'else/new'), { recursive: true });
        symlinkSync('else', stagingOf(root));
      },
    },
    {
      name: 'a link for saved files',
      text: journal('x'),
      arrange: (root) => {
        put(root, { 'else/0': 'x' });
        rmSync(join(stagingOf(root), 'new'), { recursive: true });
        symlinkSync('../else', join(stagingOf(root), 'new'));
      },
    },
    {
      name: 'a link on the way',
      text: journal('a/b'),
      arrange: (root) => {
        mkdirSync(join(root, 'else'));
        symlinkSync('else', join(root, 'a'));
      },
    },
  ];
  test.each(hostile)('$name', async ({ text, arrange }) => {
    const root = temporaryFolder();
    put(stagingOf(root), { 'new/0': 'evil', token: 'x' });
    writeFileSync(journalFile(root), text);
    arrange?.(root);
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
      await replaceIn(join(root, 'nwc'), setOf('old'));
      expect(Date.now() - start).toBeLessThan(2_000);
      expect(snapshot(root)).toEqual(OLD);
    }
  });
});
