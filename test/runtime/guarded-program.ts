/**
 * A program in which nothing can change the prototype of objects: `guarded-program.ts ORIGIN`. It calls a service that
 * answers with names made to do that, prints what it got, and whether a new object is still empty.
 */
import { disconnect } from '../../src/runtime/connect.js';
import { connectTasks } from './tasks-connector.js';

Object.freeze(Object.prototype);
Object.freeze(Array.prototype);

const nwc = connectTasks({
  serviceUrl: process.argv[2] ?? '',
  ownConnections: true,
  retries: 1,
  redirects: 1,
});
const outputs = await nwc.Tasks.Get_tasks({ workflowInstanceId: '__proto__' });
const answer = await nwc.Tasks.Get_tasks.data({});
const made = nwc.HTTPHeader.SerializeAddItemToArray({ Name: '__proto__', Value: 'constructor' });
const rows = nwc.HTTPHeader.DeserializeTypedArray({ Serialized_Array: made.Serialized_Array });
await nwc.Tasks.Patch_task({
  id: '__proto__',
  Outcome: String(outputs['nested'] ?? '{"__proto__":{"a":1}}'),
});
await disconnect(nwc);
const inherited = 'polluted' in {} || 'polluted' in [];
console.log(JSON.stringify({ tasks: outputs['tasks'], data: answer.data, rows, inherited }));
