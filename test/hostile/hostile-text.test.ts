import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { nodesOf } from '../architecture/source-tree.js';
import { describeTree, type Tree } from '../describe/describe-tree.js';
import { emitTree } from '../emit/emit-tree.js';
import { typeCheck } from '../type-check.js';

/** Each would do something if it came alive in TypeScript, a tool, a page, a template or a terminal. */
const ATTACKS: Readonly<Record<string, string>> = {
  'comment end': '*/ globalThis.pwned = 1; /*',
  'comment end, split': '*\u200b/ globalThis.pwned = 1; /\u200b*',
  'comment ends in a row': '**/*/ globalThis.pwned = 1; //**/',
  'line comment': '// x\nglobalThis.pwned = 1;//',
  'carriage return': 'x\rglobalThis.pwned = 1;\r\n',
  'single quote': "'; globalThis.pwned = 1; '",
  'double quote': '"; globalThis.pwned = 1; "',
  'escaped quote': "\\'; globalThis.pwned = 1; //",
  'backslash at the end': 'x\\',
  backtick: '`; globalThis.pwned = 1; `',
  interpolation: '${globalThis.pwned = 1}',
  'line separators': 'x\u2028globalThis.pwned = 1;\u2029globalThis.pwned = 1;',
  'next line and form feed': 'x\u0085\u000b\u000cglobalThis.pwned = 1;',
  bidi: '\u202e} \u2066if (admin)\u2069 \u2066 begin \u061c\u200f',
  invisible: '\u200b\u200d\ufeff\u00ad\u2060',
  handlebars: '{{{constructor}}} {{#with "s"}}{{lookup . "x"}}{{/with}} {{> header}}',
  'source map': '//# sourceMappingURL=data:application/json;base64,e30=',
  'source map, other comment': '/*# sourceMappingURL=data:application/json;base64,e30= */',
  'source map, old sign': '//@ sourceMappingURL=x',
  'source URL': '\n//# sourceURL=file:///etc/passwd',
  'ts-ignore': '@ts-ignore',
  'ts-nocheck': '// @ts-nocheck',
  'ts-expect-error': '\n * @ts-expect-error\n',
  'a tag of documentation': '@deprecated',
  pragma: '@jsx evil\n/// <reference path="/etc/passwd" />',
  'end of script': '</script><script>globalThis.pwned = 1</script>',
  'page comment': '<!-- --> ]]>',
  'terminal escape': '\u001b]0;x\u0007\u001b[31m\u009b31m',
  null: '\u0000',
  'half a pair': '\ud800 \udc00',
  prototype: '__proto__',
  constructor: 'constructor',
  path: '../../../../tmp/evil',
  'windows path': 'C:\\evil\\..\\..',
  regular: '(a+)+$',
  percent: '%2e%2e/%00',
  'very long': 'x*/'.repeat(3000),
};

const HTTP = { '204': { description: '' } };

