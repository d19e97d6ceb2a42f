import type { ServerResponse } from 'node:http';
import { Agent } from 'undici';
import { afterEach } from 'vitest';
import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../../src/model/definition.js';
import { serviceObject } from '../../src/runtime/connect.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { type EchoServer, type Received, startEchoServer } from './echo-server.js';
import { connectTasks, type TasksConnector } from './tasks-connector.js';

export type Answer = (response: ServerResponse, request: Received) => void;

const closers: (() => Promise<void>)[] = [];

/** Closed at the end of the test, the last first. */
export function closing(close: () => Promise<void>): void {
  closers.unshift(close);
}

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

export async function serving(answer?: Answer): Promise<EchoServer> {
  const server = await startEchoServer(answer);
  closing(() => server.close());
  return server;
}

/** A connector as it is generated, bound to a real server. */
export async function connected(
  answer?: Answer,
  options: ConnectOptions = {},
  registered: Partial<ServiceInstanceDefinition> = {},
): Promise<{ server: EchoServer; nwc: TasksConnector }> {
  const server = await serving(answer);
  return { server, nwc: connectedTo(server.origin, options, registered) };
}

export function connectedTo(
  serviceUrl: string,
  options: ConnectOptions = {},
  registered: Partial<ServiceInstanceDefinition> = {},
): TasksConnector {
  const dispatcher = new Agent();
  closing(() => dispatcher.destroy());
  return connectTasks({ serviceUrl, dispatcher, ...options }, registered);
}

/** One Service Object, bound to the service at that address over connections of its own. */
export function boundTo<SmartObject>(
  serviceUrl: string,
  definition: ServiceObjectDefinition,
  options: ConnectOptions = {},
): SmartObject {
  const instance: ServiceInstanceDefinition = {
    name: 'nwc',
    authentication: { mode: 'none' },
    timeoutMs: 5_000,
    breakOnError: true,
  };
  const dispatcher = new Agent();
  closing(() => dispatcher.destroy());
  return serviceObject<SmartObject>(instance, definition).connect({ serviceUrl, dispatcher, ...options });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
}
