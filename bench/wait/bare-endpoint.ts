import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import { openSqlite } from '../../src/workflow/engine/sqlite-database.js';
import { type Quantiles, quantiles } from './quantiles.js';

/** What a finish is measured against: fastify, one authenticated JSON request, one row written. */
export async function measureBareEndpoint(folder: string, count: number): Promise<Quantiles> {
  const database = await openSqlite(`${folder}/bare-${process.pid}.db`, 'FULL');
  database.connection.exec('PRAGMA synchronous = FULL');
  await database.execute('CREATE TABLE finished (n INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const app = fastify();
  app.post('/finish', async (request, reply) => {
    database.connection.prepare('INSERT INTO finished (body) VALUES (?)').run(JSON.stringify(request.body));
    return reply.status(204).send();
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const tookMs: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startMs = performance.now();
    const answer = await fetch(`${address}/finish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"dataFields":{"n":1}}',
    });
    tookMs.push(performance.now() - startMs);
    await answer.text();
    await wait(5);
  }
  await app.close();
  await database.close();
  return quantiles(tookMs.slice(20));
}
