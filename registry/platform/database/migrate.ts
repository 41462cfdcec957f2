import { createHash } from 'node:crypto';
import pg, { type Client } from 'pg';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Migration } from '../platform.ts';
import { prepareRole } from './role.ts';

/** Any fixed number; replicas that start together wait for each other on it. */
const MIGRATION_LOCK = 7_061_949;
const OLDEST_SERVER = 150_000;

/**
 * Brings the database to the schema of this version, as the owner. Each migration runs once, in list order, in its
 * own transaction. A migration whose text differs from the one that ran is refused: released steps never change.
 * Resolves with whether the run-time role is there to be used.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  { login }: { readonly login: boolean } = { login: false },
): Promise<{ restricted: boolean }> {
  const client = new pg.Client({ connectionString: url, application_name: 'portico-migrate' });
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PorticoError('ERR_PLATFORM_CONFIG_DATABASE', { detail: reason, cause });
  }
  try {
    const version = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    if (Number(version.rows[0]?.server_version_num) < OLDEST_SERVER) {
      throw new PorticoError('ERR_PLATFORM_CONFIG_DATABASE', { detail: 'The server is older than PostgreSQL 15.' });
    }
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const restricted = await prepareRole(client, { login });
    await runPending(client, migrations);
    return { restricted };
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function runPending(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS portico;
    CREATE TABLE IF NOT EXISTS portico.migrations (
      id text PRIMARY KEY, sha256 text NOT NULL, ran_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
  const ran = await client.query<{ id: string; sha256: string }>('SELECT id, sha256 FROM portico.migrations');
  const done = new Map(ran.rows.map((row) => [row.id, row.sha256]));
  const seen = new Set<string>();
  for (const { id, sql } of migrations) {
    if (seen.has(id)) throw new PorticoError('ERR_PLATFORM_MIGRATION', { detail: `Two migrations are called ${id}.` });
    seen.add(id);
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = done.get(id);
    if (before === sha256) continue;
    if (before !== undefined) {
      throw new PorticoError('ERR_PLATFORM_MIGRATION', { detail: `${id} was changed after it had run.` });
    }
    try {
      await client.query('BEGIN');
      await client.query(sql);
      await client.query('INSERT INTO portico.migrations (id, sha256) VALUES ($1, $2)', [id, sha256]);
      await client.query('COMMIT');
    } catch (cause) {
      await client.query('ROLLBACK');
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new PorticoError('ERR_PLATFORM_MIGRATION', { detail: `${id}: ${reason}`, cause });
    }
  }
}
