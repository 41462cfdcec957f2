import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PorticoError } from '../../sandbox/contract/index.ts';

/**
 * Makes sure that the data folder can be written and that no other live server uses it.
 * Returns a function that gives the folder free. The lock holds the process id and its start time, so that neither
 * `kill -9` nor a reused id leaves it stuck.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  const lock = join(dataDir, 'server.lock');
  const mine = `${process.pid} ${await startTime(process.pid)}`;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    for (let tries = 0; ; tries += 1) {
      try {
        const file = await open(lock, 'wx', 0o600);
        await file.writeFile(mine);
        await file.close();
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries >= 20) throw error;
        await removeStaleLock(lock, dataDir);
      }
    }
  } catch (cause) {
    if (cause instanceof PorticoError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new PorticoError('ERR_PLATFORM_CONFIG_DATA_DIR', { detail: `${dataDir}: ${reason}`, cause });
  }
  return async () => {
    if ((await readFile(lock, 'utf8').catch(() => '')) === mine) await rm(lock, { force: true });
  };
}

async function removeStaleLock(lock: string, dataDir: string): Promise<void> {
  const [pid = '', started] = (await readFile(lock, 'utf8').catch(() => '')).split(' ');
  if (pid !== '' && started === (await startTime(Number(pid)))) {
    throw new PorticoError('ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE', { detail: `${dataDir} is used by process ${pid}.` });
  }
  await rm(lock, { force: true });
}

/** Clock ticks since boot at which the process began (field 22 of /proc/<pid>/stat); `gone` when there is none. */
async function startTime(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
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
