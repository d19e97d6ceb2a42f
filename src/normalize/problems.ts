import { defineProblem } from '../base/problem.js';
import { quoted } from '../base/visible-text.js';

// Kinds of Problem this floor finds, in alphabetical order of their codes; docs/problems.md explains each.

export const allOfConflict = defineProblem<{ what: string }>(
  'all-of-conflict',
  'warning',
  ({ what }) => `parts that must all hold say different things of ${what}; the first is used`,
  'Say it in one place only',
);

export const allOfContradiction = defineProblem<{ one: string; other: string }>(
  'all-of-contradiction',
  'warning',
  ({ one, other }) => `no value can be ${one} and ${other} at once`,
  'Take one of the two away',
);

export const allOfRecursive = defineProblem<{ name: string }>(
  'all-of-recursive',
  'warning',
  ({ name }) => `the schema ${quoted(name)} is made of itself through allOf; it is cut here`,
  'Let a property, not allOf, hold the schema again',
);

export const allOfTooDeep = defineProblem<{ name: string }>(
  'all-of-too-deep',
  'warning',
  ({ name }) =>
    `the chain of allOf is too long; the schema ${quoted(name)} and what it is made of are left out`,
  'Shorten the chain',
);

export const allOfTooLarge = defineProblem(
  'all-of-too-large',
  'error',
  () => 'the allOf of this document unite too many properties; from here on they are left out',
  'Reference large schemas from a property instead of uniting them',
);

export const answerCodeUnknown = defineProblem<{ code: string }>(
  'answer-code-unknown',
  'warning',
  ({ code }) => `${quoted(code)} is not a status code, a range such as 2XX or default; it is left out`,
  'Write the code as three digits, in quotes in YAML',
);

export const answersMissing = defineProblem(
  'answers-missing',
  'warning',
  () => 'the operation has no responses; its answer is taken as empty',
  'Describe at least the answer of success',
);

export const bodyAndForm = defineProblem(
  'body-and-form',
  'warning',
  () => 'the operation has a body parameter and form fields; the form fields are left out',
  'Keep one of the two: a request has one body',
);

export const bodySeveral = defineProblem<{ name: string }>(
  'body-several',
  'warning',
  ({ name }) => `the operation has another body parameter, ${quoted(name)}; it is left out`,
  'Keep one body parameter with one schema',
);

export const bodyUnusual = defineProblem<{ verb: string }>(
  'body-unusual',
  'note',
  ({ verb }) => `the operation has a request body, which ${verb} usually has not; it is sent as described`,
  'Use POST, PUT or PATCH, or make sure that the service reads the body',
);

export const dynamicReference = defineProblem(
  'dynamic-reference',
  'note',
  () => '$dynamicRef is read as $ref: it means the same schema wherever it is used',
  'Use $ref where that is what you mean',
);

export const enumValueUnusable = defineProblem<{ found: string }>(
  'enum-value-unusable',
  'note',
  ({ found }) => `${found} cannot be a choice here; it is left out of the choices`,
  'List simple values: text, numbers, true, false or null',
);

export const formatUnknown = defineProblem<{ format: string }>(
  'format-unknown',
  'note',
  ({ format }) => `the format ${quoted(format)} has no meaning here; the plain type is used`,
  'Nothing, if the plain type will do',
);

export const hostMalformed = defineProblem<{ host: string }>(
  'host-malformed',
  'warning',
  ({ host }) => `host ${quoted(host)} holds more than a host name and a port; only these are used`,
  'Put the scheme into schemes and the path into basePath',
);

export const memberMissing = defineProblem<{ member: string }>(
  'member-missing',
  'warning',
  ({ member }) => `${quoted(member)} is required and missing; what it belongs to is left out`,
  'Add it',
);

export const memberWrongType = defineProblem<{ member: string; wanted: string; found: string }>(
  'member-wrong-type',
  'warning',
  ({ member, wanted, found }) => `${quoted(member)} should be ${wanted} and is ${found}; it is ignored`,
  'Give it the type the specification asks for',
);

export const operationIdDuplicate = defineProblem<{ operationId: string }>(
  'operation-id-duplicate',
  'warning',
  ({ operationId }) =>
    `operationId ${quoted(operationId)} is taken by an earlier operation; this one is named by its path`,
  'Give each operation an operationId of its own',
);

export const parameterDuplicate = defineProblem<{ name: string; place: string }>(
  'parameter-duplicate',
  'warning',
  ({ name, place }) =>
    `parameter ${quoted(name)} in ${place} stands in the same list twice; the first is used`,
  'Remove one of the two',
);

export const parameterHeaderReserved = defineProblem<{ name: string }>(
  'parameter-header-reserved',
  'note',
  ({ name }) => `header ${quoted(name)} is not a parameter in OpenAPI 3; it is left out`,
  'Describe it by content types or a security scheme',
);

export const parameterPlaceUnknown = defineProblem<{ name: string; place: string }>(
  'parameter-place-unknown',
  'warning',
  ({ name, place }) =>
    `parameter ${quoted(name)} is in ${quoted(place)}, which is no place this version knows; it is left out`,
  'Use path, query, header or cookie; OpenAPI 3 describes bodies under requestBody',
);

