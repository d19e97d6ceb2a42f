import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateConnectors, registerServiceInstance } from 'rest-broker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NwcStandIn, startNwcStandIn } from '../../examples/nwc-worker/nwc-stand-in.js';
import { readmeBlocks } from '../readme-blocks.js';
import { typeCheck } from '../type-check.js';

// Inside the project, so that generated code finds `rest-broker/runtime` as it does in an author's own.
const WORKSPACE = fileURLToPath(new URL('../.workspace/author-code/', import.meta.url));
const DESCRIPTOR = fileURLToPath(new URL('../../descriptors/nwc-workflow.swagger.json', import.meta.url));
const TOKEN = 'token-of-the-service-account';

/** The README's workflow code as a module: its imports, and its statements in a function of what it leaves open. */
function asModule(code: string): string {
  const lines = code.trimEnd().split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const body = lines.filter((line) => !line.startsWith('import ')).map((line) => `  ${line}`);
  return [
    ...imports,
    'export async function worker(serviceUrl: string, token: string, workflowInstanceId: string) {',
    ...body,
    '  return { got, task, done };',
    '}',
    '',
  ].join('\n');
}

interface WorkerModule {
  worker(
    serviceUrl: string,
    token: string,
    workflowInstanceId: string,
  ): Promise<{
    got: { HttpResponseCode: number; tasks?: string };
    task?: { id?: string };
    done: { HttpResponseCode: number };
  }>;
}

const code =
  readmeBlocks().find(({ language, text }) => language === 'ts' && text.includes('Get_tasks'))?.text ?? '';

describe('the workflow code of the README, exactly as it stands there', () => {
  let standIn: NwcStandIn;

  beforeAll(async () => {
    standIn = await startNwcStandIn({
      token: TOKEN,
      tasks: [
        { id: 'other', workflowInstanceId: 'another instance' },
        { id: 'a/b ü?#', workflowInstanceId: 'instance & co' },
      ],
    });
    await rm(WORKSPACE, { recursive: true, force: true });
    await mkdir(WORKSPACE, { recursive: true });
    await registerServiceInstance(WORKSPACE, {
      name: 'nwc',
      location: DESCRIPTOR,
      settings: { authentication: { mode: 'impersonate' }, addHttpRequestHeaders: true },
    });
    await generateConnectors(WORKSPACE, {
      names: ['nwc'],
      selection: { objects: ['Task', 'Tasks'], systemTypes: ['HTTPHeader'] },
    });
    await writeFile(`${WORKSPACE}worker.ts`, asModule(code));
  });

  afterAll(() => standIn.close());

  test('compiles under strict', async () => {
    const paths = (await readdir(WORKSPACE, { recursive: true })).filter((path) => path.endsWith('.ts'));
    expect(paths).toContain('worker.ts');
    const files = await Promise.all(
      paths.map(async (path) => ({ path, content: await readFile(`${WORKSPACE}${path}`, 'utf8') })),
    );
    expect(typeCheck(files)).toEqual([]);
  });

  test('completes the task of its process instance and no other', async () => {
    const { worker } = (await import(pathToFileURL(`${WORKSPACE}worker.ts`).href)) as WorkerModule;
    const { got, task, done } = await worker(standIn.serviceUrl, TOKEN, 'instance & co');
    expect(got.HttpResponseCode).toBe(200);
    expect(JSON.parse(got.tasks ?? '')).toHaveLength(1);
    expect(task?.id).toBe('a/b ü?#');
    expect(done.HttpResponseCode).toBe(204);
    expect(standIn.tasks['a/b ü?#']).toMatchObject({ status: 'complete', outcome: 'Completed' });
    expect(standIn.tasks['other']).toMatchObject({ status: 'active' });
  });

  test('writes nothing but the registration, the descriptor and the connector', async () => {
    const names = await readdir(WORKSPACE);
    expect(names.sort()).toEqual(['descriptors', 'generated', 'service-instances.yaml', 'worker.ts']);
  });
});
