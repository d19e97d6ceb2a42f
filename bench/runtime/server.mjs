/** The loopback service, in a process of its own: what it costs is not counted. */
import { createServer } from 'node:http';
import { task, tasks } from './tasks.mjs';

const bodies = new Map([
  ['1', Buffer.from(JSON.stringify(task(1)))],
  ...[100, 10_000].map((count) => [String(count), Buffer.from(JSON.stringify({ tasks: tasks(count) }))]),
]);

const server = createServer((request, response) => {
  if (request.method === 'PATCH') {
    request.resume().on('end', () => response.writeHead(204).end());
    return;
  }
  const count = /count=(\d+)/.exec(request.url)?.[1] ?? '1';
  const body = bodies.get(count);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'x-request-id': '7f1d2b3c-0000-4000-8000-000000000000',
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
