import { expect, test } from 'vitest';
import { compareConnectors } from '../../src/compare/compare-connectors.js';
import type { Authentication } from '../../src/model/service-instance.js';
import { bothWays, connectorOf, type Row, shortChanges, wanted } from './compare-texts.js';
import { document } from './frames.js';

const KEY = 'key: { type: apiKey, in: header, name: X-Key }';
const BASIC = 'basic: { type: http, scheme: basic }';
const oauth = (tokenUrl: string, flow = 'clientCredentials'): string =>
  `oauth: { type: oauth2, flows: { ${flow}: { tokenUrl: '${tokenUrl}', scopes: { read: r, write: w } } } }`;
const secured = (schemes: string, security: string): string =>
  `components: { securitySchemes: { ${schemes} } }\nsecurity: ${security}`;

const ROWS: readonly Row[] = [
  {
    name: 'a service URL',
    before: 'servers: []',
    after: 'servers: [{ url: https://a.example }]',
    forth: ['service-url-added'],
    back: ['service-url-removed'],
  },
  {
    name: 'another service URL',
    before: 'servers: [{ url: https://a.example }]',
    after: 'servers: [{ url: https://b.example }]',
    forth: ['service-url-changed'],
    back: ['service-url-changed'],
  },
  {
    name: 'a slash at the end of the service URL',
    before: 'servers: [{ url: https://a.example/v1 }]',
    after: 'servers: [{ url: https://a.example/v1/ }]',
    forth: [],
    back: [],
  },
  {
    name: 'a variable',
    before: 'servers: [{ url: https://a.example }]',
    after: "servers: [{ url: 'https://{tenant}.example', variables: { tenant: { default: a } } }]",
    forth: ['service-url-changed', 'service-url-variable-added'],
    back: ['service-url-changed', 'service-url-variable-removed'],
  },
  {
    name: 'a variable without a default',
    before: 'servers: [{ url: https://a.example }]',
    after: "servers: [{ url: 'https://{tenant}.example', variables: { tenant: {} } }]",
    forth: ['service-url-changed', 'service-url-variable-added-required'],
    back: ['service-url-changed', 'service-url-variable-removed'],
  },
  {
    name: 'another default of a variable',
    before: "servers: [{ url: 'https://{tenant}.example', variables: { tenant: { default: a } } }]",
    after: "servers: [{ url: 'https://{tenant}.example', variables: { tenant: { default: b } } }]",
    forth: ['service-url-variable-default-changed'],
    back: ['service-url-variable-default-changed'],
  },
  {
    name: 'one value of a variable less',
    before: "servers: [{ url: 'https://{at}.example', variables: { at: { default: a, enum: [a, b] } } }]",
    after: "servers: [{ url: 'https://{at}.example', variables: { at: { default: a, enum: [a] } } }]",
    forth: ['service-url-variable-value-removed'],
    back: ['service-url-variable-value-added'],
  },
  {
    name: 'a list of values for a variable',
    before: "servers: [{ url: 'https://{at}.example', variables: { at: { default: a } } }]",
    after: "servers: [{ url: 'https://{at}.example', variables: { at: { default: a, enum: [a] } } }]",
    forth: ['service-url-variable-value-removed'],
    back: ['service-url-variable-value-added'],
  },
  {
    name: 'a credential',
    before: '',
    after: secured(KEY, '[{ key: [] }]'),
    forth: ['credential-required'],
    back: ['credential-no-longer-required'],
  },
  {
    name: 'a credential that may be left out',
    before: secured(KEY, '[{ key: [] }]'),
    after: secured(KEY, '[{ key: [] }, {}]'),
    forth: ['credential-no-longer-required'],
    back: ['credential-required'],
  },
  {
    name: 'another credential',
    before: secured(KEY, '[{ key: [] }]'),
    after: secured(BASIC, '[{ basic: [] }]'),
    forth: ['credential-added', 'credential-removed'],
    back: ['credential-added', 'credential-removed'],
  },
  {
    name: 'one credential more to choose from',
    before: secured(`${KEY}, ${BASIC}`, '[{ key: [] }]'),
    after: secured(`${KEY}, ${BASIC}`, '[{ basic: [] }, { key: [] }]'),
    forth: ['credential-added'],
    back: ['credential-removed'],
  },
  {
    name: 'two credentials together',
    before: secured(`${KEY}, ${BASIC}`, '[{ key: [] }]'),
    after: secured(`${KEY}, ${BASIC}`, '[{ key: [], basic: [] }]'),
    forth: ['credential-added', 'credential-removed'],
    back: ['credential-added', 'credential-removed'],
  },
  {
    name: 'another name of the same security scheme',
    before: secured(KEY, '[{ key: [] }]'),
    after: secured(KEY.replace('key:', 'token:'), '[{ token: [] }]'),
    forth: [],
    back: [],
  },
  {
    name: 'another header for the key',
    before: secured(KEY, '[{ key: [] }]'),
    after: secured(KEY.replace('X-Key', 'X-Token'), '[{ key: [] }]'),
    forth: ['credential-added', 'credential-removed'],
    back: ['credential-added', 'credential-removed'],
  },
  {
    name: 'one scope more',
    before: secured(oauth('https://a.example/t'), '[{ oauth: [read] }]'),
    after: secured(oauth('https://a.example/t'), '[{ oauth: [write, read] }]'),
    forth: ['scope-added'],
    back: ['scope-removed'],
  },
  {
    name: 'another token URL',
    before: secured(oauth('https://a.example/t'), '[{ oauth: [read] }]'),
    after: secured(oauth('https://b.example/t'), '[{ oauth: [read] }]'),
    forth: ['token-url-changed'],
    back: ['token-url-changed'],
  },
  {
    name: 'another flow',
    before: secured(oauth('https://a.example/t'), '[{ oauth: [read] }]'),
    after: secured(oauth('https://a.example/t', 'password'), '[{ oauth: [read] }]'),
    forth: ['credential-added', 'credential-removed'],
    back: ['credential-added', 'credential-removed'],
  },
];

