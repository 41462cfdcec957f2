/**
 * Keeps the tests' PostgreSQL running while any test file holds a lease, and stops it after a quiet minute. Several
 * may be started at once; the one that gets the folder's lock stays, the others leave.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { claimDataDir } from '../data-dir.ts';
import { startPostgres } from '../postgres/supervisor.ts';
import { clusterFolder, LEASE_LOCK } from './cluster.ts';

const QUIET_MS = 60_000;
const LOOK_MS = 2_000;

try {
  const claim = await claimDataDir(clusterFolder);
  await keep();
  await claim.release();
} catch (error) {
  if (!(error instanceof PorticoError && error.code === 'ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE')) throw error;
}

async function keep(): Promise<void> {
  // Tests kill processes, never the machine, so nothing is lost without fsync. The product never runs this way.
  const settings = { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off', max_connections: '400' };
  const server = await startPostgres({ dataDir: clusterFolder, settings });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await dropLeftOvers(client);
  for (let quietSince = performance.now(); ; ) {
    await sleep(LOOK_MS);
    const free = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [LEASE_LOCK]);
    if (!free.rows[0]?.free) quietSince = performance.now();
    else if (performance.now() - quietSince > QUIET_MS) break;
    else await client.query('SELECT pg_advisory_unlock($1)', [LEASE_LOCK]);
  }
  // The lock is held until the end, so a test that comes now waits, loses its connection, and starts a new keeper.
  await client.end();
  await server.stop();
}

/** Databases of test files that were killed before they could drop theirs; none is in use when a cluster starts. */
async function dropLeftOvers(client: pg.Client): Promise<void> {
  const left = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'`);
  for (const { datname } of left.rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
