import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresCluster {
  /** Connection string of a database of its own, made for this call. */
  database(): string;
  /** Ends the server, and starts it again when `meanwhile` has. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian puts Postgres; the newest version there. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * A Postgres of this test file alone: in a temporary folder, on a free port of the loopback address, run by
 * somebody who is not root. Fails when Postgres is not installed: these tests are not skipped.
 */
export async function startPostgres(): Promise<PostgresCluster> {
  const bin = postgresFolder();
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-postgres-'));
  const user = ordinaryUser();
  chmodSync(folder, 0o755);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const run = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'rb', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    run,
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'shared_buffers=64MB',
  ];
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  let server = spawn(join(bin, 'postgres'), args, run);
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill(signal);
    await closed;
  };
  await untilReady(bin, port);
  const psql = (sql: string): void => {
    execFileSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'rb', '-d', 'postgres', '-c', sql],
      run,
    );
  };
  let count = 0;
  return {
    database: () => {
      count += 1;
      psql(`CREATE DATABASE test_${count}`);
      return `postgres://rb:not-a-secret@127.0.0.1:${port}/test_${count}`;
    },
    restart: async (meanwhile) => {
      await end('SIGINT');
      await meanwhile();
      server = spawn(join(bin, 'postgres'), args, run);
      await untilReady(bin, port);
    },
    stop: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresFolder(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => /^\d+$/.test(name)) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const folder = process.env['POSTGRES_BIN'] ?? (newest === undefined ? '' : join(DEBIAN, newest, 'bin'));
  if (existsSync(join(folder, 'initdb'))) return folder;
  throw new Error(
    'These tests need Postgres: apt-get install -y postgresql, or name the folder of initdb in POSTGRES_BIN.',
  );
}

/** Postgres refuses to run as root. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

async function untilReady(bin: string, port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      execFileSync(
        join(bin, 'pg_isready'),
        ['-h', '127.0.0.1', '-p', String(port), '-U', 'rb', '-d', 'postgres'],
        {
          stdio: 'ignore',
        },
      );
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('Postgres did not start in 15 seconds.');
}
