import type { Dialect, NormalDescriptor, NormalParameter, Verb } from '../normal-descriptor.js';
import { collectParameters, type DeclaredParameter } from '../operation/collect-parameters.js';
import { readHeading, readTags } from '../operation/read-document.js';
import { type OperationSteps, type Request, readOperations, verbsOf } from '../operation/read-operations.js';
import { readResponses } from '../operation/read-responses.js';
import { readSecurity } from '../operation/read-security.js';
import { readSecuritySchemes } from '../operation/read-security-schemes.js';
import { remembered } from '../operation/remembered.js';
import { NamedSchemas } from '../schema/named-schemas.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { TreeSchemaReader } from '../schema/tree-schema-reader.js';
import type { Spot } from '../tree/json-node.js';
import { spotAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { readSharedAnswer } from './read-answers.js';
import { readCallbacks, readWebhooks } from './read-events.js';
import { readParameter } from './read-parameter.js';
import { readRequestBody, readSharedBody } from './read-request-body.js';
import { readSecurityScheme } from './read-security-scheme.js';
import { readServers } from './read-servers.js';

const VERBS: readonly Verb[] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

type Schemes = NormalDescriptor['securitySchemes'];

/** OpenAPI 3.0, 3.1 and 3.2 as the one shape. */
export function normalizeOpenApi3(reading: Reading): NormalDescriptor {
  const components = spotAt(reading, reading.root, 'components') ?? { node: {}, pointer: '/components' };
  const named = new NamedSchemas(reading);
  const schemas = spotAt(reading, components, 'schemas');
  if (schemas !== undefined) named.addAll(schemas);
  const reader = new TreeSchemaReader(reading, named);
  const securitySchemes = readSecuritySchemes(reading, components, 'securitySchemes', readSecurityScheme);
  const { operations, events } = readOperations(stepsOf(reader, securitySchemes));
  return {
    dialect: reading.dialect,
    ...readHeading(reading),
    // Without any, the service stands where the descriptor does (OpenAPI Object, `servers`).
    servers: readServers(reading, reading.root) ?? [{ pointer: '', url: '', variables: [] }],
    securitySchemes,
    security: readSecurity(reading, reading.root, securitySchemes) ?? [],
    tags: readTags(reading),
    operations,
    events: [...events, ...readWebhooks(reading, verbsIn(reading.dialect))],
    // Last, as everything before may refer to schemas that are not among the components.
    schemas: reader.readNamed(),
  };
}

function stepsOf(reader: SchemaReader, securitySchemes: Schemes): OperationSteps {
  const { reading } = reader;
  const verbs = verbsIn(reading.dialect);
  const readRequest = requestReader(reader);
  const readShared = remembered((spot) => readSharedAnswer(reader, spot));
  return {
    reading,
    verbs,
    securitySchemes,
    readRequest,
    readAnswers: (operation) =>
      readResponses(reading, operation, (spot, codes) => ({ ...readShared(spot), codes })),
    readServers: (item, operation) => readServers(reading, operation) ?? readServers(reading, item),
    readEvents: (operation) => readCallbacks(reading, verbs, operation),
  };
}

function requestReader(reader: SchemaReader): (item: Spot, operation: Spot) => Request {
  const readBody = remembered((spot) => readSharedBody(reader, spot));
  const known = new Map<string, NormalParameter | undefined>();
  const readKnown = (declared: DeclaredParameter): NormalParameter | undefined => {
    const { pointer } = declared.spot;
    if (!known.has(pointer)) known.set(pointer, readParameter(reader, declared));
    return known.get(pointer);
  };
  return (item, operation) => {
    const declared = collectParameters(reader.reading, item, operation);
    const parameters = declared.map(readKnown).filter((parameter) => parameter !== undefined);
    const body = readRequestBody(reader, readBody, operation);
    return body === undefined ? { parameters } : { parameters, body };
  };
}

function verbsIn(dialect: Dialect): ReadonlyMap<string, Verb> {
  return dialect === '3.2' ? verbsOf(...VERBS, 'QUERY') : verbsOf(...VERBS);
}
