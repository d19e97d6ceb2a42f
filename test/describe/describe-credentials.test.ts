import { expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, methodIn, openApi } from './describe-tree.js';

const SCHEMES: JsonTree = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  basic: { type: 'http', scheme: 'basic' },
  jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  tls: { type: 'mutualTLS' },
  oauth: {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: '', write: '' } } },
  },
};
const KEY = { kind: 'api-key', in: 'header', name: 'X-Key' };
const OAUTH = { kind: 'oauth', flows: [{ flow: 'client-credentials', tokenUrl: 'https://a.example/t' }] };

function described(security: JsonTree, ofMethod?: JsonTree): ReturnType<typeof describeTree> {
  const operation = {
    operationId: 'run',
    responses: { '204': { description: '' } },
    ...(ofMethod === undefined ? {} : { security: ofMethod }),
  };
  return describeTree(
    openApi({
      paths: { '/run': { post: operation } },
      components: { securitySchemes: SCHEMES },
      security,
    }),
  );
}

test.each<{ name: string; given: JsonTree; want: unknown }>([
  { name: 'nothing', given: [], want: undefined },
  { name: 'one', given: [{ key: [] }], want: [[KEY]] },
  { name: 'none needed, or one', given: [{}, { jwt: [] }], want: [[], [{ kind: 'bearer' }]] },
  { name: 'two together', given: [{ key: [], basic: [] }], want: [[KEY, { kind: 'basic' }]] },
  {
    name: 'scopes, sorted',
    given: [{ oauth: ['write', 'read'] }],
    want: [[{ ...OAUTH, scopes: ['read', 'write'] }]],
  },
  { name: 'another kind', given: [{ tls: [] }], want: [[{ kind: 'other', name: 'mutualTLS' }]] },
  { name: 'one that is not declared', given: [{ sso: [] }], want: [[{ kind: 'other', name: 'sso' }]] },
])('the descriptor asks for $name', ({ given, want }) => {
  expect(described(given).connector.credentials).toEqual(want);
});

test('a Method that says something itself keeps it; one that does not has nothing of its own', () => {
  expect(methodIn(described([{ key: [] }]), 'run').credentials).toBeUndefined();
  expect(methodIn(described([{ key: [] }], []), 'run').credentials).toEqual([]);
  expect(methodIn(described([{ key: [] }], [{ oauth: [] }]), 'run').credentials).toEqual([[OAUTH]]);
});
