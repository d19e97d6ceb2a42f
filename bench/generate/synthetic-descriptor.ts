/** A descriptor with so many operations, each with a schema of its own and a few Properties: for how cost grows. */
export function syntheticDescriptor(operations: number): unknown {
  const paths: Record<string, unknown> = {};
  const schemas: Record<string, unknown> = {};
  for (let i = 0; i < operations; i++) {
    const name = `Record${i}`;
    schemas[name] = {
      type: 'object',
      description: `Record number ${i}.`,
      required: ['id'],
      properties: {
        id: { type: 'string', description: 'Identifier.' },
        amount: { type: 'number' },
        createdOn: { type: 'string', format: 'date-time' },
        state: { type: 'string', enum: ['open', 'closed'] },
        tags: { type: 'array', items: { type: 'string' } },
        next: { $ref: `#/components/schemas/Record${(i + 1) % operations}` },
      },
    };
    paths[`/group${i % 50}/records${i}/{id}`] = {
      get: {
        operationId: `getRecord${i}`,
        tags: [`Group${i % 50}`],
        summary: `Get record ${i}`,
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'expand', in: 'query', schema: { type: 'boolean' } },
        ],
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
          },
        },
      },
    };
  }
  return { openapi: '3.0.3', info: { title: 'Synthetic', version: '1' }, paths, components: { schemas } };
}
