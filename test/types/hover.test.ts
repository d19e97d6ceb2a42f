import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const AUTHOR = at('hovered.ts');
const CODE = `import { connect } from '../../generated/nwc/index.js';
const api = connect();
const row = api.Task.Deserialize({ Serialized_Item__String_: '{}' });
row.urls;
row.id;
api.Task;
`;

const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    paths: { 'rest-broker/runtime': [at('../../src/runtime/index.ts')] },
  }),
  getScriptFileNames: () => [AUTHOR],
  getScriptVersion: () => '1',
  getScriptSnapshot: (path) => {
    const text = path === AUTHOR ? CODE : ts.sys.readFile(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => at('../..'),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
});

/** What an editor shows over the last word of some code. */
function hovered(code: string): { text: string; documentation: string } {
  const position = CODE.indexOf(code) + code.length - 1;
  const shown = service.getQuickInfoAtPosition(AUTHOR, position);
  return {
    text: ts.displayPartsToString(shown?.displayParts),
    documentation: ts.displayPartsToString(shown?.documentation),
  };
}

test.each([
  { code: 'row.urls', want: '(property) urls?: Serialized<TaskUrls> | undefined' },
  { code: 'row.id', want: '(property) id?: string | undefined' },
  { code: 'const row', want: 'const row: PropertiesOf<Task>' },
  { code: 'api.Task', want: '(property) SmartObjects.Task: TaskSmartObject' },
])('$code shows its type by name', ({ code, want }) => {
  expect(hovered(code).text).toBe(want);
});

test('a Property of a row shows what the descriptor says of it', () => {
  expect(hovered('row.id').documentation).toBe('Task identifier.');
});
