const HEAD = `
openapi: 3.1.0
info: { title: Test, version: '1' }
servers: [{ url: https://api.example/v1 }]
`;

const SENDS = `
    post:
      operationId: add
      tags: [Tasks]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
      responses: { '204': { description: done } }`;
const ANSWERS = `
    get:
      operationId: find
      tags: [Tasks]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }`;

function withTask(operations: string, schema: string): string {
  return `${HEAD}
paths:
  /tasks:${operations}
components:
  schemas:
    Task: ${schema}
    Other: { properties: { name: { type: string } } }
`;
}

/** A type `Task` that a Method sends. */
export function sentTask(schema: string): string {
  return withTask(SENDS, schema);
}

/** A type `Task` that a Method answers. */
export function answeredTask(schema: string): string {
  return withTask(ANSWERS, schema);
}

/** A type `Task` that one Method sends and another answers. */
export function exchangedTask(schema: string): string {
  return withTask(SENDS + ANSWERS, schema);
}

/** The Method `Tasks.list` with some parameters. */
export function withParameters(parameters: string): string {
  return `${HEAD}
paths:
  /tasks:
    get:
      operationId: list
      tags: [Tasks]
      parameters: ${parameters}
      responses: { '204': { description: done } }
components:
  schemas:
    Order: { type: string, enum: [up, down] }
    Other: { properties: { name: { type: string } } }
`;
}

/** The Method `Tasks.run` with its own members, beside two types. */
export function operation(members: string): string {
  return `${HEAD}
paths:
  /run:
    post:
      operationId: run
      tags: [Tasks]
      ${members}
components:
  schemas:
    Task: { required: [id], properties: { id: { type: string }, name: { type: string } } }
    Short: { required: [id], properties: { id: { type: string } } }
    Person: { properties: { mail: { type: string } } }
`;
}

/** The whole of `paths`, beside one type. */
export function paths(members: string): string {
  return `${HEAD}
paths:
  ${members}
components:
  schemas:
    Task: { required: [id], properties: { id: { type: string }, name: { type: string } } }
`;
}

/** The whole of `schemas`, with a Method that answers the type `Root`. */
export function schemas(members: string): string {
  return `${HEAD}
paths:
  /root:
    get:
      operationId: root
      tags: [Roots]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Root' } } } } }
components:
  schemas:
    ${members}
`;
}

/** A whole document of two Methods, without its head. */
export function document(members: string): string {
  return `
openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /a: { get: { operationId: a, tags: [Tasks], responses: { '204': { description: done } } } }
${members}
`;
}
