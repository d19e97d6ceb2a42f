/**
 * Replaces files until it is killed or told to stop: `replacing-child.ts <folder> <rounds> [<steps>]`. Odd
 * rounds write one set, even rounds the other. With `steps` it kills itself after so many changes to the disk.
 */
import { basename, dirname } from 'node:path';
import { changeOf, rollForward, stage, tidyUp } from '../../../src/workspace/folders/change-steps.js';
import { planReplacement, seenFromAbove } from '../../../src/workspace/folders/plan-replacement.js';
import { isOurs, replaceIn, setOf } from './replacing-sets.js';

const [, , folder = '', rounds = '1', steps] = process.argv;

if (steps === undefined) {
  for (let round = 1; round <= Number(rounds); round++) {
    await replaceIn(folder, setOf(round % 2 === 1 ? 'new' : 'old'));
    if (round === 1) process.stdout.write('started\n');
  }
} else {
  const root = dirname(folder);
  const plan = planReplacement(folder, setOf('new'), isOurs);
  const change = changeOf(root, [{ folder: root, plan: seenFromAbove(basename(folder), plan) }]);
  if (change === undefined) throw new Error('there is nothing to do');
  let left = Number(steps);
  for (const part of [stage(change), rollForward(root, change.journal), tidyUp(root, change.journal)]) {
    while (part.next().done !== true) if (--left === 0) process.kill(process.pid, 'SIGKILL');
  }
}
