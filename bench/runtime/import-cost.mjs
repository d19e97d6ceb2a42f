/** CPU that one import costs: `node import-cost.mjs <file or package>`, milliseconds to standard output. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , what] = process.argv;
const before = process.cpuUsage();
await import(isAbsolute(what) ? pathToFileURL(what).href : what);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
