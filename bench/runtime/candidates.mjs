/** The same four calls, as each client would have them written. */
import { pathToFileURL } from 'node:url';
import { request } from 'undici';
import { TASK_PROPERTIES } from './tasks.mjs';

const SERVICE_INSTANCE = {
  name: 'nwc',
  serviceUrl: 'http://127.0.0.1/v2',
  authentication: { mode: 'none' },
  timeoutMs: 30_000,
  breakOnError: true,
  httpHeaders: true,
};

/** As it is generated for `tasks.openapi.json`. */
const TASKS = {
  systemName: 'Tasks',
  methods: {
    Get_tasks: {
      verb: 'GET',
      path: '/tasks',
      inputs: { count: { in: 'query', type: 'Number' }, indent: { in: 'query', type: 'Number' } },
      answers: { 200: { as: 'record', properties: { tasks: 'SerializedArray', nextLink: 'Text' } } },
    },
    Get_task: {
      verb: 'GET',
      path: '/tasks/{id}',
      inputs: { id: { in: 'path', type: 'Text', required: true } },
      answers: { 200: { as: 'record', properties: TASK_PROPERTIES } },
    },
    Patch_task: {
      verb: 'PATCH',
      path: '/tasks/{id}',
      inputs: {
        id: { in: 'path', type: 'Text', required: true },
        TaskCompletion: {
          in: 'body',
          type: 'SerializedItem',
          item: { properties: { outcome: 'Text' } },
        },
      },
      answers: { 204: { as: 'nothing' } },
    },
  },
};

const DONE = { outcome: 'Approve' };

function undici(origin) {
  const get = async (path) => {
    const { statusCode, body } = await request(`${origin}/v2${path}`, {
      headers: { accept: 'application/json' },
    });
    if (statusCode !== 200) throw new Error(String(statusCode));
    return JSON.parse(await body.text());
  };
  return {
    one: (id) => get(`/tasks/${encodeURIComponent(id)}`),
    many: (count, indent = 0) => get(`/tasks?count=${count}&indent=${indent}`),
    patch: async (id) => {
      const { statusCode, body } = await request(`${origin}/v2/tasks/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(DONE),
      });
      if (statusCode !== 204) throw new Error(String(statusCode));
      await body.dump();
    },
  };
}

/** What outputs are: nested values as Serialized text. */
function asOutputs(plain) {
  const serialized = (answer) => {
    for (const name of Object.keys(answer))
      if (typeof answer[name] === 'object') answer[name] = JSON.stringify(answer[name]);
    return answer;
  };
  return {
    one: async (id) => serialized(await plain.one(id)),
    many: async (...settings) => serialized(await plain.many(...settings)),
    patch: plain.patch,
  };
}

async function restBroker(origin, door) {
  const { connect, serviceObject } = await import(pathToFileURL(door).href);
  const { Tasks } = connect(
    SERVICE_INSTANCE,
    { Tasks: serviceObject(SERVICE_INSTANCE, TASKS) },
    { serviceUrl: origin, maxResponseBytes: 64 * 1024 * 1024 },
  );
  return {
    outputs: {
      one: (id) => Tasks.Get_task({ id }),
      many: (count, indent = 0) => Tasks.Get_tasks({ count, indent }),
      patch: (id) => Tasks.Patch_task({ id, TaskCompletion: DONE }),
    },
    data: {
      one: async (id) => (await Tasks.Get_task.data({ id })).data,
      many: async (count, indent = 0) => (await Tasks.Get_tasks.data({ count, indent })).data,
      patch: (id) => Tasks.Patch_task.data({ id, TaskCompletion: DONE }),
    },
  };
}

async function openapiFetch(origin, file) {
  const { default: createClient } = await import(pathToFileURL(file).href);
  const client = createClient({ baseUrl: `${origin}/v2` });
  const data = async (call) => {
    const { data: answer, error } = await call;
    if (error !== undefined) throw new Error('no success');
    return answer;
  };
  return {
    one: (id) => data(client.GET('/tasks/{id}', { params: { path: { id } } })),
    many: (count, indent = 0) => data(client.GET('/tasks', { params: { query: { count, indent } } })),
    patch: (id) => data(client.PATCH('/tasks/{id}', { params: { path: { id } }, body: DONE })),
  };
}

async function heyApi(origin, file) {
  const { client, getTask, getTasks, patchTask } = await import(pathToFileURL(file).href);
  client.setConfig({ baseUrl: `${origin}/v2`, throwOnError: true });
  return {
    one: async (id) => (await getTask({ path: { id } })).data,
    many: async (count, indent = 0) => (await getTasks({ query: { count, indent } })).data,
    patch: (id) => patchTask({ path: { id }, body: DONE }),
  };
}

/** Candidates by name; the first is what the others are measured against. */
export async function candidates(origin, { door, openapiFetchFile, heyApiFile }) {
  const { outputs, data } = await restBroker(origin, door);
  return {
    'undici.request': undici(origin),
    'undici.request, nested values as text': asOutputs(undici(origin)),
    'rest-broker, outputs': outputs,
    'rest-broker, .data': data,
    ...(openapiFetchFile === undefined
      ? {}
      : { 'openapi-fetch': await openapiFetch(origin, openapiFetchFile) }),
    ...(heyApiFile === undefined ? {} : { 'hey-api client': await heyApi(origin, heyApiFile) }),
  };
}