/** A descriptor with a text in every place that takes one. */
function infected(text: string): Tree {
  const schema: JsonTree = {
    type: 'object',
    title: text,
    description: text,
    'x-ntx-summary': text,
    required: [text],
    properties: {
      [text]: {
        type: 'string',
        title: text,
        description: text,
        'x-ms-summary': text,
        enum: [text, `${text}2`],
        default: text,
        example: text,
      },
      constant: { const: text },
      format: { type: 'string', format: text, pattern: text, default: text },
      inline: {
        type: 'object',
        description: text,
        properties: {
          [text]: {
            type: 'object',
            properties: { [text]: { type: 'integer', description: text, deprecated: true } },
          },
        },
      },
      list: { type: 'array', items: { $ref: '#/components/schemas/Other' } },
      map: { type: 'object', additionalProperties: { enum: [text] } },
    },
  };
  const operation = (operationId: string): JsonTree => ({
    tags: [text],
    operationId,
    summary: text,
    description: text,
    deprecated: true,
    externalDocs: { url: text, description: text },
    parameters: [
      {
        name: text,
        in: 'query',
        description: text,
        'x-ms-summary': text,
        schema: { type: 'string', enum: [text], default: text, description: text },
      },
      { name: text, in: 'header', description: text, schema: { type: 'string' } },
      { name: text, in: 'cookie', schema: { type: 'array', items: { enum: [text] } } },
      { name: 'id', in: 'path', required: true, description: text, schema: { type: 'string' } },
    ],
    requestBody: {
      description: text,
      'x-ms-requestBody-name': text,
      content: { 'application/json': { schema } },
    },
    responses: {
      '200': {
        description: text,
        headers: { [text]: { description: text, schema: { type: 'string' } } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Other' } } },
      },
      default: { description: text },
    },
    callbacks: { [text]: { [text]: { post: { responses: HTTP } } } },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: text,
      version: text,
      description: text,
      summary: text,
      contact: { name: text },
      license: { name: text },
    },
    servers: [
      {
        url: `https://api.example/{${text}}/${text}`,
        description: text,
        variables: { [text]: { default: text, enum: [text], description: text } },
      },
    ],
    tags: [{ name: text, description: text, 'x-displayName': text }],
    paths: {
      [`/${text}/{id}`]: { get: operation(text), post: operation(`${text}2`) },
      '/form/{id}': {
        post: {
          tags: ['form'],
          servers: [{ url: `https://other.example/${text}` }],
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: { 'multipart/form-data': { schema, encoding: { [text]: { contentType: text } } } },
          },
          responses: { '200': { description: text, content: { [text]: { schema: { type: 'string' } } } } },
        },
      },
    },
    components: {
      schemas: {
        [text]: schema,
        Other: {
          type: 'object',
          description: text,
          properties: {
            [text]: { type: 'string', description: text },
            other: { $ref: '#/components/schemas/Choice' },
          },
        },
        Choice: {
          description: text,
          oneOf: [
            { $ref: '#/components/schemas/Other' },
            { type: 'object', title: text, properties: { [text]: { const: text } } },
          ],
          discriminator: { propertyName: text },
        },
      },
      securitySchemes: { [text]: { type: 'apiKey', in: 'header', name: text, description: text } },
    },
    security: [{ [text]: [] }],
    webhooks: { [text]: { post: { responses: HTTP } } },
  };
}

/** What a registration may bring, besides. */
const SETTINGS = { addHttpRequestHeaders: true, addHttpResponseHeaders: true };

/** All comments of a file, one below the other. */
function commentsIn(source: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, source);
  const comments: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment =
      kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment) comments.push(scanner.getTokenText());
  }
  return comments.join('\n');
}

/** The one template literal there may be: nothing is filled in, and what it says is JSON. */
function isDefinition(node: ts.TemplateLiteral): boolean {
  const { parent } = node;
  if (!ts.isNoSubstitutionTemplateLiteral(node) || !ts.isCallExpression(parent)) return false;
  return parent.expression.getText() === 'broker.serviceObject' && typeof JSON.parse(node.text) === 'object';
}

const FOLDER = mkdtempSync(join(tmpdir(), 'rest-broker-hostile-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const made = Object.entries(ATTACKS).map(([name, text], index) => {
  const settings = { ...SETTINGS, defaultHeaders: { 'x-text': text } };
  return { name, text, folder: `attack-${index}`, files: emitTree(infected(text), settings) };
});

