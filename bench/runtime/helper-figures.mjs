/** What the helper Methods cost, against JSON.parse and JSON.stringify of the same; in a process of its own. */
import { pathToFileURL } from 'node:url';
import { TASK_PROPERTIES, tasks } from './tasks.mjs';

const { door, rounds } = JSON.parse(process.argv[2]);
const { connect, serviceObject } = await import(pathToFileURL(door).href);
const SERVICE_INSTANCE = {
  name: 'nwc',
  serviceUrl: 'http://127.0.0.1/v2',
  authentication: { mode: 'none' },
  timeoutMs: 30_000,
  breakOnError: true,
};
const { Task } = connect(SERVICE_INSTANCE, {
  Task: serviceObject(SERVICE_INSTANCE, { systemName: 'Task', record: { properties: TASK_PROPERTIES } }),
});

const COUNT = 10_000;
const all = tasks(COUNT);
const text = JSON.stringify(all);
const indented = JSON.stringify(all, undefined, 2);

const figures = {
  'JSON.parse, 10,000 tasks': () => JSON.parse(text),
  'DeserializeTypedArray, 10,000 tasks': () => Task.DeserializeTypedArray({ Serialized_Array: text }),
  'the same, every nested value read': () => {
    let length = 0;
    for (const { outcomes, taskAssignments } of Task.DeserializeTypedArray({ Serialized_Array: text }))
      length += outcomes.length + taskAssignments.length;
    return length;
  },
  'the same, dates made Date objects': () => {
    const rows = Task.DeserializeTypedArray({ Serialized_Array: text });
    for (const row of rows) {
      row.createdDate = new Date(row.createdDate);
      row.dueDate = new Date(row.dueDate);
    }
    return rows;
  },
  'JSON.parse, 10,000 tasks, indented': () => JSON.parse(indented),
  'DeserializeTypedArray of it': () => Task.DeserializeTypedArray({ Serialized_Array: indented }),
  'JSON.stringify, 10,000 times 1 task': () => all.map((task) => JSON.stringify(task)),
  'Serialize, 10,000 times 1 task': () => all.map((task) => Task.Serialize(task)),
  'SerializeAddItemToArray, 10,000 in a row': () => {
    let array;
    for (const task of all)
      array = Task.SerializeAddItemToArray({ ...task, Serialized_Array: array }).Serialized_Array;
    if (array !== text) throw new Error('another text');
  },
};

const results = Object.keys(figures).map((name) => ({ name, cpuMs: [] }));
for (let round = -1; round < rounds; round++) {
  for (const [index, act] of Object.values(figures).entries()) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) results[index].cpuMs.push((user + system) / 1000);
  }
}
process.send(results);
process.disconnect();
