import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Process id of the postmaster that runs on this data folder, `undefined` when none does. */
export async function livePostmaster(data: string): Promise<number | undefined> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command === undefined || command.split('\0').includes(data)) return pid;
  // After a reboot the id belongs to somebody else. PostgreSQL would take it for a live postmaster and refuse to start.
  await rm(file, { force: true });
  return undefined;
}

/** What is sent, one after the other, and how long each is given, in milliseconds. */
const STEPS = [
  // "Fast": sessions are ended, a checkpoint is written.
  ['SIGINT', 4_000],
  // "Immediate": safe, the next start replays the log.
  ['SIGQUIT', 2_000],
  ['SIGKILL', 2_000],
] as const;

/** Stops a postmaster that nobody else looks after. Its caller holds the data folder's lock. */
export async function stopOrphan(pid: number): Promise<void> {
  for (const [signal, patienceMs] of STEPS) {
    if (isAlive(pid)) process.kill(pid, signal);
    if (await within(patienceMs, () => !isAlive(pid))) return;
  }
}

/** Stops our own child, and only that: by now the data folder may be another server's. */
export async function stopChild(child: {
  readonly exitCode: number | null;
  readonly signalCode: NodeJS.Signals | null;
  kill(signal: NodeJS.Signals): boolean;
}): Promise<void> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  for (const [signal, patienceMs] of STEPS) {
    if (hasEnded()) return;
    child.kill(signal);
    if (await within(patienceMs, hasEnded)) return;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // In a container without an init nobody reaps an orphan that has ended.
  return !/\) [ZX] /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
}

async function within(patienceMs: number, condition: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < patienceMs && !condition(); waited += 25) await sleep(25);
  return condition();
}
