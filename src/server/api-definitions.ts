export type Json = Readonly<Record<string, unknown>>;

export const ref = (name: string): Json => ({ $ref: `#/definitions/${name}` });

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

/** What K2's bodies hold, under K2's names. */
export const DEFINITIONS: Json = {
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
    ...named('sleepUntil workflowInstanceDataFieldsString itemReferencesString', TEXT),
    workflowInstanceXmlFields: listOf(ref('UserDefinedXmlField')),
  }),
  TaskActionsResponse: record(named('batchableActions nonBatchableActions systemActions', listOf(TEXT))),
  UserDefinedRedirect: {
    ...record({ RedirectTo: TEXT }),
    required: ['RedirectTo'],
    example: { RedirectTo: 'K2:DENALLIX\\ann' },
  },
  UserDefinedSleep: {
    ...record({ SleepFor: INTEGER, SleepUntil: { type: 'string', format: 'date-time' } }),
    example: { SleepFor: 3600 },
  },
  User: record(named('username fqn email manager displayName', TEXT)),
  UserDefinedXmlField: record(named('name value', TEXT)),
  UpdateFieldsRequest: {
    ...record({
      dataFields: OBJECT,
      xmlFields: listOf(ref('UserDefinedXmlField')),
      itemReferences: OBJECT,
    }),
    example: { dataFields: {} },
  },
  UserDefinedWorkflowInstance: {
    ...record({ folio: TEXT, ...named('expectedDuration priority', INTEGER), dataFields: OBJECT }),
    example: { folio: 'Shipment 4711', dataFields: {} },
  },
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
  Error: record({ Message: TEXT, ...named('type title detail', TEXT), status: INTEGER }),
};
