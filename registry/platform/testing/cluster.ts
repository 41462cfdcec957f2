import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg, { type Client } from 'pg';
import { accountForPostgres } from '../postgres/account.ts';
import { placeCluster } from '../postgres/place.ts';

/** Sessions that hold this lock, shared, are why the keeper keeps the cluster running. */
export const LEASE_LOCK = 7_061_950;
const PATIENCE_MS = 120_000;

export const clusterFolder = join(tmpdir(), `portico-test-cluster-${userInfo().uid}`);

/**
 * Every test file shares one PostgreSQL and has a database of its own. `PORTICO_TEST_PG` (URL of a superuser) names a
 * running one; otherwise the first file to come starts a keeper process, which stops the cluster after a quiet minute.
 */
export async function joinCluster(): Promise<{ admin: Client; url: (database: string) => string }> {
  const given = process.env.PORTICO_TEST_PG;
  if (given) {
    const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
    return { admin: await lease(url('postgres')), url };
  }
  const place = await placeCluster(clusterFolder, await accountForPostgres());
  const url = (database: string) =>
    `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(place.socket)}`;
  const deadline = performance.now() + PATIENCE_MS;
  let startedKeeper = false;
  for (;;) {
    try {
      return { admin: await lease(url('postgres')), url };
    } catch (error) {
      if (performance.now() > deadline) throw error;
      if (!startedKeeper) await startKeeper();
      startedKeeper = true;
      await sleep(100);
    }
  }
}

async function lease(url: string): Promise<Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'portico-test-lease' });
  // The keeper may stop the cluster between our connecting and our lock; then we simply try again.
  client.on('error', () => client.end());
  await client.connect();
  await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE_LOCK]);
  return client;
}

async function startKeeper(): Promise<void> {
  const keeper = fileURLToPath(new URL('keeper.ts', import.meta.url));
  const log = await open(join(clusterFolder, 'keeper.log'), 'a');
  const child = spawn(process.execPath, ['--import', 'tsx', keeper], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  await log.close();
}
