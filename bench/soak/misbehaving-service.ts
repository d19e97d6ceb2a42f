/** The service of the soak, in a process of its own. Asked for it, it tells how many requests it got. */
import { createServer } from 'node:http';
import { faultOf, isGivenUp, type RequestCounts } from './soak-faults.js';

/** Requests of calls that end by themselves, and of those that are given up. */
const counts: RequestCounts = { ending: 0, givenUp: 0 };
/** Calls whose next request is answered as it should be. */
const passing = new Set<number>();

const server = createServer((request, response) => {
  const n = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('n'));
  const fault = faultOf(n);
  counts[isGivenUp(fault) ? 'givenUp' : 'ending'] += 1;
  if (fault !== undefined && !passing.delete(n)) {
    if (fault.passes === true) passing.add(n);
    return fault.answer(response);
  }
  const body = JSON.stringify({ n, tasks: [{ id: `task-${n}`, name: 'Approve the order' }] });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  return response.end(body);
});
// A connection that it closed for idleness would be a fault that nobody counts.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.on('message', () => process.send?.(counts));
process.on('disconnect', () => process.exit(0));