test.each(ROWS)('a Connector: $name', async (row) => {
  expect(await bothWays(row, document)).toEqual(wanted(row));
});

test('a credential of one Method is told of it', async () => {
  const frame = (security: string): string => `
openapi: 3.1.0
info: { title: Test, version: '1' }
servers: [{ url: https://a.example }]
paths:
  /a: { get: { operationId: a, tags: [Tasks], ${security} responses: { '204': { description: done } } } }
components: { securitySchemes: { ${KEY}, ${BASIC} } }
security: [{ key: [] }]
`;
  const row = { name: '', before: frame(''), after: frame('security: [{ basic: [] }],') };
  expect(await bothWays({ ...row, forth: [], back: [] }, (piece) => piece)).toEqual({
    forth: ['credential-added Tasks.a', 'credential-removed Tasks.a'],
    back: ['credential-added Tasks.a', 'credential-removed Tasks.a'],
  });
  const open = { ...row, after: frame('security: [],') };
  expect(await bothWays({ ...open, forth: [], back: [] }, (piece) => piece)).toEqual({
    forth: ['credential-no-longer-required Tasks.a'],
    back: ['credential-required Tasks.a'],
  });
});

const SECRET: Authentication = { mode: 'bearer', token: '${TOKEN_A}' };

test.each<{ name: string; before: Authentication; after: Authentication; want: string[] }>([
  { name: 'the same', before: SECRET, after: { ...SECRET }, want: [] },
  { name: 'another mode', before: { mode: 'none' }, after: SECRET, want: ['authentication-mode-changed'] },
  {
    name: 'another setting',
    before: SECRET,
    after: { mode: 'bearer', token: '${TOKEN_B}' },
    want: ['authentication-setting-changed'],
  },
])('settings: $name', async ({ before, after, want }) => {
  const was = await connectorOf(document(''), { authentication: before });
  const is = await connectorOf(document(''), { authentication: after });
  const changes = compareConnectors(was, is);
  expect(shortChanges(changes)).toEqual(want);
  expect(JSON.stringify(changes)).not.toContain('TOKEN_');
});

test('who sends a credential already is asked for nothing new where the descriptor says so at last', async () => {
  const was = await connectorOf(document(''), { authentication: SECRET });
  const is = await connectorOf(document(secured(KEY, '[{ key: [] }]')), { authentication: SECRET });
  expect(shortChanges(compareConnectors(was, is))).toEqual(['credential-added']);
});

test('settings that add inputs and outputs to all Methods', async () => {
  const was = await connectorOf(document(''));
  const is = await connectorOf(document(''), { addHttpRequestHeaders: true, addHttpResponseHeaders: true });
  expect(shortChanges(compareConnectors(was, is))).toEqual([
    'input-added Tasks.a.HttpHeaders',
    'output-added Tasks.a.HttpResponseHeaders',
  ]);
  expect(shortChanges(compareConnectors(is, was))).toEqual([
    'input-removed Tasks.a.HttpHeaders',
    'output-removed Tasks.a.HttpResponseHeaders',
  ]);
});

test('a piece of the path that moves to the service URL makes no other Method', async () => {
  const frame = (url: string, path: string): string => `
openapi: 3.1.0
info: { title: Test, version: '1' }
servers: [{ url: ${url} }]
paths:
  ${path}: { get: { tags: [Tasks], responses: { '204': { description: done } } } }
`;
  const was = await connectorOf(frame('https://a.example', '/v1/tasks'));
  const is = await connectorOf(frame('https://a.example/v1', '/tasks'));
  expect(shortChanges(compareConnectors(was, is))).toEqual([
    'method-renamed Tasks.Get_v1_tasks → Tasks.Get_tasks',
    'method-wire-path-changed Tasks.Get_v1_tasks → Tasks.Get_tasks',
    'service-url-changed',
  ]);
});
