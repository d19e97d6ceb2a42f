// Loaded into a process before anything else, as `kill-at.mjs?at=<number>&count=<file>`: kills it in place of its
// so-manieth change to the disk, or, without a number, writes down how many it made.
import fs, { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const asked = new URL(import.meta.url).searchParams;
const at = Number(asked.get('at') ?? Infinity);
let changes = 0;

const changing = ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync', 'linkSync', 'chmodSync'];
for (const name of changing) {
  const original = fs[name];
  fs[name] = (...parameters) => {
    if (++changes === at) process.kill(process.pid, 'SIGKILL');
    return original(...parameters);
  };
}
syncBuiltinESMExports();
const counted = asked.get('count');
if (counted !== null) process.on('exit', () => writeFileSync(counted, String(changes)));
