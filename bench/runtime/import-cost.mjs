/** CPU that imports cost: `node import-cost.mjs <file or package>…`, milliseconds to standard output. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , ...all] = process.argv;
const before = process.cpuUsage();
for (const what of all) await import(isAbsolute(what) ? pathToFileURL(what).href : what);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
