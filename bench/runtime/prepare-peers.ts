import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Built files of the clients we are measured against. */
export interface PeerFiles {
  readonly openapiFetchFile: string;
  readonly heyApiFile: string;
}

/** Installs the peers from their lock where they are not, and generates hey-api's client into the folder. */
export async function preparePeers(peers: string, descriptor: string, folder: string): Promise<PeerFiles> {
  if (!existsSync(join(peers, 'node_modules/openapi-fetch')))
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, stdio: 'inherit' });
  const sources = join(folder, 'hey-api');
  const bin = join(peers, 'node_modules/@hey-api/openapi-ts/bin/run.js');
  execFileSync(
    process.execPath,
    [bin, '-i', descriptor, '-o', sources, '-c', '@hey-api/client-fetch', '-s'],
    {
      cwd: peers,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return {
    heyApiFile: await bundled(join(folder, 'hey-api.mjs'), {
      contents: `export * from './hey-api/index.ts'; export { client } from './hey-api/client.gen.ts';`,
      resolveDir: folder,
    }),
    openapiFetchFile: await bundled(join(folder, 'openapi-fetch.mjs'), {
      contents: `export { default } from 'openapi-fetch';`,
      resolveDir: peers,
    }),
  };
}

async function bundled(
  outfile: string,
  stdin: { readonly contents: string; readonly resolveDir: string },
): Promise<string> {
  await build({
    stdin: { ...stdin },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    outfile,
  });
  return outfile;
}
