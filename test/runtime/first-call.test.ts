import { expect, test } from 'vitest';
import { disconnect } from '../../src/runtime/connect.js';
import { startEchoServer } from './echo-server.js';
import { connectTasks } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

// What makes calls is loaded by the first call of a process, so there is one such test in a file.
test('the first call of all is under way from the start: disconnect waits for it, and lets no other in', async () => {
  const server = await startEchoServer((response) => void response.end('{"tasks":[]}'));
  const nwc = connectTasks({ serviceUrl: server.origin, ownConnections: true });
  const first = nwc.Tasks.Get_tasks({});
  const second = nwc.Tasks.Get_tasks.data({});
  let ended = 0;
  for (const call of [first, second]) call.then(() => ended++);
  const disconnected = disconnect(nwc).then(() => ended);
  const refused = thrownBy(() => nwc.Tasks.Get_tasks({}));
  expect(await first).toEqual({ tasks: '[]', HttpResponseCode: 200 });
  expect((await second).data).toEqual({ tasks: [] });
  expect(await disconnected).toBe(2);
  expect(await refused).toMatchObject({ code: 'DISCONNECTED' });
  await server.close();
});
