/** The measured process: all candidates take turns in it. Plain JavaScript, so that nothing rewrites it. */
import { candidates } from './candidates.mjs';

const { origin, rounds, files, shapes } = JSON.parse(process.argv[2]);

const SHAPES = {
  'GET 1 task': { calls: 400, call: (candidate, index) => candidate.one(`t${index}`) },
  'GET 100 tasks': { calls: 100, call: (candidate) => candidate.many(100) },
  'GET 100 tasks, indented': { calls: 100, call: (candidate) => candidate.many(100, 2) },
  'GET 10,000 tasks': { calls: 3, call: (candidate) => candidate.many(10_000) },
  'PATCH 204': { calls: 400, call: (candidate, index) => candidate.patch(`t${index}`) },
};

/** @returns CPU microseconds a call, wall milliseconds in all, and each call's milliseconds */
async function run(candidate, { calls, call }, atOnce) {
  const latencies = [];
  let next = 0;
  const worker = async () => {
    while (next < calls) {
      const index = next++;
      const start = performance.now();
      await call(candidate, index);
      latencies.push(performance.now() - start);
    }
  };
  globalThis.gc?.();
  const start = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: Math.min(atOnce, calls) }, worker));
  const { user, system } = process.cpuUsage(before);
  return { cpuMicros: (user + system) / calls, wallMs: performance.now() - start, calls, latencies };
}

const all = Object.entries(await candidates(origin, files));
for (const [shapeName, shape] of Object.entries(SHAPES)) {
  if (shapes !== undefined && !shapes.includes(shapeName)) continue;
  for (const atOnce of [1, 50]) {
    const results = all.map(([name]) => ({ name, runs: [] }));
    for (const [, candidate] of all) await run(candidate, shape, atOnce);
    for (let round = 0; round < rounds; round++) {
      // Each round begins with another one: whoever goes first has the calmer heap.
      for (let turn = 0; turn < all.length; turn++) {
        const index = (turn + round) % all.length;
        results[index].runs.push(await run(all[index][1], shape, atOnce));
      }
    }
    await new Promise((sent) => process.send({ shape: shapeName, atOnce, results }, sent));
  }
}
// The peers' idle connections would keep it alive.
process.exit();
