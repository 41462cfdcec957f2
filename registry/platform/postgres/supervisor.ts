import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Account, accountForPostgres } from './account.ts';
import { type ClusterPlace, ownFolder, placeCluster } from './place.ts';
import { livePostmaster, stopChild, stopOrphan } from './postmaster.ts';

export interface PostgresServer {
  /** libpq-style URL of a database of this cluster, over its Unix socket, as the cluster's owner. */
  url(database: string): string;
  /** Process id of the postmaster; another one after a crash and restart. */
  readonly pid: number;
  stop(): Promise<void>;
}

interface PostgresOptions {
  /** The cluster lives in `<dataDir>/postgres`, or where place.ts finds a reachable folder. */
  readonly dataDir: string;
  /** Settings over the defaults below, e.g. `{ max_connections: '300' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Asked before PostgreSQL is started again after a crash: is the data folder still this server's? */
  readonly isOurs?: () => Promise<boolean>;
  /** Told when PostgreSQL ended without being asked and is being started again. */
  readonly onRestart?: (exit: string) => void;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
};

const START_PATIENCE_MS = 120_000;
const DRAFT = 'making-';

/**
 * Runs the PostgreSQL that npm installed, as a child of this process and in a process group of its own, so that a
 * Ctrl-C in the terminal reaches only us and PostgreSQL can be stopped last. If we are killed outright it lives on as
 * an orphan; the next start finds it by its postmaster.pid and stops it cleanly before starting its own.
 * The caller holds the data folder's lock (data-dir.ts), so an orphan is never another server's database.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = await accountForPostgres();
  const place = await placeCluster(options.dataDir, account);
  await stopOrphanAt(place);
  if ((await readdir(place.data)).length === 0) await initialise(place, account);

  let stopping = false;
  let child = await launch(place, account, options.settings);
  // However this process ends, short of being killed, PostgreSQL must not outlive it.
  const quit = () => child.kill('SIGQUIT');
  process.once('exit', quit);
  void watch();

  async function watch(): Promise<void> {
    for (let delay = 250; !stopping; ) {
      const startedAt = performance.now();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (stopping) return;
      options.onRestart?.(`exit code ${child.exitCode}, signal ${child.signalCode}`);
      delay = performance.now() - startedAt > 60_000 ? 250 : Math.min(delay * 2, 10_000);
      await sleep(delay);
      if (stopping || (await options.isOurs?.()) === false) return;
      child = run(place, account, options.settings, 'ignore');
      child.on('error', (error) => options.onRestart?.(error.message));
    }
  }

  return {
    url: (database) => urlFor(place, database),
    get pid() {
      return child.pid ?? 0;
    },
    async stop() {
      stopping = true;
      await stopChild(child);
      process.off('exit', quit);
    },
  };
}

/** Stops the PostgreSQL of a server that was killed. Whoever asks holds the data folder's lock. */
export async function stopOrphanedPostgres(dataDir: string): Promise<void> {
  await stopOrphanAt(await placeCluster(dataDir, await accountForPostgres()));
}

async function stopOrphanAt(place: ClusterPlace): Promise<void> {
  const orphan = await livePostmaster(place.data);
  if (orphan !== undefined) await stopOrphan(orphan);
}

function urlFor(place: ClusterPlace, database: string): string {
  return `postgresql://postgres@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(place.socket)}`;
}

/** Makes the cluster beside its place and renames it there, so that a kill in the middle leaves none rather than half of one. */
async function initialise(place: ClusterPlace, account: Account | undefined): Promise<void> {
  const home = dirname(place.data);
  for (const name of await readdir(home)) {
    if (name.startsWith(DRAFT)) await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = join(home, `${DRAFT}${process.pid}`);
  await ownFolder(draft, account);
  const args = ['-D', draft, '-U', 'postgres', '--auth=trust', '--encoding=UTF8'];
  // Only this account (and root) can reach the socket, which is what `trust` rests on.
  args.push('--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums');
  try {
    await promisify(execFile)(join(place.bin, 'initdb'), args, { ...account, cwd: draft, env: environment() });
  } catch (cause) {
    const detail = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new PorticoError('ERR_PLATFORM_DATABASE_START', { detail: `initdb: ${detail}`, cause });
  }
  await rmdir(place.data);
  await rename(draft, place.data);
}

function run(
  place: ClusterPlace,
  account: Account | undefined,
  settings: Readonly<Record<string, string>> | undefined,
  stderr: number | 'ignore',
): ChildProcess {
  const all = { ...DEFAULTS, unix_socket_directories: place.socket, log_directory: place.logs, ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(join(place.bin, 'postgres'), ['-D', place.data, ...args], {
    ...account,
    cwd: place.data,
    env: environment(),
    detached: true,
    stdio: ['ignore', 'ignore', stderr],
  });
}

async function launch(
  place: ClusterPlace,
  account: Account | undefined,
  settings: Readonly<Record<string, string>> | undefined,
): Promise<ChildProcess> {
  const startLog = join(place.logs, 'start.log');
  // A file, not a pipe: a pipe would break under PostgreSQL when this process is killed.
  const file = await open(startLog, 'w', 0o600);
  const child = run(place, account, settings, file.fd);
  const failure = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`exit code ${code}, signal ${signal}`));
  });
  const ended = new AbortController();
  const outcome = await Promise.race([answers(place, ended.signal), failure]);
  ended.abort();
  await file.close();
  if (outcome === undefined) return child;
  const said = (await readFile(startLog, 'utf8')).trim();
  throw new PorticoError('ERR_PLATFORM_DATABASE_START', {
    detail: `${outcome}. ${said} (more in ${place.logs})`,
  });
}

/** Resolves with `undefined` once the cluster takes connections (crash recovery may take a while). */
async function answers(place: ClusterPlace, ended: AbortSignal): Promise<string | undefined> {
  const deadline = performance.now() + START_PATIENCE_MS;
  let last = 'no answer';
  while (performance.now() < deadline && !ended.aborted) {
    const client = new pg.Client({ connectionString: urlFor(place, 'postgres') });
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
      await sleep(30);
    }
  }
  return last;
}

/** PostgreSQL gets no variable of ours (PGDATA, PGPORT and secrets among them). */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC' };
}
