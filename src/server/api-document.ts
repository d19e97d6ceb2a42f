type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI document of what is served, as K2 serves its own: Swagger 2.0, which K2 can register as well. */
export function apiDocument(host: string, protocol: string): Json {
  return {
    swagger: '2.0',
    info: {
      title: 'Workflow API',
      version: 'v1',
      description:
        'Waiting steps, tasks and workflows, under the paths and with the bodies of the K2 Workflow REST API.',
    },
    host,
    basePath: '/api/workflow/v1',
    schemes: [protocol],
    consumes: ['application/json'],
    produces: ['application/json'],
    security: [{ bearer: [] }, { basic: [] }],
    securityDefinitions: {
      bearer: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Bearer and a token.' },
      basic: { type: 'basic' },
    },
    paths: PATHS,
    definitions: DEFINITIONS,
  };
}

const ref = (name: string): Json => ({ $ref: `#/definitions/${name}` });
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
  '410': 'It waits no more.',
};

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
    ['401', '403', ...refuses]
      .sort()
      .map((status) => [status, { description: REFUSALS[status], schema: ref('Error') }]),
  );
  return { operationId: id, tags: [tag], summary, parameters, responses: { ...success, ...refusals } };
}

const SERIAL_NUMBER = inPath('serialNumber');
const WORKFLOW_ID = inPath('id', 'integer', 'int32');
const GONE = ['404', '410'];

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
      refuses: ['400', ...GONE],
    }),
  },
  '/tasks': {
    get: operation({
      id: 'Tasks_Get',
      tag: 'Tasks',
      summary: 'Get Tasks',
      parameters: [{ name: 'state', in: 'query', type: 'string' }],
      gives: ref('TasksResponse'),
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
      refuses: ['400', ...GONE],
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
      refuses: ['404'],
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
      refuses: ['404'],
    }),
  },
};

const TEXT: Json = { type: 'string' };
const INTEGER: Json = { type: 'integer', format: 'int32' };
const OBJECT: Json = { type: 'object' };
const listOf = (items: Json): Json => ({ type: 'array', items });
const named = (names: string, schema: Json): Json =>
  Object.fromEntries(names.split(' ').map((name) => [name, schema]));
const record = (properties: Json): Json => ({ type: 'object', properties });

const EVENT: Json = {
  ...named('serialNumber workflowName workflowDisplayName workflowCategory', TEXT),
  workflowInstanceID: INTEGER,
  workflowInstanceFolio: TEXT,
  ...named('activityInstanceID activityInstanceDestinationID', INTEGER),
  ...named('activityName eventName eventDescription', TEXT),
};
const TASK: Json = {
  ...EVENT,
  ...named('status taskStartDate formURL viewFlowURL instruction', TEXT),
  ...named('priority workflowID', INTEGER),
  originator: ref('User'),
  actions: ref('TaskActionsResponse'),
};

const DEFINITIONS: Json = {
  ServerEventDataResponse: record({
    ...EVENT,
    eventInstance: ref('EventInstance'),
    dataFields: OBJECT,
    xmlFields: listOf(ref('UserDefinedXmlField')),
    itemReferences: OBJECT,
    ...named('workflowInstanceDataFieldsString itemReferencesString viewFlowURL', TEXT),
  }),
  EventInstance: record({
    id: INTEGER,
    ...named('name metadata startDate', TEXT),
    ...named('expectedDuration priority', INTEGER),
  }),
  TasksResponse: record({ itemCount: INTEGER, tasks: listOf(ref('TaskLite')) }),
  TaskLite: record(TASK),
  Task: record({
    ...TASK,
    ...named('activityDataFields workflowInstanceDataFields itemReferences', OBJECT),
    ...named('workflowInstanceDataFieldsString itemReferencesString', TEXT),
    workflowInstanceXmlFields: listOf(ref('UserDefinedXmlField')),
  }),
  TaskActionsResponse: record(named('batchableActions nonBatchableActions systemActions', listOf(TEXT))),
  User: record(named('username fqn email manager displayName', TEXT)),
  UserDefinedXmlField: record(named('name value', TEXT)),
  UpdateFieldsRequest: record({
    dataFields: OBJECT,
    xmlFields: listOf(ref('UserDefinedXmlField')),
    itemReferences: OBJECT,
  }),
  UserDefinedWorkflowInstance: record({
    folio: TEXT,
    ...named('expectedDuration priority', INTEGER),
    dataFields: OBJECT,
  }),
  WorkflowLabelsResponse: record({ itemCount: INTEGER, workflows: listOf(ref('WorkflowLabel')) }),
  WorkflowLabel: record({
    ...named('id defaultVersionId', INTEGER),
    ...named('name folder systemName', TEXT),
  }),
  WorkflowDataResponse: record({ workflowInfo: ref('WorkflowDefinition'), workflowSchema: TEXT }),
  WorkflowDefinition: record({
    ...named('name description folder systemName', TEXT),
    expectedDuration: INTEGER,
  }),
  Error: record({ Message: TEXT }),
};
