// A description completes the sentence «… must be …»: findings are made of them. Members that are not listed are
// carried along: a later version may have written them.
const text = { type: 'string', description: 'text' };
const flag = { type: 'boolean', description: 'true or false' };
const texts = { type: 'array', items: text, description: 'a list of text' };
const anyMapping = { type: 'object', description: 'a mapping' };

function mapping(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required, properties, description: `a mapping with ${required.join(', ')}` };
}

function listOf(items: object, things: string): object {
  return { type: 'array', items, description: `a list of ${things}` };
}

function oneOf(...words: readonly string[]): object {
  return { enum: words, description: `one of ${words.join(', ')}` };
}

const value = { $ref: '#/definitions/value', description: 'a type' };
const smartObjectType = oneOf('Text', 'Memo', 'Number', 'Decimal', 'YesNo', 'DateTime', 'File');
const serialized = ['SerializedItem', 'SerializedArray', 'SerializedValue'];
const cell = oneOf('Text', 'Number', 'Decimal', 'YesNo', 'DateTime', 'File', ...serialized);

/** The members of a type, by its kind. */
const VALUE_KINDS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  any: {},
  nothing: {},
  null: {},
  text: {},
  number: { whole: flag },
  'yes-no': {},
  choice: { values: { type: 'array', description: 'a list of values' } },
  file: {},
  named: { object: text },
  list: { of: value },
  tuple: { items: listOf(value, 'types') },
  map: { of: value },
  'one-of': { of: listOf(value, 'types') },
  record: {},
};

const valueKinds = Object.entries(VALUE_KINDS).map(([kind, properties]) =>
  mapping(['kind', ...Object.keys(properties)], { kind: { const: kind }, ...properties }),
);

const names = { systemName: text, displayName: text, wireName: text };
const typed = { ...names, type: smartObjectType, value, required: flag, description: text };

const property = mapping(['systemName', 'type', 'value'], { ...typed, cell });
const input = mapping(['systemName', 'type', 'value'], {
  ...typed,
  definition: mapping(['in', 'type'], {
    in: oneOf('path', 'query', 'header', 'cookie', 'body', 'field'),
    type: cell,
  }),
});
const answer = mapping(['codes', 'as'], {
  codes: text,
  as: oneOf('record', 'item', 'array', 'value', 'text', 'file', 'nothing'),
  object: text,
  properties: anyMapping,
  mediaTypes: texts,
  value,
});
const method = mapping(['systemName', 'type', 'pointer', 'inputs', 'outputs', 'answers', 'call'], {
  ...names,
  type: text,
  pointer: text,
  inputs: listOf(input, 'inputs'),
  outputs: listOf(property, 'outputs'),
  answers: listOf(answer, 'answers'),
  rows: value,
  call: mapping(['verb', 'path'], { verb: text, path: text, serviceUrl: text }),
});
const serviceObject = mapping(['category', 'systemName', 'properties', 'methods'], {
  ...names,
  category: oneOf('object-type', 'system-type', 'service-operations'),
  value,
  properties: listOf(property, 'Properties'),
  methods: listOf(method, 'Methods'),
});
const settings = mapping(['authentication', 'defaultHeaders', 'timeoutMs', 'placement'], {
  authentication: mapping(['mode'], { mode: text }),
  defaultHeaders: anyMapping,
  timeoutMs: { type: 'number', description: 'a number' },
  placement: oneOf('tag', 'response'),
  selection: mapping(['objects', 'systemTypes'], { objects: texts, systemTypes: texts }),
});

/** JSON Schema (draft 07) of `connector.json`, as `connectorJson` prints it. */
export const CONNECTOR_JSON_SCHEMA = {
  ...mapping(['serviceInstance', 'title', 'version', 'variables', 'settings', 'serviceObjects'], {
    serviceInstance: text,
    title: text,
    version: text,
    serviceUrl: text,
    variables: anyMapping,
    settings,
    serviceObjects: listOf(serviceObject, 'Service Objects'),
  }),
  definitions: {
    value: {
      type: 'object',
      description: `a type whose kind is one of ${Object.keys(VALUE_KINDS).join(', ')}`,
      required: ['kind'],
      discriminator: { propertyName: 'kind' },
      oneOf: valueKinds,
    },
  },
};
