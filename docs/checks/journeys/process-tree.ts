import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** What the processes of a running product are called in the journeys, and how each is known. */
const PARTS = {
  npm: /^npm (start|test)/,
  start: /^\S*node docs\/checks\/start\.mjs/,
  demo: /dist\/demo\/main\.js/,
  registry: /dist\/registry\/server\.js/,
  parking: /dist\/parking\/server\.js/,
  cli: /dist\/kit\/cli\.js/,
  scanner: /dist\/registry\/scanner\.js/,
  postmaster: /\/bin\/postgres -D /,
} as const satisfies Record<string, RegExp>;
export type PartName = keyof typeof PARTS;

/**
 * Every live process that belongs to a data folder, as the kernel tells it: those started with the folder in their
 * environment, those working inside it (PostgreSQL's), and everything these started. Linux only.
 */
export function processesOf(dataDir: string): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const ours = new Set(all.filter(({ pid }) => belongsTo(pid, dataDir)).map(({ pid }) => pid));
  for (let before = -1; before !== ours.size; ) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter(({ pid }) => ours.has(pid));
}

export function pidOf(part: PartName, dataDir: string): number {
  const found = processesOf(dataDir).find(({ command }) => PARTS[part].test(command));
  if (!found) throw new Error(`no ${part} is running on ${dataDir}`);
  return found.pid;
}

/** Milliseconds until no process of the folder is left; throws with those that are after `patienceMs`. */
export async function untilGone(dataDir: string, patienceMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const left = processesOf(dataDir);
    const took = performance.now() - began;
    if (left.length === 0) return took;
    if (took > patienceMs) {
      throw new Error(
        `still there after ${patienceMs} ms:\n${left.map(({ pid, command }) => `${pid} ${command}`).join('\n')}`,
      );
    }
    await pause(25);
  }
}

/** A zombie has ended; who should have reaped it is not our affair. */
function readProcess(pid: number): Process | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '' || state === 'Z' || state === 'X') return undefined;
  return { pid, parent: Number(parent), command: textOf(`/proc/${pid}/cmdline`).split('\0').join(' ').trim() };
}

function belongsTo(pid: number, dataDir: string): boolean {
  const environment = textOf(`/proc/${pid}/environ`).split('\0');
  if (environment.includes(`PORTICO_DATA_DIR=${dataDir}`)) return true;
  if (environment.some((entry) => entry.startsWith(`PARKING_DATA_DIR=${dataDir}/`))) return true;
  return workingFolder(pid).startsWith(`${dataDir}/`);
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** Empty for what has just ended or is another user's. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
