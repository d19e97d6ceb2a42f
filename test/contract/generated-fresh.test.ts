import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  describeConnector,
  emitTypeScript,
  loadDescriptor,
  normalizeDescriptor,
  readServiceInstances,
} from 'rest-broker';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const instances = await readServiceInstances(ROOT);

/** The files of one connector as they are made from its registration, by path. */
async function made({
  name,
  descriptor,
  settings,
}: (typeof instances)[number]): Promise<Map<string, string>> {
  const { normal } = normalizeDescriptor(await loadDescriptor(`${ROOT}${descriptor.file}`));
  const { connector } = describeConnector(normal, {
    serviceInstance: name,
    settings,
    source: descriptor.source,
  });
  const files = emitTypeScript(connector, { descriptorFile: descriptor.file });
  return new Map(files.map(({ path, content }) => [path, content]));
}

function committed(name: string): Map<string, string> {
  const folder = `${ROOT}generated/${name}/`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) =>
    `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace('//', '/'),
  );
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]));
}

describe('the committed connectors', () => {
  test('are those of the four descriptors', () => {
    expect(instances.map(({ name }) => name)).toEqual(['nwc', 'nwc-v2', 'k2', 'credit']);
    expect(readdirSync(`${ROOT}generated`).sort()).toEqual([
      'connectors.lock.json',
      'credit',
      'k2',
      'nwc',
      'nwc-v2',
    ]);
  });

  test.each(instances)(
    '$name: making it again changes no byte, adds and leaves over no file',
    async (instance) => {
      const wanted = await made(instance);
      const standing = committed(instance.name);
      expect([...standing.keys()].sort()).toEqual([...wanted.keys()].sort());
      for (const [path, content] of wanted) expect(standing.get(path), path).toBe(content);
    },
  );
});
