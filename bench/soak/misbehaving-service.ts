/** The service of the soak: every twentieth request meets one fault of six, in turn. */
import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const ONE_IN = 20;

const FAULTS: readonly ((response: ServerResponse) => void)[] = [
  (response) => response.destroy(),
  (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"tasks":');
    setTimeout(() => response.destroy(), 5);
  },
  (response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>no</h1>'),
  (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"tasks":'),
  (response) => void response.writeHead(503, { 'retry-after': '0' }).end(),
  (response) => {
    const cut = gzipSync('{"tasks":[]}').subarray(0, -6);
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(cut);
  },
];

let count = 0;
const server = createServer((request, response) => {
  count += 1;
  if (count % ONE_IN === 0) return FAULTS[(count / ONE_IN) % FAULTS.length]?.(response);
  const n = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('n'));
  const body = JSON.stringify({ n, tasks: [{ id: `task-${n}`, name: 'Approve the order' }] });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  return response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.on('disconnect', () => process.exit(0));
