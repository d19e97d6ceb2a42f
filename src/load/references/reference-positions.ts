/**
 * Where in a descriptor a `$ref` is a reference. Everywhere else (`example`, `default`, `enum`, `x-…`, a
 * property that is called `$ref`) it is data. From the object tables of Swagger 2.0 and OpenAPI 3.0 to 3.2 and
 * the keywords of JSON Schema 2020-12.
 */
export interface Position {
  /** What stands here, for messages. */
  readonly what: string;
  /** Keywords whose values may hold references. A list has the position of its items. */
  readonly keys: ReadonlyMap<string, Position>;
  /** The position of every value of a map of names. */
  readonly entries?: Position;
  /** Texts here are references though their keys are names: `discriminator.mapping`. */
  readonly isMapping?: true;
  /** Keys that start with `x-` are extensions and no names. */
  readonly hasExtensions?: true;
  /** Where a shared one of this kind is kept, by name. */
  readonly home?: Home;
}

/** The pointer of a container in the root document; absent where that version of OpenAPI has none. */
export interface Home {
  readonly swagger2?: string;
  readonly openapi30?: string;
  readonly openapi31?: string;
}

interface OpenPosition extends Position {
  readonly keys: Map<string, Position>;
}

function position(what: string, more: Omit<Position, 'what' | 'keys'> = {}): OpenPosition {
  return { what, keys: new Map(), ...more };
}

function mapOf(entries: Position, more: { hasExtensions?: true } = {}): Position {
  return position(`${entries.what}s`, { entries, ...more });
}

function component(section: string): Home {
  return { openapi30: `/components/${section}`, openapi31: `/components/${section}` };
}

function allow(at: OpenPosition, child: Position, ...keys: readonly string[]): void {
  for (const key of keys) at.keys.set(key, child);
}

const schema = position('schema', { home: { ...component('schemas'), swagger2: '/definitions' } });
const discriminator = position('discriminator');
const mapping = position('mapping', { isMapping: true });
const parameter = position('parameter', { home: { ...component('parameters'), swagger2: '/parameters' } });
const response = position('response', { home: { ...component('responses'), swagger2: '/responses' } });
const header = position('header', { home: component('headers') });
const requestBody = position('request body', { home: component('requestBodies') });
const securityScheme = position('security scheme', { home: component('securitySchemes') });
const link = position('link', { home: component('links') });
const mediaType = position('media type');
const encoding = position('encoding');
const pathItem = position('path item', { home: { openapi31: '/components/pathItems' } });
const callback = position('callback', {
  home: component('callbacks'),
  entries: pathItem,
  hasExtensions: true,
});
const operation = position('operation');
const components = position('components');
const plain = position('object');

const schemas = mapOf(schema);
allow(
  schema,
  schemas,
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependencies',
);
allow(schema, schema, 'items', 'allOf', 'anyOf', 'oneOf', 'prefixItems', 'additionalProperties', 'not');
allow(schema, schema, 'if', 'then', 'else', 'contains', 'propertyNames', 'contentSchema');
allow(schema, schema, 'additionalItems', 'unevaluatedItems', 'unevaluatedProperties');
allow(schema, discriminator, 'discriminator');
allow(discriminator, mapping, 'mapping');

const headers = mapOf(header);
const contents = mapOf(mediaType);
for (const holder of [parameter, header]) {
  allow(holder, schema, 'schema', 'items');
  allow(holder, contents, 'content');
}
allow(requestBody, contents, 'content');
allow(response, schema, 'schema');
allow(response, headers, 'headers');
allow(response, contents, 'content');
allow(response, mapOf(link), 'links');
allow(mediaType, schema, 'schema', 'itemSchema');
allow(mediaType, mapOf(encoding), 'encoding');
allow(mediaType, encoding, 'prefixEncoding', 'itemEncoding');
allow(encoding, headers, 'headers');
allow(encoding, mapOf(encoding), 'encoding');
allow(encoding, encoding, 'prefixEncoding', 'itemEncoding');

const responses = mapOf(response);
const callbacks = mapOf(callback);
allow(operation, parameter, 'parameters');
allow(operation, requestBody, 'requestBody');
allow(operation, responses, 'responses');
allow(operation, callbacks, 'callbacks');
allow(pathItem, parameter, 'parameters');
allow(pathItem, operation, 'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query');
allow(pathItem, mapOf(operation), 'additionalOperations');

const pathItems = mapOf(pathItem);
allow(components, schemas, 'schemas');
allow(components, mapOf(parameter), 'parameters');
allow(components, responses, 'responses');
allow(components, headers, 'headers');
allow(components, mapOf(requestBody), 'requestBodies');
allow(components, mapOf(securityScheme), 'securitySchemes');
allow(components, mapOf(link), 'links');
allow(components, callbacks, 'callbacks');
allow(components, pathItems, 'pathItems');
allow(components, contents, 'mediaTypes');

const root = position('document');
allow(root, mapOf(pathItem, { hasExtensions: true }), 'paths', 'x-ms-paths');
allow(root, pathItems, 'webhooks');
allow(root, components, 'components');
allow(root, schemas, 'definitions', '$defs');
allow(root, mapOf(parameter), 'parameters');
allow(root, responses, 'responses');
allow(root, mapOf(securityScheme), 'securityDefinitions');
allow(root, plain, 'info', 'tags', 'servers');

/** The whole document. */
export const documentPosition: Position = root;

/** A schema: where a discriminator's mapping points. */
export const schemaPosition: Position = schema;

/** The position of a value under `key`, or undefined where it is data. */
export function positionUnder(at: Position, key: string): Position | undefined {
  const known = at.keys.get(key);
  if (known !== undefined || at.entries === undefined) return known;
  return at.hasExtensions && key.startsWith('x-') ? undefined : at.entries;
}
