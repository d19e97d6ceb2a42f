import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { startServer, type TestServer } from '../http/test-server.js';

/** One request as it arrived. */
export interface Received {
  readonly verb: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real server that keeps what it was asked. */
export interface EchoServer extends TestServer {
  readonly received: Received[];
}

/** @param answer by default an empty 204 */
export async function startEchoServer(
  answer: (response: ServerResponse, request: Received) => void = (response) =>
    void response.writeHead(204).end(),
): Promise<EchoServer> {
  const received: Received[] = [];
  const server = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const whole = { verb: method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(whole);
      answer(response, whole);
    });
  });
  return { ...server, received };
}
