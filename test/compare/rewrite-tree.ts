import fc from 'fast-check';

export type Tree = { [key: string]: unknown };

/** The same tree with the members of every object in another order; lists stay as they are. */
export function reordered(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => reordered(part, random));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, part]) => ({ key, part, at: random() }));
  members.sort((one, other) => one.at - other.at);
  return Object.fromEntries(members.map(({ key, part }) => [key, reordered(part, random)]));
}

/**
 * The same descriptor with inline schemas given names under `components/schemas`, wherever the dice say so: those of
 * bodies, answers, parameters, properties, elements and alternatives.
 */
export function withNamedSchemas(document: Tree, random: () => number): Tree {
  const copy = structuredClone(document);
  const { schemas } = copy['components'] as { schemas: Tree };
  const moved: Tree = {};
  const move = (holder: Tree, key: string): void => {
    const schema = holder[key];
    if (typeof schema !== 'object' || schema === null || '$ref' in schema || random() < 0.4) return;
    const name = `Moved_${Object.keys(moved).length}`;
    moved[name] = schema;
    holder[key] = { $ref: `#/components/schemas/${name}` };
  };
  for (const schema of Object.values(schemas)) visitSchema(schema, move);
  visitHolders(copy['paths'], move);
  Object.assign(schemas, moved);
  return copy;
}

type Move = (holder: Tree, key: string) => void;

function visitHolders(value: unknown, move: Move): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'schema') {
      visitSchema(part, move);
      move(value as Tree, key);
    } else visitHolders(part, move);
  }
}

/** The parts first: so what is moved may hold what was moved. */
function visitSchema(schema: unknown, move: Move): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties = {}, oneOf = [] } = schema as { properties?: Tree; oneOf?: unknown[] };
  for (const key of Object.keys(properties)) {
    visitSchema(properties[key], move);
    move(properties, key);
  }
  oneOf.forEach((part, index) => {
    visitSchema(part, move);
    move(oneOf as unknown as Tree, String(index));
  });
  for (const key of ['items', 'additionalProperties']) {
    visitSchema((schema as Tree)[key], move);
    if (key in schema) move(schema as Tree, key);
  }
}

const PROPERTY_NAMES = ['id', 'name', 'state', 'owner', 'due', 'tags', 'size'];

const scalar: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>(
    { type: 'string' },
    { type: 'string', format: 'date-time' },
    { type: 'string', maxLength: 20 },
    { type: 'integer', minimum: 1 },
    { type: 'number' },
    { type: 'boolean' },
    { type: ['string', 'null'] },
  ),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((values) => ({ enum: values })),
);

const { schema } = fc.letrec<{ schema: Tree; object: Tree }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.constantFrom<Tree>({ $ref: '#/components/schemas/Task' }, { $ref: '#/components/schemas/Person' }),
    tie('object'),
    tie('schema').map((items) => ({ type: 'array', items })),
    tie('schema').map((values) => ({ type: 'object', additionalProperties: values })),
    fc.array(tie('object'), { minLength: 2, maxLength: 3 }).map((oneOf) => ({ oneOf })),
  ),
  object: fc
    .record({
      properties: fc.dictionary(fc.constantFrom(...PROPERTY_NAMES), tie('schema'), {
        minKeys: 1,
        maxKeys: 3,
      }),
      required: fc.uniqueArray(fc.constantFrom(...PROPERTY_NAMES)),
    })
    .map(({ properties, required }) => ({
      type: 'object',
      properties,
      required: required.filter((name) => name in properties),
    })),
}));

const named: fc.Arbitrary<Tree> = fc
  .dictionary(fc.constantFrom(...PROPERTY_NAMES), schema, { minKeys: 2, maxKeys: 4 })
  .map((properties) => ({ type: 'object', properties }));

/** One schema in some media types, whose order says nothing. */
const content: fc.Arbitrary<Tree> = fc
  .record({
    schema,
    mediaTypes: fc.shuffledSubarray(['application/json', 'application/hal+json', 'text/plain', 'image/png'], {
      minLength: 1,
    }),
  })
  .map(({ schema: one, mediaTypes }) =>
    Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: one }])),
  );

const operation: fc.Arbitrary<Tree> = fc
  .record({ body: fc.option(content), answer: fc.option(content), filter: fc.option(scalar) })
  .map(({ body, answer, filter }) => ({
    tags: ['Tasks'],
    ...(filter === null ? {} : { parameters: [{ name: 'filter', in: 'query', schema: filter }] }),
    ...(body === null ? {} : { requestBody: { content: body } }),
    responses: { 200: { description: 'ok', ...(answer === null ? {} : { content: answer }) } },
  }));

/** Descriptors of a few operations and types, which may hold each other. */
export const descriptor: fc.Arbitrary<Tree> = fc
  .record({
    operations: fc.dictionary(fc.constantFrom('list', 'add', 'find', 'change'), operation, { minKeys: 1 }),
    Task: named,
    Person: named,
  })
  .map(({ operations, Task, Person }) => ({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    servers: [{ url: 'https://api.example' }],
    paths: Object.fromEntries(
      Object.entries(operations).map(([id, one]) => [`/${id}`, { post: { operationId: id, ...one } }]),
    ),
    components: { schemas: { Task, Person } },
  }));

/** Numbers from 0 to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