describe.each(made)('$name', ({ text, folder, files }) => {
  const sources = files.filter(({ path }) => path.endsWith('.ts'));
  const trees = sources.map(({ path, content }) => ({
    path,
    content,
    tree: ts.createSourceFile(path, content, ts.ScriptTarget.ES2022, true),
  }));

  test('every path stays in its folder and is a plain name', () => {
    for (const { path } of files)
      expect(path).toMatch(
        /^((object-types|system-types|service-operations)\/)?[\p{L}_-][\p{L}\p{Nd}_-]*\.(ts|json)$/u,
      );
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });

  test('every file parses, into nothing but imports, exports and declarations', () => {
    for (const { path, tree } of trees) {
      const { parseDiagnostics } = tree as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
      expect(
        parseDiagnostics.map(({ messageText }) => messageText),
        path,
      ).toEqual([]);
      const kinds = new Set(tree.statements.map(({ kind }) => ts.SyntaxKind[kind]));
      for (const kind of kinds) {
        expect(
          [
            'ImportDeclaration',
            'ExportDeclaration',
            'InterfaceDeclaration',
            'TypeAliasDeclaration',
            'FirstStatement',
            'FunctionDeclaration',
          ],
          path,
        ).toContain(kind);
      }
    }
  });

  test('no comment directs a compiler', () => {
    for (const { path, tree } of trees) {
      const { commentDirectives, pragmas, referencedFiles } = tree as unknown as {
        commentDirectives?: readonly unknown[];
        pragmas: ReadonlyMap<string, unknown>;
        referencedFiles: readonly unknown[];
      };
      expect(commentDirectives ?? [], path).toEqual([]);
      expect([...pragmas.keys()], path).toEqual([]);
      expect(referencedFiles, path).toEqual([]);
    }
  });

  test('no code runs but ours', () => {
    for (const { path, tree } of trees) {
      const calls = nodesOf(tree)
        .filter(ts.isCallExpression)
        .map((call) => call.expression.getText());
      expect(
        calls.filter(
          (call) =>
            !['broker.serviceObject', 'broker.connect<SmartObjects>', 'broker.connect'].includes(call),
        ),
        path,
      ).toEqual([]);
      const live = nodesOf(tree).filter(
        (node) =>
          (ts.isTemplateLiteral(node) && !isDefinition(node)) ||
          ts.isNewExpression(node) ||
          ts.isBinaryExpression(node) ||
          ts.isTaggedTemplateExpression(node),
      );
      expect(
        live.map((node) => node.getText()),
        path,
      ).toEqual([]);
    }
  });

  test('nothing in the text of any file acts on a tool, a page or a terminal', () => {
    for (const { path, content } of files) {
      expect(content, path).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
      );
      expect(content, path).not.toMatch(/\p{Surrogate}/u);
    }
    for (const { path, content } of sources) {
      expect(content, path).not.toMatch(/\/[/*]\s*[#@]\s*source|<\/script|<!--|^\s*\/\/\/|#(end)?region/im);
      expect(commentsIn(content), path).not.toMatch(/(?<![\w.\\])@(?!deprecated\n)/);
    }
  });

  test('connector.json holds it as data', () => {
    const json = files.find(({ path }) => path === 'connector.json')?.content ?? '';
    expect(JSON.parse(json)).toMatchObject({
      madeBy: 'rest-broker',
      title: text,
      settings: { defaultHeaders: { 'x-text': text } },
    });
  });

  test('no Problem shows it as it is', () => {
    for (const { message, advice } of describeTree(infected(text), SETTINGS).problems) {
      expect(`${message}${advice}`).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
      );
      expect(message.length).toBeLessThan(1000);
    }
  });

  test('the connector loads and connects, and nothing else happens', async () => {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(FOLDER, folder, path)), { recursive: true });
      writeFileSync(join(FOLDER, folder, path), content);
    }
    const connector = (await import(pathToFileURL(join(FOLDER, folder, 'index.ts')).href)) as {
      connect: (options: unknown) => Record<string, object>;
    };
    const bound = connector.connect({ serviceUrl: 'https://api.example/' });
    expect(Object.keys(bound)).toEqual(expect.arrayContaining(['Other', 'Choice', 'HTTPHeader']));
    expect(globalThis).not.toHaveProperty('pwned');
    expect({}).not.toHaveProperty('pwned');
  });

  test('a Property of that name goes the whole way round', async () => {
    const { connect } = (await import(pathToFileURL(join(FOLDER, folder, 'index.ts')).href)) as {
      connect: (
        options: unknown,
      ) => Record<string, Record<string, (inputs: unknown) => Record<string, string>>>;
    };
    const { Other } = connect({ serviceUrl: 'https://api.example/' });
    const value = JSON.parse(`{${JSON.stringify(text)}: "x"}`) as Record<string, unknown>;
    const row = Other?.['Deserialize']?.({ Serialized_Item__String_: JSON.stringify(value) }) ?? {};
    expect(Object.values(row)).toEqual(['x']);
    const back = Other?.['Serialize']?.(row)['Serialized_Item__String_'] ?? '';
    expect(JSON.parse(back)).toEqual(value);
  });
});

test('all of it type-checks', () => {
  const files = made.flatMap(({ folder, files: each }) =>
    each.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
  );
  expect(typeCheck(files)).toEqual([]);
});
