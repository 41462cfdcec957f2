import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createFileBlobs } from './blobs/file-blobs.ts';
import { systemClock, systemRandom } from './clock.ts';
import type { Config } from './config.ts';
import { claimDataDir } from './data-dir.ts';
import { connectDatabase } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { platformMigrations } from './database/schema.ts';
import { createFetch } from './http/fetch.ts';
import { createJobs, type RunningJobs } from './jobs/jobs.ts';
import { createLog } from './log.ts';
import { createNotices } from './notices/notices.ts';
import { createOutbox, type RunningOutbox } from './outbox/outbox.ts';
import type { Clock, Migration, Platform, Random } from './platform.ts';
import { startPostgres } from './postgres/supervisor.ts';

interface PlatformOptions {
  readonly config: Config;
  /** Those of every module, after one another; the platform's own come first by themselves. */
  readonly migrations: readonly Migration[];
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Logger;
  /** Connections of the run-time pool at most. */
  readonly poolSize?: number;
}

/** The platform with what only the process and the tests may do. */
export interface RunningPlatform extends Platform {
  readonly outbox: RunningOutbox;
  readonly jobs: RunningJobs;
  /** URL of the database as its owner, for tools and tests. */
  readonly ownerUrl: string;
  /** Starts jobs, outbox and notices. Modules have registered theirs before. */
  start(): Promise<void>;
  /** Tells a server that waits for the data folder that this one is about to stop. */
  announceLeaving(): Promise<void>;
  /** Resolves when the data folder was deleted or taken by another server; this one can only stop. */
  readonly dataDirLost: Promise<void>;
  /** Finishes what is under way, then closes the database, PostgreSQL last. */
  stop(): Promise<void>;
}

const DATABASE = 'portico';

export async function createPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const { config } = options;
  const log = options.log ?? createLog(config.logLevel);
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      // One part that does not close must not keep PostgreSQL, which is last, from a clean stop.
      await close().catch((error: unknown) => log.error({ err: error }, 'a part did not close cleanly'));
    }
  };
  try {
    const claim = await claimDataDir(config.dataDir);
    closers.push(claim.release);
    const { url, close } = await openDatabase(config, log, claim.isOurs);
    if (close) closers.push(close);
    // In our own cluster the run-time role logs in by itself; for another one its user would need a password of its own.
    const login = config.databaseUrl === undefined;
    const { restricted } = await migrate(url, [...platformMigrations, ...options.migrations], { login });
    if (!restricted) {
      log.warn('the database user may not use the role portico_app; the server runs as the owner of its tables');
    }
    const db = connectDatabase({ url, restricted, login, log, size: options.poolSize ?? 20 });
    closers.push(() => db.destroy());
    const { fetch, close: closeFetch } = createFetch();
    closers.push(closeFetch);
    const outbox = createOutbox(db, log);
    const jobs = createJobs(db, url, log, { alone: config.databaseUrl === undefined });
    const notices = createNotices(url, log);
    const metrics = new Registry();
    collectDefaultMetrics({ register: metrics });
    const blobFolder = config.blobUrl ? fileURLToPath(config.blobUrl) : join(config.dataDir, 'blobs', 'sha256');
    const blobs = await createFileBlobs(blobFolder);
    const platform: Platform = {
      config,
      db,
      blobs,
      outbox,
      jobs,
      notices,
      clock: options.clock ?? systemClock,
      random: options.random ?? systemRandom,
      fetch,
      log,
      metrics,
    };
    return {
      ...platform,
      outbox,
      jobs,
      ownerUrl: url,
      announceLeaving: claim.announceLeaving,
      dataDirLost: claim.lost,
      async start() {
        for (const part of [notices, outbox, jobs]) {
          closers.push(() => part.stop());
          await part.start();
        }
      },
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function openDatabase(
  config: Config,
  log: Logger,
  isOurs: () => Promise<boolean>,
): Promise<{ url: string; close?: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl };
  const server = await startPostgres({
    dataDir: config.dataDir,
    isOurs,
    onRestart: (exit) => log.error({ exit }, 'PostgreSQL ended and is being started again'),
  });
  try {
    await createDatabase(server.url('postgres'), DATABASE);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url(DATABASE), close: () => server.stop() };
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
}
