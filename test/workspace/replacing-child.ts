/**
 * Replaces files until it is killed or told to stop: `replacing-child.ts <folder> <rounds> [<steps>]`. Odd
 * rounds write one set, even rounds the other. With `steps` it kills itself after so many changes to the disk.
 */
import { basename, dirname } from 'node:path';
import { planReplacement } from '../../src/workspace/plan-replacement.js';
import { replaceFiles } from '../../src/workspace/replace-files.js';
import { stagingOf } from '../../src/workspace/replacement-journal.js';
import { discard, rollForward, stage } from '../../src/workspace/replacement-steps.js';
import { isOurs, setOf } from './replacing-sets.js';

const [, , folder = '', rounds = '1', steps] = process.argv;

if (steps === undefined) {
  for (let round = 1; round <= Number(rounds); round++) {
    await replaceFiles(folder, setOf(round % 2 === 1 ? 'new' : 'old'), isOurs);
    if (round === 1) process.stdout.write('started\n');
  }
} else {
  const plan = planReplacement(folder, setOf('new'), isOurs);
  const staging = stagingOf(dirname(folder), basename(folder));
  let left = Number(steps);
  for (const part of [stage(staging, plan), rollForward(staging, folder, plan.journal), discard(staging)]) {
    while (part.next().done !== true) if (--left === 0) process.kill(process.pid, 'SIGKILL');
  }
}
