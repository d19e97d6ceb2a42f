/**
 * The outside system of the article: a SQL table with ID, SN, Folio and Status behind a small REST service, and
 * the batch job that works through it.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';

export interface InspectionRow {
  readonly ID: number;
  readonly SN: string;
  readonly Folio: string;
  readonly Status: string;
}

export interface InspectionService {
  readonly serviceUrl: string;
  rows(): InspectionRow[];
  /** The batch job: inspects what waits and tells whoever waits for it. */
  inspectAll(tell: (row: InspectionRow) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function startInspectionService(file: string): Promise<InspectionService> {
  const table = new Database(file);
  table.exec(
    'CREATE TABLE IF NOT EXISTS Inspection (ID INTEGER PRIMARY KEY, SN TEXT UNIQUE, Folio TEXT, Status TEXT)',
  );
  const rows = (): InspectionRow[] => table.prepare('SELECT * FROM Inspection').all() as InspectionRow[];
  const server = createServer(async (request, response) => {
    const { SN, Folio, Status } = JSON.parse(await textOf(request)) as InspectionRow;
    // Asked twice with the same serial number — a call repeated after a crash — it stays one row.
    table
      .prepare('INSERT INTO Inspection (SN, Folio, Status) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(SN, Folio, Status);
    const { ID } = table.prepare('SELECT ID FROM Inspection WHERE SN = ?').get(SN) as InspectionRow;
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ ID }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    inspectAll: async (tell) => {
      for (const row of rows().filter(({ Status }) => Status === 'Waiting')) {
        await tell(row);
        table.prepare("UPDATE Inspection SET Status = 'Inspected' WHERE ID = ?").run(row.ID);
      }
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      table.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
