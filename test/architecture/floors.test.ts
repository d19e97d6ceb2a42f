import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, SOURCES, type SourceFile, textOf } from './source-tree.js';

/** From the ground up; what stands on one line are neighbours that never meet. */
const FLOORS = [
  ['base'],
  ['model', 'http', 'report'],
  ['load', 'runtime'],
  ['normalize'],
  ['describe'],
  ['emit', 'compare', 'uses'],
  ['workspace'],
  ['workflow'],
  ['server'],
  ['cli'],
];

/** Rooms of a floor, the lowest first; what stands on one line are neighbours that never meet. */
const ROOMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  load: [['sources'], ['text'], ['references']],
  normalize: [['tree'], ['schema'], ['operation'], ['swagger-2', 'openapi-3']],
  compare: [['wording'], ['values'], ['matching']],
};

const levelOf = (floor: string): number => FLOORS.findIndex((floors) => floors.includes(floor));

/** Files that lie in `src/` itself are doors: which floors each opens. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': ['base'],
  'index.ts': FLOORS.flat().filter((floor) => floor !== 'cli'),
};

/** Where each package has its one home; `types` only in the second list. */
const HOMES: Readonly<
  Record<string, { readonly home: readonly string[]; readonly types?: readonly string[] }>
> = {
  undici: { home: ['http'] },
  '@apidevtools/swagger-parser': { home: ['load'] },
  yaml: { home: ['load'] },
  'openapi-types': { home: [], types: ['load', 'normalize'] },
  handlebars: { home: ['emit'] },
  ajv: { home: ['workspace', 'server'] },
  commander: { home: ['cli'] },
  typescript: { home: ['uses'] },
  fastify: { home: ['server'] },
  openworkflow: { home: ['workflow'] },
  libsql: { home: ['workflow'] },
  postgres: { home: ['workflow'] },
};

const floorOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : '');

/** The one file of the runtime that touches the disk. */
const READS_FILES = 'runtime/read-file-at.ts';

/** The one import that cannot be written out: a file of the engine's that its package does not export. */
const WORKED_OUT = ['workflow/engine/openworkflow-internals.ts', 'cli/commands/serve-workflows.ts'];

const isPackage = (name: string): boolean => !name.startsWith('node:') && !name.startsWith('(');

function refusal(file: SourceFile, target: string): string | undefined {
  const to = floorOf(target);
  if (file.floor === '') return DOORS[file.path]?.includes(to) ? undefined : 'a door that is not known';
  if (to === file.floor) return undefined;
  if (to === '') return 'a door, from inside';
  return levelOf(to) < levelOf(file.floor) ? undefined : 'not down';
}

const ours = SOURCES.flatMap((file) =>
  file.imports.flatMap(({ path, typeOnly }) => (path === undefined ? [] : [{ file, path, typeOnly }])),
);

test('every folder is a floor', () => {
  const unknown = SOURCES.filter(({ floor }) => floor !== '' && levelOf(floor) < 0);
  expect(unknown.map(({ path }) => path)).toEqual([]);
});

test('imports point down', () => {
  const wrong = ours.flatMap(({ file, path }) => {
    const reason = refusal(file, path);
    return reason === undefined ? [] : [`${file.path} → ${path}: ${reason}`];
  });
  expect(wrong).toEqual([]);
});

/** The room of a file; undefined for one that stands in front of the rooms, or on a floor without. */
function roomOf(path: string): string | undefined {
  const [floor = '', room = ''] = path.split('/');
  return ROOMS[floor]?.flat().includes(room) ? room : undefined;
}

test('a room uses those below it', () => {
  const wrong = ours.filter(({ file, path }) => {
    const from = roomOf(file.path);
    const to = roomOf(path);
    if (file.floor !== floorOf(path) || from === undefined || to === undefined || from === to) return false;
    const level = (room: string): number =>
      ROOMS[file.floor]?.findIndex((rooms) => rooms.includes(room)) ?? -1;
    return level(to) >= level(from);
  });
  expect(wrong.map(({ file, path }) => `${file.path} → ${path}`)).toEqual([]);
  const rooms = new Set(SOURCES.filter(({ floor }) => floor in ROOMS).map(({ path }) => path.split('/')[1]));
  const folders = [...rooms].filter((name) => name?.endsWith('.ts') === false);
  expect(folders.sort()).toEqual(Object.values(ROOMS).flat(2).sort());
});

test('normalize knows of load nothing but the type of its result', () => {
  const found = ours.filter(({ file, path }) => file.floor === 'normalize' && floorOf(path) === 'load');
  const wrong = found.filter(({ path, typeOnly }) => path !== 'load/descriptor.ts' || !typeOnly);
  expect(found.length).toBeGreaterThan(0);
  expect(wrong.map(({ file, path }) => `${file.path} → ${path}`)).toEqual([]);
});