export const parameterQuerystring = defineProblem<{ name: string }>(
  'parameter-querystring',
  'note',
  ({ name }) => `parameter ${quoted(name)} is the whole query string; it is left out`,
  'Describe the single parameters with in: query',
);

export const parameterStyleUnusable = defineProblem<{ style: string; place: string }>(
  'parameter-style-unusable',
  'warning',
  ({ style, place }) => `${quoted(style)} is no way to write a value in ${place}; the usual one is used`,
  'Use a style that the specification lists for this place',
);

export const pathAmbiguous = defineProblem<{ other: string }>(
  'path-ambiguous',
  'note',
  ({ other }) => `the path differs from ${quoted(other)} only by the names of its parameters`,
  'Describe both under one path',
);

export const pathParameterOptional = defineProblem<{ name: string }>(
  'path-parameter-optional',
  'note',
  ({ name }) => `path parameter ${quoted(name)} is not marked as required; it is taken as required`,
  'Add required: true',
);

export const pathParameterUndeclared = defineProblem<{ name: string }>(
  'path-parameter-undeclared',
  'warning',
  ({ name }) => `parameter ${quoted(name)} of the path is not declared; it is added as required text`,
  'Declare it with in: path, required: true and its type',
);

export const pathParameterUnused = defineProblem<{ name: string }>(
  'path-parameter-unused',
  'warning',
  ({ name }) => `path parameter ${quoted(name)} does not occur in the path; it is left out`,
  'Put it into the path in braces, or remove it',
);

export const pathWithoutSlash = defineProblem<{ path: string }>(
  'path-without-slash',
  'warning',
  ({ path }) => `path ${quoted(path)} does not begin with a slash; one is put before it`,
  'Begin the path with a slash',
);

export const referenceCycle = defineProblem<{ reference: string }>(
  'reference-cycle',
  'warning',
  ({ reference }) => `${quoted(reference)} leads through references back to itself and never to a value`,
  'Let one of them hold a value; until then any value is taken',
);

export const referenceExternal = defineProblem<{ reference: string }>(
  'reference-external',
  'error',
  ({ reference }) => `${quoted(reference)} leads out of the document and was not brought in`,
  'Put what it points at into the document',
);

export const referenceSiblingsIgnored = defineProblem(
  'reference-siblings-ignored',
  'note',
  () => 'what stands beside a $ref is ignored up to OpenAPI 3.0; this is the first such spot',
  'Put the reference into allOf with one member, or move to OpenAPI 3.1',
);

export const referenceUnresolved = defineProblem<{ reference: string }>(
  'reference-unresolved',
  'error',
  ({ reference }) => `${quoted(reference)} points at nothing`,
  'Correct the reference, or add what it points at',
);

export const requiredUndeclared = defineProblem<{ name: string }>(
  'required-undeclared',
  'note',
  ({ name }) => `property ${quoted(name)} is required but not described; it is left out`,
  'Describe it under properties, or correct its spelling',
);

export const restSimplified = defineProblem(
  'rest-simplified',
  'note',
  () => 'several schemas apply to further names, depending on the name; any value is taken',
  'Use one schema under additionalProperties',
);

export const schemaKeywordLeftOut = defineProblem<{ keyword: string }>(
  'schema-keyword-left-out',
  'note',
  ({ keyword }) => `${quoted(keyword)} cannot be carried over; values are not checked against it`,
  'Nothing, if the service checks it',
);

export const schemaMissing = defineProblem<{ taken: string }>(
  'schema-missing',
  'warning',
  ({ taken }) => `no schema says what values look like; ${taken}`,
  'Add the schema',
);

export const schemaTooDeep = defineProblem<{ maxDepth: number }>(
  'schema-too-deep',
  'error',
  ({ maxDepth }) => `schemas are nested more than ${maxDepth} deep; any value is taken from here on`,
  'Give inner schemas names and reference them',
);

export const securitySchemeUndeclared = defineProblem<{ name: string }>(
  'security-scheme-undeclared',
  'warning',
  ({ name }) => `security scheme ${quoted(name)} is asked for but not declared`,
  'Declare it, or correct its name',
);

export const securitySchemeUnreadable = defineProblem<{ name: string }>(
  'security-scheme-unreadable',
  'warning',
  ({ name }) => `security scheme ${quoted(name)} lacks a member it needs; it cannot be used`,
  'Complete it as the specification says for its type',
);

export const serverVariableUndeclared = defineProblem<{ name: string }>(
  'server-variable-undeclared',
  'warning',
  ({ name }) => `variable ${quoted(name)} of the address is not declared and has no default`,
  'Declare the variable with a default',
);

export const typeUnknown = defineProblem<{ type: string; taken: string }>(
  'type-unknown',
  'warning',
  ({ type, taken }) => `${quoted(type)} is not a type; ${taken} is taken`,
  'Use string, integer, number, boolean, object or array, with a format where needed',
);

export const unionLeftOut = defineProblem(
  'union-left-out',
  'note',
  () => 'the alternatives cannot be united with what stands beside them; they are left out',
  'Put the common properties into each alternative',
);

export const verbUnsupported = defineProblem<{ verb: string }>(
  'verb-unsupported',
  'warning',
  ({ verb }) => `${quoted(verb)} is no verb this version knows; the operation is left out`,
  'Use one of the verbs the specification lists, in lower case',
);
