import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { checkConnectors } from '../../src/workspace/check-connectors.js';
import { isUnfinished } from '../../src/workspace/folders/replacement-journal.js';
import { generateConnectors } from '../../src/workspace/generate-connectors.js';
import { registerServiceInstance } from '../../src/workspace/register-service-instance.js';
import { readServiceInstances } from '../../src/workspace/registry/read-service-instances.js';
import { BIN } from '../cli/run-bin.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

const POINTS = 50;
const KILL_AT = pathToFileURL(join(import.meta.dirname, 'kill-at.mjs')).href;

/** A descriptor whose second version has another Method, another type, and one of each less. */
function descriptorOf(name: string, version: 1 | 2): string {
  const operation = (id: string, type: string) => ({
    get: {
      operationId: id,
      tags: ['Things'],
      responses: {
        200: {
          description: 'ok',
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${type}` } } },
        },
      },
    },
  });
  const type = { type: 'object', properties: { id: { type: 'string' } } };
  const [only, own] = version === 1 ? ['Old', 'old'] : ['New', 'new'];
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: name, version: `${version}.0.0` },
    servers: [{ url: 'https://api.example.com' }],
    paths: { '/things': operation('list', 'Thing'), [`/${own}`]: operation(own, only) },
    components: { schemas: { Thing: type, [only]: type } },
  });
}

function update(folder: string, killing: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--import', `${KILL_AT}?${killing}`, BIN, 'update'], {
    cwd: folder,
    encoding: 'utf8',
  });
}

/** Everything but the lock of the process that was killed, which the next one takes over. */
function stateOf(folder: string): Record<string, string> {
  const { '.rest-broker-lock': _lock, ...state } = snapshot(folder);
  return state;
}

async function prepared(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ['a', 'b']) {
    put(folder, { [`${name}.json`]: descriptorOf(name, 1) });
    await registerServiceInstance(folder, { name, location: join(folder, `${name}.json`) });
  }
  await generateConnectors(folder);
  for (const name of ['a', 'b']) put(folder, { [`${name}.json`]: descriptorOf(name, 2) });
  return folder;
}

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

test(`an update killed at any of ${POINTS} points leaves what was there or what was to come`, async () => {
  const folder = await prepared();
  const old = stateOf(folder);
  const whole = copyOf(folder);
  const counted = join(temporaryFolder(), 'count');
  expect(update(whole, `count=${counted}`)).toMatchObject({ status: 0, stderr: '' });
  const wanted = stateOf(whole);
  const changes = Number(readFileSync(counted, 'utf8'));
  expect(changes).toBeGreaterThan(POINTS);

  const seen = { old: 0, new: 0, unfinished: 0 };
  for (let point = 1; point <= POINTS; point++) {
    const at = Math.ceil((point * changes) / POINTS);
    const hit = copyOf(folder);
    expect(update(hit, `at=${at}`).signal, `at change ${at}`).toBe('SIGKILL');
    const wasUnfinished = isUnfinished(hit);
    expect((await checkConnectors(hit)).isUnfinished).toBe(wasUnfinished);
    expect(isUnfinished(hit), 'check brings nothing to its end').toBe(wasUnfinished);
    await readServiceInstances(hit);
    const isNew = stateOf(hit)['service-instances.yaml'] === wanted['service-instances.yaml'];
    expect(stateOf(hit), `killed at change ${at} of ${changes}`).toEqual(isNew ? wanted : old);
    const { connectors } = await checkConnectors(hit);
    expect(connectors.map(({ causes }) => causes)).toEqual([[], []]);
    seen[isNew ? 'new' : 'old']++;
    if (wasUnfinished) seen.unfinished++;
  }
  expect(seen.old).toBeGreaterThan(5);
  expect(seen.new).toBeGreaterThan(5);
  expect(seen.unfinished).toBeGreaterThan(20);
}, 600_000);
