import { expect, test } from 'vitest';
import { loadDescriptor } from '../../../src/load/load-descriptor.js';
import { DEFAULT_SETTINGS } from '../../../src/model/service-instance.js';
import { keepDescriptor } from '../../../src/workspace/descriptors/keep-descriptors.js';
import { put, snapshot, temporaryFolder } from '../temporary-folder.js';

const OPENAPI = '{ "openapi": "3.0.3", "info": { "title": "A", "version": "1" }, "paths": {} }\n';
/** Refused by the registry only when it is written: it clashes with the one that stands there. */
const CLASHING = 'NWC';
const REGISTRY = `nwc:
  descriptor:
    file: descriptors/old.json
    source: https://api.example.com/old.json
    sha256: "${'0'.repeat(64)}"
`;

const rows = [
  { name: 'no folder yet', standing: {} },
  { name: 'other copies beside it', standing: { 'descriptors/old.json': '{}' } },
  { name: 'the very same text there', standing: { 'descriptors/new.json': OPENAPI } },
];
test.each(rows)('a refused registration takes the copy back: $name', async ({ standing }) => {
  const folder = temporaryFolder();
  put(folder, { ...standing, 'new.json': OPENAPI, 'service-instances.yaml': REGISTRY });
  const before = snapshot(folder);
  const source = `${folder}/new.json`;
  const descriptor = await loadDescriptor(source);
  const keeping = { name: CLASHING, settings: DEFAULT_SETTINGS, descriptor, source };
  await expect(keepDescriptor(folder, keeping)).rejects.toThrow(/only in case/);
  expect(snapshot(folder)).toEqual(before);
});

test('a source that is used in place is never taken away', async () => {
  const folder = temporaryFolder();
  put(folder, { 'descriptors/deep/new.json': OPENAPI, 'service-instances.yaml': REGISTRY });
  const before = snapshot(folder);
  const source = `${folder}/descriptors/deep/new.json`;
  const descriptor = await loadDescriptor(source);
  const keeping = { name: CLASHING, settings: DEFAULT_SETTINGS, descriptor, source };
  await expect(keepDescriptor(folder, keeping)).rejects.toThrow(/only in case/);
  expect(snapshot(folder)).toEqual(before);
});
