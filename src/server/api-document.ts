import { DEFINITIONS, type Json, ref } from './api-definitions.js';

export interface Served {
  readonly host: string;
  readonly protocol: string;
  /** Path of the API. */
  readonly base: string;
}

/** The OpenAPI document of what is served, as K2 serves its own: Swagger 2.0, which K2 can register as well. */
export function apiDocument({ host, protocol, base }: Served): Json {
  return {
    swagger: '2.0',
    info: {
      title: 'Workflow API',
      version: 'v1',
      description:
        'Waiting steps, tasks and workflows, under the paths and with the bodies of the K2 Workflow REST API.',
    },
    host,
    basePath: base,
    schemes: [protocol],
    consumes: ['application/json'],
    produces: ['application/json', 'application/problem+json'],
    security: [{ bearer: [] }, { basic: [] }],
    securityDefinitions: {
      bearer: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Bearer and a token.' },
      basic: { type: 'basic' },
    },
    paths: PATHS,
    definitions: DEFINITIONS,
  };
}

const inPath = (name: string, type = 'string', format?: string): Json => ({
  name,
  in: 'path',
  required: true,
  type,
  ...(format === undefined ? {} : { format }),
});
const inBody = (name: string, type: string, required: boolean): Json => ({
  name,
  in: 'body',
  required,
  schema: ref(type),
});

const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'The body or a value is not acceptable.',
  '401': 'No valid credential.',
  '403': 'The caller lacks the right.',
  '404': 'Nothing with that identifier.',
  '409': 'Somebody else has taken the task on, or it was finished before.',
  '410': 'It waits no more.',
  '413': 'The body is too large.',
  '415': 'The body is not JSON in UTF-8, or compressed.',
  '503': 'The store fails: try again later.',
};

const OF_BODIES = ['400', '413', '415'];

interface OperationParts {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly parameters?: readonly Json[];
  /** Schema of success; absent: 204. */
  readonly gives?: Json;
  readonly refuses?: readonly string[];
}

function operation({ id, tag, summary, parameters = [], gives, refuses = [] }: OperationParts): Json {
  const success =
    gives === undefined
      ? { '204': { description: 'Done.' } }
      : { '200': { description: 'OK', schema: gives } };
  const refusals = Object.fromEntries(
    [
      '401',
      '403',
      '503',
      ...refuses,
      ...(parameters.some((parameter) => parameter['in'] === 'body') ? OF_BODIES : []),
    ]
      .sort()
      .map((status) => [status, { description: REFUSALS[status], schema: ref('Error') }]),
  );
  return { operationId: id, tags: [tag], summary, parameters, responses: { ...success, ...refusals } };
}

const SERIAL_NUMBER = inPath('serialNumber');
const WORKFLOW_ID = inPath('id', 'integer', 'int32');
/** A Serial Number that is malformed, unknown, or of what waits no more. */
const GONE = ['400', '404', '410'];

/** One of K2's own actions on a task. */
function taskAction(name: string, { parameters = [], gives }: Partial<OperationParts> = {}): Json {
  return operation({
    id: `Tasks_Post${name}Action`,
    tag: 'Tasks',
    summary: `${name} Task`,
    parameters: [SERIAL_NUMBER, ...parameters],
    refuses: ['409', ...GONE],
    ...(gives === undefined ? {} : { gives }),
  });
}

const PATHS: Json = {
  '/serverEvents/{serialNumber}': {
    get: operation({
      id: 'ServerEvent_Get',
      tag: 'ServerEvents',
      summary: 'Get Server Event',
      parameters: [SERIAL_NUMBER],
      gives: ref('ServerEventDataResponse'),
      refuses: GONE,
    }),
  },
  '/serverEvents/{serialNumber}/finish': {
    post: operation({
      id: 'ServerEvent_Finish',
      tag: 'ServerEvents',
      summary: 'Finish Server Event',
      parameters: [SERIAL_NUMBER, inBody('userDefinedFields', 'UpdateFieldsRequest', true)],
      refuses: ['409', ...GONE],
    }),
  },
  '/tasks': {
    get: operation({
      id: 'Tasks_Get',
      tag: 'Tasks',
      summary: 'Get Tasks',
      parameters: [{ name: 'state', in: 'query', type: 'string' }],
      gives: ref('TasksResponse'),
      refuses: ['400'],
    }),
  },
  '/tasks/{serialNumber}': {
    get: operation({
      id: 'Tasks_GetTask',
      tag: 'Tasks',
      summary: 'Get Task',
      parameters: [SERIAL_NUMBER],
      gives: ref('Task'),
      refuses: GONE,
    }),
  },
  '/tasks/{serialNumber}/actions': {
    get: operation({
      id: 'Tasks_GetTaskActions',
      tag: 'Tasks',
      summary: 'Get Task Actions',
      parameters: [SERIAL_NUMBER],
      gives: ref('TaskActionsResponse'),
      refuses: GONE,
    }),
  },
  '/tasks/{serialNumber}/actions/redirect': {
    post: taskAction('Redirect', { parameters: [inBody('redirectData', 'UserDefinedRedirect', true)] }),
  },
  '/tasks/{serialNumber}/actions/sleep': {
    post: taskAction('Sleep', { parameters: [inBody('sleepData', 'UserDefinedSleep', true)] }),
  },
  '/tasks/{serialNumber}/actions/wake': { post: taskAction('Wake', { gives: ref('TaskLite') }) },
  '/tasks/{serialNumber}/actions/assign': { post: taskAction('Assign', { gives: ref('TaskLite') }) },
  '/tasks/{serialNumber}/actions/release': { post: taskAction('Release') },
  '/tasks/{serialNumber}/actions/{customAction}': {
    post: operation({
      id: 'Tasks_TaskCustomAction',
      tag: 'Tasks',
      summary: 'Action Task',
      parameters: [
        SERIAL_NUMBER,
        inPath('customAction'),
        inBody('userDefinedFields', 'UpdateFieldsRequest', true),
      ],
      refuses: ['409', ...GONE],
    }),
  },
  '/workflows': {
    get: operation({
      id: 'GetWorkflows',
      tag: 'Workflows',
      summary: 'Get Workflows',
      parameters: [{ name: 'type', in: 'query', type: 'string' }],
      gives: ref('WorkflowLabelsResponse'),
    }),
  },
  '/workflows/{id}': {
    get: operation({
      id: 'GetWorkflow',
      tag: 'Workflows',
      summary: 'Get Workflow',
      parameters: [WORKFLOW_ID],
      gives: ref('WorkflowDataResponse'),
      refuses: ['400', '404'],
    }),
    post: operation({
      id: 'StartWorkflow',
      tag: 'Workflows',
      summary: 'Start Workflow',
      parameters: [WORKFLOW_ID, inBody('instance', 'UserDefinedWorkflowInstance', true)],
      gives: { type: 'integer', format: 'int32' },
      refuses: ['400', '404'],
    }),
  },
  '/workflows/{id}/schema': {
    get: operation({
      id: 'GetWorkflowSchema',
      tag: 'Workflows',
      summary: 'Get Workflow Schema',
      parameters: [WORKFLOW_ID],
      gives: { type: 'object' },
      refuses: ['400', '404'],
    }),
  },
};
