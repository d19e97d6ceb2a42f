import type { Dialect, NormalDescriptor, NormalParameter, Verb } from '../normal-descriptor.js';
import { collectParameters, type DeclaredParameter } from '../operation/collect-parameters.js';
import { readHeading, readTags } from '../operation/read-document.js';
import { type OperationSteps, type Request, readOperations, verbsOf } from '../operation/read-operations.js';
import { readSecurity } from '../operation/read-security.js';
import { remembered } from '../operation/remembered.js';
import { readSecuritySchemes } from '../operation/security-parts.js';
import { createSchemaReader } from '../schema/create-schema-reader.js';
import { NamedSchemas } from '../schema/named-schemas.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import type { Spot } from '../tree/json-node.js';
import { spotAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { readAnswers, readSharedAnswer } from './read-answers.js';
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
  for (const map of schemaMaps(reading, components)) named.addAll(map);
  const reader = createSchemaReader(reading, named);
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

function schemaMaps(reading: Reading, components: Spot): readonly Spot[] {
  const schemas = spotAt(reading, components, 'schemas');
  return schemas === undefined ? [] : [schemas];
}

function stepsOf(reader: SchemaReader, securitySchemes: Schemes): OperationSteps {
  const { reading } = reader;
  const verbs = verbsIn(reading.dialect);
  const readRequest = requestReader(reader);
  const readAnswer = remembered((spot) => readSharedAnswer(reader, spot));
  return {
    reading,
    verbs,
    securitySchemes,
    readRequest,
    readAnswers: (operation) => readAnswers(reader, readAnswer, operation),
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
