// `node --import` this: each module that is loaded is printed, by its URL, a line each.
import { writeSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

export async function load(url, context, nextLoad) {
  writeSync(1, `loaded ${url}\n`);
  return nextLoad(url, context);
}
