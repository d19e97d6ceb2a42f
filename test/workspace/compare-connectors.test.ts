import { expect, test } from 'vitest';
import type { Connector, Method, ServiceObject } from '../../src/model/connector.js';
import { DEFAULT_SETTINGS } from '../../src/model/service-instance.js';
import { compareConnectors } from '../../src/workspace/compare-connectors.js';

const names = (systemName: string) => ({ systemName, displayName: systemName, wireName: systemName });

function method(systemName: string, changes: Partial<Method> = {}): Method {
  const call: Method['call'] = { verb: 'GET', path: '/a' };
  return {
    ...names(systemName),
    type: 'read',
    pointer: '/paths/a',
    inputs: [],
    outputs: [],
    answers: [],
    call,
    ...changes,
  };
}

function object(
  systemName: string,
  methods: Method[] = [],
  changes: Partial<ServiceObject> = {},
): ServiceObject {
  return { ...names(systemName), category: 'object-type', properties: [], methods, ...changes };
}

function connector(...serviceObjects: ServiceObject[]): Connector {
  return {
    serviceInstance: 'a',
    title: 'A',
    version: '1',
    variables: {},
    settings: DEFAULT_SETTINGS,
    serviceObjects,
  };
}

const NONE = { added: [], removed: [], changed: [] };
const rows = [
  {
    name: 'the same',
    before: connector(object('A', [method('M')])),
    after: connector(object('A', [method('M')])),
    want: { serviceObjects: NONE, methods: NONE },
  },
  {
    name: 'moved within the file',
    before: connector(object('A', [method('M')])),
    after: connector(object('A', [method('M', { pointer: '/paths/b' })])),
    want: { serviceObjects: NONE, methods: NONE },
  },
  {
    name: 'a Service Object came, another went',
    before: connector(object('A')),
    after: connector(object('B')),
    want: { serviceObjects: { added: ['B'], removed: ['A'], changed: [] }, methods: NONE },
  },
  {
    name: 'a Service Object changed',
    before: connector(object('A')),
    after: connector(object('A', [], { description: 'x' })),
    want: { serviceObjects: { ...NONE, changed: ['A'] }, methods: NONE },
  },
  {
    name: 'Methods came, went and changed',
    before: connector(object('A', [method('Went'), method('Changed')])),
    after: connector(object('A', [method('Came'), method('Changed', { type: 'list' })])),
    want: {
      serviceObjects: NONE,
      methods: { added: ['A.Came'], removed: ['A.Went'], changed: ['A.Changed'] },
    },
  },
];
test.each(rows)('$name', ({ before, after, want }) => expect(compareConnectors(before, after)).toEqual(want));
