import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWellShaped } from '../../../src/workspace/registry/is-well-shaped.js';
import { checkShape } from '../../../src/workspace/registry/schema-findings.js';

const descriptor = { file: 'descriptors/a.json', source: 'https://example.com/a', sha256: 'a'.repeat(64) };
const ENTRIES: readonly object[] = [
  { descriptor },
  { descriptor: { ...descriptor, etag: '"x"', lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' } },
  {
    descriptor,
    authentication: { mode: 'bearer', token: '${TOKEN}', format: 'Bearer {0}' },
    addHttpRequestHeaders: true,
    serviceUrl: 'https://example.com',
    defaultHeaders: { Accept: 'text/plain' },
    timeoutSeconds: 0.5,
    retries: 2,
    paging: { rows: 'value', cursor: { input: 'after', from: 'next' }, offset: { input: 'skip' } },
    placement: 'response',
    generate: { objects: ['Task'], systemTypes: [] },
  },
  { descriptor, authentication: { mode: 'none' }, breakOnError: false, redirects: 20 },
  { descriptor, authentication: { mode: 'api-key', in: 'query', name: 'key', value: '${KEY}' } },
  {
    descriptor,
    authentication: {
      mode: 'oauth',
      flow: 'client-credentials',
      tokenUrl: 'https://example.com',
      clientId: 'id',
      clientSecret: '${SECRET}',
      parameters: { audience: 'x' },
    },
  },
];

/** Whether the validator, which is the one to be believed, takes it. */
function isValid(value: unknown): boolean {
  return 'entries' in checkShape(value);
}

test('the usual registries need no validator', () => {
  for (const entry of ENTRIES) {
    expect(isWellShaped({ nwc: entry, 'other-1': entry })).toBe(true);
    expect(isValid({ nwc: entry })).toBe(true);
  }
  expect(isWellShaped({})).toBe(true);
});

/** One member of a registry, somewhere, made something else, taken away or added. */
const edits = fc.record({
  entry: fc.constantFrom(...ENTRIES),
  steps: fc.array(fc.nat(9), { maxLength: 4 }),
  act: fc.constantFrom('set', 'remove', 'add'),
  value: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '',
      'x',
      'none',
      'tag',
      'a\nb',
      0,
      0.5,
      3,
      -1,
      21,
      2_147_484,
      true,
      [],
      {},
      ['a'],
      [1],
      null,
    ),
  ),
  key: fc.constantFrom('mode', 'etag', 'retries', 'objects', 'a b', '__proto__', '1a', 'format'),
});

function edited({
  entry,
  steps,
  act,
  value,
  key,
}: typeof edits extends fc.Arbitrary<infer T> ? T : never): unknown {
  const registry = structuredClone({ nwc: entry }) as Record<string, unknown>;
  let holder: Record<string, unknown> = registry;
  let name = 'nwc';
  for (const step of steps) {
    const inside = holder[name];
    if (typeof inside !== 'object' || inside === null || Object.keys(inside).length === 0) break;
    holder = inside as Record<string, unknown>;
    name = Object.keys(holder)[step % Object.keys(holder).length] ?? '';
  }
  if (act === 'remove' && Array.isArray(holder)) holder.splice(Number(name), 1);
  else if (act === 'remove') delete holder[name];
  else
    Object.defineProperty(holder, act === 'add' ? key : name, {
      value,
      enumerable: true,
      configurable: true,
    });
  return registry;
}

test('says yes where the validator does, and nowhere else', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(edits, (edit) => {
      const registry = edited(edit);
      const wanted = isValid(registry);
      seen[wanted ? 'yes' : 'no']++;
      expect(isWellShaped(registry)).toBe(wanted);
    }),
    { numRuns: 3_000, seed: 20_261_121 },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(200);
});

test.each([null, [], 'text', 1, true])('refuses %j for a registry', (value) => {
  expect(isWellShaped(value)).toBe(false);
  expect(isValid(value)).toBe(false);
});
