/** The loopback service, in a process of its own: what it costs is not counted. */
import { createServer } from 'node:http';
import { task, tasks } from './tasks.mjs';

const ONE = Buffer.from(JSON.stringify(task(1)));
const LISTS = new Map();

function listFor(url) {
  if (!LISTS.has(url)) {
    const { searchParams } = new URL(url, 'http://127.0.0.1');
    const list = { tasks: tasks(Number(searchParams.get('count'))) };
    LISTS.set(url, Buffer.from(JSON.stringify(list, undefined, Number(searchParams.get('indent')))));
  }
  return LISTS.get(url);
}

const server = createServer((request, response) => {
  if (request.method === 'PATCH') {
    request.resume().on('end', () => response.writeHead(204).end());
    return;
  }
  const body = request.url.includes('?') ? listFor(request.url) : ONE;
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'x-request-id': '7f1d2b3c-0000-4000-8000-000000000000',
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