test('what makes connectors never touches what runs them, nor the network', () => {
  const makers = ['normalize', 'describe', 'emit'];
  const wrong = ours.filter(
    ({ file, path }) => makers.includes(file.floor) && ['http', 'runtime'].includes(floorOf(path)),
  );
  expect(wrong.map(({ file, path }) => `${file.path} → ${path}`)).toEqual([]);
});

test('every import is written out and leads to a file', () => {
  const paths = new Set(SOURCES.map(({ path }) => path));
  const wrong = SOURCES.flatMap((file) =>
    file.imports
      .filter(
        ({ from, path }) =>
          (from.startsWith('(') && !WORKED_OUT.includes(file.path)) ||
          (path !== undefined && (!paths.has(path) || !from.endsWith('.js'))),
      )
      .map(({ from }) => `${file.path} → ${from}`),
  );
  expect(wrong).toEqual([]);
});

describe('packages', () => {
  const theirs = SOURCES.flatMap((file) =>
    file.imports.flatMap((each) =>
      each.package === undefined ? [] : [{ file, name: each.package, typeOnly: each.typeOnly }],
    ),
  );

  test('each is imported in its own home only', () => {
    const wrong = theirs.filter(({ file, name, typeOnly }) => {
      if (!isPackage(name)) return false;
      const { home, types = [] } = HOMES[name] ?? { home: [] };
      return !home.includes(file.floor) && !(typeOnly && types.includes(file.floor));
    });
    expect(wrong.map(({ file, name }) => `${file.path} → ${name}`)).toEqual([]);
  });

  test('what is imported is declared, and what every user installs is imported', () => {
    const { dependencies, peerDependencies } = JSON.parse(textOf('package.json')) as Record<
      'dependencies' | 'peerDependencies',
      Record<string, string>
    >;
    const used = new Set(theirs.map(({ name }) => name).filter(isPackage));
    const declared = { ...dependencies, ...peerDependencies };
    expect([...used].filter((name) => !Object.hasOwn(declared, name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });

  test('the platform is imported as node:…, and only the outer floors read or write files', () => {
    const files = theirs.filter(({ name }) => name.startsWith('node:fs'));
    // emit reads its own templates; the runtime, in one file, what a caller hands over as `fileAt(path)`.
    const allowed = ['load', 'emit', 'workspace', 'server', 'workflow', 'cli'];
    expect(files.filter(({ file }) => !allowed.includes(file.floor)).map(({ file }) => file.path)).toEqual([
      READS_FILES,
    ]);
  });

  test('what reads files in the runtime is loaded by the call that needs it, and by nothing else', () => {
    const importers = SOURCES.filter(({ imports }) => imports.some(({ path }) => path === READS_FILES));
    const statically = importers.flatMap(({ tree }) =>
      tree.statements.filter(
        (node) => ts.isImportDeclaration(node) && node.getText().includes('read-file-at'),
      ),
    );
    expect(importers.map(({ path }) => path)).toEqual(['runtime/read-file-inputs.ts']);
    expect(statically).toEqual([]);
  });
});

test('no import leads back to itself at run time', () => {
  expect(cycle()).toBeUndefined();
});

/** One way from a file back to itself. */
function cycle(): string | undefined {
  const next = new Map(
    SOURCES.map(({ path, imports }) => [
      path,
      imports.flatMap((each) => (each.path !== undefined && !each.typeOnly ? [each.path] : [])),
    ]),
  );
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(' → ');
    if (done.has(path)) return undefined;
    for (const target of next.get(path) ?? []) {
      const found = visit(target, [...way, path]);
      if (found !== undefined) return found;
    }
    done.add(path);
    return undefined;
  };
  for (const path of next.keys()) {
    const found = visit(path, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('what the runtime door pulls in', () => {
  const byPath = new Map(SOURCES.map((file) => [file.path, file]));
  const reached = new Set(['runtime/index.ts']);
  const packages = new Set<string>();
  for (const path of reached) {
    for (const each of byPath.get(path)?.imports ?? []) {
      if (each.typeOnly) continue;
      if (each.path !== undefined) reached.add(each.path);
      if (each.package !== undefined && !each.package.startsWith('node:')) packages.add(each.package);
    }
  }

  test('is the floors below it', () => {
    expect([...new Set([...reached].map(floorOf))].sort()).toEqual(['base', 'http', 'model', 'runtime']);
  });

  test('is no package but the HTTP client', () => {
    expect([...packages]).toEqual(['undici']);
  });
});

test('generated code has one door to us', () => {
  const templates = filesBelow('templates').map((path) => textOf(`templates/${path}`));
  const froms = templates.flatMap((text) =>
    Array.from(text.matchAll(/from '([^.'][^']*)'/g), (match) => match[1]),
  );
  expect(new Set(froms)).toEqual(new Set(['rest-broker/runtime']));
});
