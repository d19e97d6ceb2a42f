import type { NormalDescriptor, NormalParameter, ParameterPlace } from '../normal-descriptor.js';
import type { DeclaredParameter } from '../operation/collect-parameters.js';
import { readHeading, readTags } from '../operation/read-document.js';
import { type OperationSteps, readOperations, verbsOf } from '../operation/read-operations.js';
import { readResponses } from '../operation/read-responses.js';
import { readSecurity } from '../operation/read-security.js';
import { readSecuritySchemes } from '../operation/read-security-schemes.js';
import { remembered } from '../operation/remembered.js';
import { NamedSchemas } from '../schema/named-schemas.js';
import type { SchemaReader } from '../schema/schema-reader.js';
import { TreeSchemaReader } from '../schema/tree-schema-reader.js';
import { spotAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { readHostServers, readOwnServers } from './read-host-servers.js';
import { answerOf, readSharedAnswer } from './read-swagger-answers.js';
import { readSwaggerParameter } from './read-swagger-parameter.js';
import { readSwaggerRequest } from './read-swagger-request.js';
import { readSwaggerSecurityScheme } from './read-swagger-security-scheme.js';

const VERBS = verbsOf('GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH');

/** Swagger 2.0 as the one shape. */
export function normalizeSwagger2(reading: Reading): NormalDescriptor {
  const named = new NamedSchemas(reading);
  const definitions = spotAt(reading, reading.root, 'definitions');
  if (definitions !== undefined) named.addAll(definitions);
  const reader = new TreeSchemaReader(reading, named);
  const securitySchemes = readSecuritySchemes(
    reading,
    reading.root,
    'securityDefinitions',
    readSwaggerSecurityScheme,
  );
  return {
    dialect: reading.dialect,
    ...readHeading(reading),
    servers: readHostServers(reading),
    securitySchemes,
    security: readSecurity(reading, reading.root, securitySchemes) ?? [],
    tags: readTags(reading),
    ...readOperations(stepsOf(reader, securitySchemes)),
    // Last, as everything before may refer to schemas that are not in `definitions`.
    schemas: reader.readNamed(),
  };
}

function stepsOf(reader: SchemaReader, securitySchemes: ReadonlyMap<string, unknown>): OperationSteps {
  const { reading } = reader;
  const readParameter = rememberedParameter(reader);
  const readShared = remembered((spot) => readSharedAnswer(reader, spot));
  return {
    reading,
    verbs: VERBS,
    securitySchemes,
    readRequest: (item, operation) => readSwaggerRequest(reader, readParameter, item, operation),
    readAnswers: (operation) =>
      readResponses(reading, operation, (spot, codes) =>
        answerOf(reader, readShared(spot), codes, operation),
      ),
    readServers: (item, operation) => readOwnServers(reading, item, operation),
    readEvents: () => [],
  };
}

function rememberedParameter(
  reader: SchemaReader,
): (declared: DeclaredParameter, place: ParameterPlace) => NormalParameter {
  const known = new Map<string, NormalParameter>();
  return (declared, place) => {
    const { pointer } = declared.spot;
    const parameter = known.get(pointer) ?? readSwaggerParameter(reader, declared, place);
    known.set(pointer, parameter);
    return parameter;
  };
}
