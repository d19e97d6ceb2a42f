import fastify from 'fastify';
import { openSqlite } from '../../src/workflow/engine/sqlite-database.js';

export interface BareEndpoint {
  /** One request, until it is answered; in milliseconds. */
  finish(): Promise<number>;
  close(): Promise<void>;
}

/** What a finish is measured against: fastify takes the same body and writes one row to SQLite, synced. */
export async function startBareEndpoint(file: string): Promise<BareEndpoint> {
  const database = await openSqlite(file, 'FULL');
  database.connection.exec('PRAGMA synchronous = FULL');
  await database.execute('CREATE TABLE finished (n INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const app = fastify();
  app.post('/finish', async (request, reply) => {
    database.connection.prepare('INSERT INTO finished (body) VALUES (?)').run(JSON.stringify(request.body));
    return reply.status(204).send();
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    finish: async () => {
      const startMs = performance.now();
      const answer = await fetch(`${address}/finish`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"dataFields":{"n":1}}',
      });
      const tookMs = performance.now() - startMs;
      await answer.text();
      return tookMs;
    },
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
