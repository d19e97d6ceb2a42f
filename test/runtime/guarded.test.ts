import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { serving } from './connected-tasks.js';

const PROGRAM = fileURLToPath(new URL('guarded-program.ts', import.meta.url));

const TASKS = '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}]';

for (const flags of [[], ['--disable-proto=throw'], ['--disable-proto=delete']]) {
  test(`with Object.prototype frozen ${flags.join()}: names of an answer are data`, async () => {
    const server = await serving((response, request) => {
      if (request.verb === 'PATCH') response.writeHead(204).end();
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(`{"tasks":${TASKS},"__proto__":{"polluted":1}}`);
    });
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...flags,
      '--import',
      'tsx',
      PROGRAM,
      server.origin,
    ]);
    const printed = `{"tasks":${JSON.stringify(TASKS)},"data":{"tasks":${TASKS},"__proto__":{"polluted":1}},"rows":[{"Name":"__proto__","Value":"constructor"}],"inherited":false}`;
    expect(stdout.trim()).toBe(printed);
    expect(server.received[2]).toMatchObject({ url: '/v2/tasks/__proto__', body: '{"__proto__":{"a":1}}' });
  });
}
