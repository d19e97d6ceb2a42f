import type { NormalOperation, Verb } from '../normal-descriptor.js';
import { answersMissing, bodyUnusual } from '../problems.js';
import { displayNameOf, isInternal, sunsetOf } from '../schema/read-remarks.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, spotAt, textAt, textsAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { matchPathParameters } from './match-path-parameters.js';
import { withPathQuery } from './path-query.js';
import type { FoundOperation, OperationSteps } from './read-operations.js';
import { readSecurity } from './read-security.js';

// RFC 9110, section 9.3: content of these has no generally defined meaning.
const BODILESS: ReadonlySet<Verb> = new Set<Verb>(['GET', 'HEAD', 'DELETE', 'TRACE']);

type Labels = Pick<
  NormalOperation,
  'operationId' | 'displayName' | 'description' | 'nextLinkName' | 'sunset'
>;

/** One operation. `displayName` is `x-ntx-summary`, `x-ms-summary` or `summary`, in this order. */
export function readOperation(steps: OperationSteps, found: FoundOperation): NormalOperation {
  const { reading } = steps;
  const { verb, path, pathKey, query, item, operation } = found;
  const { parameters, body } = steps.readRequest(item, operation);
  const security = readSecurity(reading, operation, steps.securitySchemes);
  const servers = steps.readServers(item, operation);
  if (body !== undefined && BODILESS.has(verb)) reading.report(bodyUnusual(body.pointer, { verb }));
  noteMissingAnswers(reading, operation);
  return {
    pointer: operation.pointer,
    verb,
    path,
    ...(pathKey !== path && { pathKey }),
    ...readLabels(reading, operation),
    tags: textsAt(reading, operation, 'tags') ?? [],
    deprecated: flagAt(reading, operation, 'deprecated') === true,
    internal: isInternal(operation),
    parameters: matchPathParameters(
      reading,
      operation,
      path,
      withPathQuery(operation.pointer, query, parameters),
    ),
    ...(body !== undefined && { body }),
    answers: steps.readAnswers(operation),
    ...(security !== undefined && { security }),
    ...(servers !== undefined && { servers }),
  };
}

function readLabels(reading: Reading, operation: Spot): Labels {
  const operationId = textAt(reading, operation, 'operationId');
  const displayName = displayNameOf(reading, operation) ?? textAt(reading, operation, 'summary');
  const description = textAt(reading, operation, 'description');
  const nextLinkName = readNextLink(reading, operation);
  const sunset = sunsetOf(operation);
  return {
    // An empty operationId is what some tools write for none.
    ...(operationId !== undefined && operationId !== '' && { operationId }),
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(nextLinkName !== undefined && { nextLinkName }),
    ...(sunset !== undefined && { sunset }),
  };
}

function readNextLink(reading: Reading, operation: Spot): string | undefined {
  const pageable = spotAt(reading, operation, 'x-ms-pageable');
  return pageable && textAt(reading, pageable, 'nextLinkName');
}

function noteMissingAnswers(reading: Reading, operation: Spot): void {
  const answers = own(operation.node, 'responses');
  if (answers === undefined || answers === null) reading.report(answersMissing(operation.pointer));
}
