import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Account } from './account.ts';

/** For clusters, and PostgreSQL's programs, of data folders that the account it runs under cannot reach. */
export const SYSTEM_FOLDER = '/var/lib/portico';
/** In the data folder: where its cluster is, when it is not in it. */
const NOTE = 'postgres.elsewhere';
/** Beside that cluster: whose it is. */
const OWNER = 'data-folder';

/**
 * The folder in the system folder that holds this data folder's cluster. It is named by chance and noted in the data
 * folder: who deletes that and starts again must get a new database, not the old one without its keys.
 * @throws PorticoError ERR_PLATFORM_DATABASE_START for a copied data folder, whose cluster is the original's
 */
export async function homeElsewhere(dataDir: string): Promise<string> {
  const home = (await notedHome(dataDir)) ?? (await noteNewHome(dataDir));
  const owner = await textOf(join(home, OWNER));
  if (owner !== dataDir) {
    if (owner !== '' && (await notedHome(owner)) === home) {
      const detail = `${dataDir} is a copy of ${owner}; both would use the database in ${home}. Start with an empty folder instead.`;
      throw new PorticoError('ERR_PLATFORM_DATABASE_START', { detail });
    }
    await mkdir(home, { recursive: true, mode: 0o700 });
    await writeFile(join(home, OWNER), dataDir, { mode: 0o600 });
  }
  return home;
}

export async function notedHome(dataDir: string): Promise<string | undefined> {
  return (await textOf(join(dataDir, NOTE))).trim() || undefined;
}

async function noteNewHome(dataDir: string): Promise<string> {
  await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const note = join(dataDir, NOTE);
  const draft = `${note}.${process.pid}`;
  await writeFile(draft, `${join(SYSTEM_FOLDER, randomBytes(8).toString('hex'))}\n`, { mode: 0o600 });
  // Whoever comes second uses the first one's.
  await link(draft, note).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await notedHome(dataDir)) ?? SYSTEM_FOLDER;
}

/** Whether the account may pass through this folder and all above it. */
export async function canReach(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canReach(parent, account);
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
