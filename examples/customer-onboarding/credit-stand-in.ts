/** Stands in for the credit bureau, on this machine only: one score for every company. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CreditStandIn {
  readonly serviceUrl: string;
  close(): Promise<void>;
}

export async function startCreditStandIn(score: number): Promise<CreditStandIn> {
  const server = createServer((request, response) => {
    const company = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    const rating = score >= 80 ? 'reliable' : score >= 40 ? 'review' : 'unreliable';
    const body = { company, score, rating, assessedOn: '2026-11-20T06:00:00Z' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
