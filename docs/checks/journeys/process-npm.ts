import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../registry/platform/index.ts';
import type { DemoPeople } from '../demo/people.ts';
import { parseDemoPeople } from '../demo/people.ts';
import { type PartName, pidOf, processesOf } from './process-tree.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const READY_MS = 120_000;

/** `npm start`, as a person types it, in a folder and on a port of its own. */
export interface NpmStart {
  readonly port: number;
  readonly dataDir: string;
  output(): string;
  /** Milliseconds from the start until `ready`; throws with the output when npm ends first. */
  ready(): Promise<number>;
  /** Resolves with npm's exit code once it and every reader of its output are gone. */
  readonly ended: Promise<number | null>;
  pid(part: PartName): number;
  kill(part: PartName, signal: NodeJS.Signals): void;
  /** SIGKILL to every process there is at this moment, or to those that `spare` does not name. */
  killAll(spare?: readonly PartName[]): void;
  people(): DemoPeople;
}

export interface NpmOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another clone than this one. */
  readonly clone?: string;
}

export async function npmStart({ dataDir, port, env, clone = root }: NpmOptions): Promise<NpmStart> {
  const chosen = port ?? (await freePort());
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...withoutTestRunner(), PORTICO_PORT: String(chosen), PORTICO_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let changed: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      changed();
    });
  }
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      hasEnded = true;
      changed();
      resolve(code);
    });
  });
  const pid = (part: PartName) => (part === 'npm' ? (child.pid ?? 0) : pidOf(part, dataDir));
  return {
    port: chosen,
    dataDir,
    output: () => output,
    ended,
    async ready() {
      const deadline = setTimeout(() => changed(), READY_MS);
      while (!/^ready http/m.test(output)) {
        if (hasEnded || performance.now() - began > READY_MS) {
          clearTimeout(deadline);
          throw new Error(`npm start did not get ready:\n${output}`);
        }
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
      clearTimeout(deadline);
      return performance.now() - began;
    },
    pid,
    kill: (part, signal) => void process.kill(pid(part), signal),
    killAll(spare = []) {
      const spared = new Set(spare.map((part) => pidOf(part, dataDir)));
      const targets = processesOf(dataDir).filter(({ pid, parent }) => !spared.has(pid) && !spared.has(parent));
      for (const { pid } of targets) killIfThere(pid);
    },
    people: () => parseDemoPeople(JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))),
  };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Without what npm and node:test put there for their own children. */
function withoutTestRunner(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|NODE_TEST_CONTEXT$|NODE_OPTIONS$|PORTICO_|PARKING_)/.test(name),
    ),
  );
}
