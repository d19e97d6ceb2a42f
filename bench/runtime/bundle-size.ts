import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface BundleSize {
  readonly minifiedBytes: number;
  readonly gzippedBytes: number;
}

/** What is loaded at the import of a door, bundled without undici: chunks that are only imported later do not count. */
export async function bundleSize(door: string): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    entryPoints: { door },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    external: ['undici', '@opentelemetry/api'],
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const loaded = new Set<string>();
  const waiting = Object.keys(metafile.outputs).filter((name) => name.endsWith('door.js'));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement' && path in metafile.outputs) waiting.push(path);
  }
  const files = outputFiles.filter(({ path }) => [...loaded].some((name) => path.endsWith(name)));
  return {
    minifiedBytes: files.reduce((sum, { contents }) => sum + contents.length, 0),
    gzippedBytes: files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
  };
}
