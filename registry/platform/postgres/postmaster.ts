import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Process id of the postmaster that runs on this data folder, `undefined` when none does. */
export async function livePostmaster(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  // After a reboot the id may belong to any process; PostgreSQL removes the stale file itself.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.includes(data) ? pid : undefined;
}

/**
 * Stops a postmaster: SIGINT ("fast": sessions are ended, a checkpoint is written), and after `patienceMs`
 * SIGQUIT ("immediate": safe, the next start replays the log).
 */
export async function stopPostmaster(pid: number, data: string, patienceMs = 15_000): Promise<void> {
  send(pid, 'SIGINT');
  if (await gone(pid, patienceMs)) return;
  send(pid, 'SIGQUIT');
  if (await gone(pid, patienceMs)) return;
  send(pid, 'SIGKILL');
  await gone(pid, patienceMs);
  await rm(join(data, 'postmaster.pid'), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal);
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 25) {
    if (!isAlive(pid)) return true;
    await sleep(25);
  }
  return !isAlive(pid);
}
