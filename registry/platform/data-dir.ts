import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PorticoError } from '../../sandbox/contract/index.ts';

/** A server's hold on its data folder, in `server.lock`: process id, its start time, and `leaving` once it stops. */
export interface DataDirClaim {
  /** Tells a server that wants the folder next that waiting is worth it. */
  announceLeaving(): Promise<void>;
  /** False once the folder was deleted or replaced, or another server took it. Puts back a lock that only went missing. */
  isOurs(): Promise<boolean>;
  /** Resolves when `isOurs` has become false. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

const LOOK_MS = 1_000;
/** A server whose starter was killed hears of it, and says that it is leaving, well within this. */
const HEARING_MS = 1_500;
/** Longer than a server may take to stop. */
const LEAVING_MS = 12_000;

/**
 * Makes sure that the data folder can be written and that no other live server uses it. The lock names its process and
 * the process's start time, so that neither `kill -9` nor a reused id leaves it stuck.
 */
export async function claimDataDir(dataDir: string): Promise<DataDirClaim> {
  const lock = join(dataDir, 'server.lock');
  const mine = `${process.pid} ${await startTime(process.pid)}`;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    for (let tries = 0; !(await take(lock, mine)); tries += 1) {
      const text = await read(lock);
      if (await isHeld(text)) {
        const detail = `${dataDir} is used by process ${text.split(' ')[0]}.`;
        throw new PorticoError('ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE', { detail });
      }
      if (tries >= 20) throw new PorticoError('ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE', { detail: dataDir });
      await removeStale(lock, text);
    }
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new PorticoError('ERR_PLATFORM_CONFIG_DATA_DIR', { detail: `${dataDir}: ${reason}`, cause });
  }

  const { ino, dev } = await stat(dataDir);
  const isOurs = async () => {
    const folder = await stat(dataDir).catch(() => undefined);
    if (folder?.ino !== ino || folder.dev !== dev) return false;
    const text = await read(lock);
    return text === '' ? await take(lock, mine).catch(() => false) : holderOf(text) === mine;
  };
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<void>((resolve) => {
    timer = setInterval(async () => {
      if (await isOurs()) return;
      clearInterval(timer);
      resolve();
    }, LOOK_MS).unref();
  });
  return {
    isOurs,
    lost,
    async announceLeaving() {
      if (await isOurs()) await writeFile(lock, `${mine} leaving`);
    },
    async release() {
      clearInterval(timer);
      if (holderOf(await read(lock)) === mine) await rm(lock, { force: true });
    },
  };
}

/**
 * Waits for a server that is about to leave the folder, so that `npm start` right after a killed `npm start` just works.
 * One that stays is not waited for: claiming the folder says so.
 */
export async function waitForLeaver(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'server.lock');
  const began = performance.now();
  for (let text = await read(lock); await isHeld(text); text = await read(lock)) {
    const patience = text.endsWith(' leaving') ? LEAVING_MS : HEARING_MS;
    if (performance.now() - began > patience) return;
    await sleep(25);
  }
}

/** Puts the lock there whole, or answers false when there is one. */
async function take(lock: string, text: string): Promise<boolean> {
  const draft = `${lock}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Two servers may judge the same lock stale; the slower one must not remove the lock of the faster. */
async function removeStale(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await read(aside)) !== stale) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

const holderOf = (lockText: string): string => lockText.split(' ').slice(0, 2).join(' ');

const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

async function isHeld(lockText: string): Promise<boolean> {
  const [pid = '', started] = lockText.split(' ');
  return pid !== '' && started === (await startTime(Number(pid)));
}

/** Clock ticks since boot at which the process began (field 22 of /proc/<pid>/stat); `gone` when there is none. */
async function startTime(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent, killed or busy, has not looked yet.
    return state === 'Z' || state === 'X' ? 'gone' : (fields[18] ?? 'unknown');
  } catch {
    if (process.platform === 'linux') return 'gone';
  }
  try {
    process.kill(pid, 0);
    return 'unknown';
  } catch {
    return 'gone';
  }
}
