import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../../src/model/definition.js';
import { connect, type Method, serviceObject } from '../../src/runtime/connect.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import type { HelperMethods } from '../../src/runtime/helper-methods.js';

export type Row = Record<string, unknown>;

export interface TasksConnector {
  readonly Tasks: {
    readonly Get_tasks: Method<Row | undefined, Row, unknown>;
    readonly Patch_task: Method<Row, Row, unknown>;
    readonly Get_text: Method<Row | undefined, Row, unknown>;
    readonly Get_open: Method<Row | undefined, Row, unknown>;
    readonly Upload: Method<Row | undefined, Row, unknown>;
  };
  readonly HTTPHeader: HelperMethods<Row, Row>;
}

export const TASKS: ServiceObjectDefinition = {
  systemName: 'Tasks',
  methods: {
    Get_tasks: {
      verb: 'GET',
      path: '/tasks',
      inputs: {
        workflowInstanceId: { in: 'query', type: 'Text' },
        api_key: { in: 'query', type: 'Text' },
        Accept_Language: { in: 'header', type: 'Text', name: 'Accept-Language' },
        sid: { in: 'cookie', type: 'Text' },
      },
      answers: { '200': { as: 'record', properties: { tasks: 'SerializedArray', nextLink: 'Text' } } },
    },
    Patch_task: {
      verb: 'PATCH',
      path: '/tasks/{id}',
      inputs: {
        id: { in: 'path', type: 'Text', required: true },
        Outcome: { in: 'body', type: 'SerializedItem' },
      },
      answers: { '204': { as: 'nothing' }, '2XX': { as: 'record', properties: { id: 'Text' } } },
    },
    Get_text: { verb: 'GET', path: '/text', answers: { '200': { as: 'text' } }, accept: 'text/plain' },
    Get_open: { verb: 'GET', path: '/open', answers: { '200': { as: 'text' } }, anonymous: true },
    Upload: {
      verb: 'POST',
      path: '/files',
      form: 'multipart/form-data',
      inputs: { title: { in: 'field', type: 'Text' } },
      answers: { '200': { as: 'text' } },
      serviceUrl: 'https://files.example.com/upload',
    },
  },
};

const HTTP_HEADER: ServiceObjectDefinition = {
  systemName: 'HTTPHeader',
  record: { properties: { Name: 'Text', Value: 'Text' } },
};

/** A connector as it is generated. */
export function connectTasks(
  options: ConnectOptions,
  registered: Partial<ServiceInstanceDefinition> = {},
): TasksConnector {
  const serviceInstance: ServiceInstanceDefinition = {
    name: 'nwc',
    serviceUrl: 'https://nwc.example.com/v2',
    authentication: { mode: 'none' },
    timeoutMs: 5_000,
    breakOnError: true,
    httpHeaders: true,
    ...registered,
  };
  return connect<TasksConnector>(
    serviceInstance,
    {
      Tasks: serviceObject<TasksConnector['Tasks']>(serviceInstance, TASKS),
      HTTPHeader: serviceObject<TasksConnector['HTTPHeader']>(serviceInstance, HTTP_HEADER),
    },
    options,
  );
}
