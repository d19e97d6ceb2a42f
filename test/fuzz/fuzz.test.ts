import { expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz/fuzz.js';
import { seedDescriptors } from '../../bench/fuzz/seed-descriptors.js';

const RUNS = 300;
const SEED = 20_260_101;

// The same descriptors on every run; `npm run fuzz` goes on from there.
test(`${RUNS} mutated descriptors become connectors or are refused with place and reason`, async () => {
  const { cases, generated, typeChecked, refused, found } = await fuzz({
    seeds: seedDescriptors(),
    seed: SEED,
    runs: RUNS,
    typeChecked: 5,
  });
  console.log(`${cases} descriptors: ${generated} generated, ${typeChecked} of them type-checked`);
  expect(
    found.map(({ finding, fuzzCase, seed, path }) => [
      `${finding.signature}: ${finding.message}`,
      `from ${fuzzCase.name}; again with npm run fuzz -- --seed ${seed} --path ${path}`,
    ]),
  ).toEqual([]);
  expect(cases).toBe(RUNS);
  expect(typeChecked).toBe(15);
  expect(generated).toBeGreaterThan(RUNS / 3);
  expect(Object.keys(refused).sort()).toEqual(expect.arrayContaining(['DESCRIPTOR_MALFORMED']));
}, 300_000);
