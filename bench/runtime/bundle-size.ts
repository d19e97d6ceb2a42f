import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

export interface BundleSize {
  readonly name: string;
  readonly minifiedBytes: number;
  readonly gzippedBytes: number;
}

/** What makes calls, loaded by the first one. */
const PLAIN_CALL = './execute-method.js';

/** The runtime door without undici, as one file each: what its import loads, with what a plain call adds, all of it. */
export async function bundleSizes(door: string): Promise<readonly BundleSize[]> {
  return [
    await bundleSize('its import', door, () => false),
    await bundleSize('… and a plain call', door, (path) => path === PLAIN_CALL),
    await bundleSize('… and all that is loaded when wanted', door, () => true),
  ];
}

async function bundleSize(
  name: string,
  door: string,
  isHeld: (dynamicImport: string) => boolean,
): Promise<BundleSize> {
  const { outputFiles } = await build({
    entryPoints: [door],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    external: ['undici'],
    write: false,
    plugins: [leavingOut(isHeld)],
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  return {
    name,
    minifiedBytes: contents.length,
    gzippedBytes: gzipSync(contents, { level: 9 }).length,
  };
}

function leavingOut(isHeld: (dynamicImport: string) => boolean): Plugin {
  return {
    name: 'dynamic imports',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path, kind }) =>
        kind === 'dynamic-import' && !isHeld(path) ? { path, external: true } : undefined,
      ),
  };
}
