import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { PorticoError } from '../../../sandbox/contract/index.ts';

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Part {
  readonly name: string;
  readonly pid: number | undefined;
  readonly ended: Promise<Ending>;
  /** Resolves with the first line, already printed or still to come, that matches; rejects with PartEnded. */
  line(pattern: RegExp): Promise<string>;
  /** SIGTERM, then SIGKILL after 12 s, which is longer than any part's own drain. */
  stop(): Promise<void>;
}

export class PartEnded extends Error {
  override readonly name = 'PartEnded';
}

/** Starts a Node process and watches its lines. */
export function startPart(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { onLine }: { onLine: (line: string) => void },
): Part {
  // The ipc channel tells the child when this process is gone, even after SIGKILL.
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const seen: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      onLine(line);
      seen.push(line);
      if (seen.length > 1000) seen.shift();
      for (const check of waiting) check(line);
    });
  }
  const ended = new Promise<Ending>((resolve) => {
    child.on('error', (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      resolve({ code: 2, signal: null });
    });
    // 'close' rather than 'exit': its last words have been read by then.
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    name,
    pid: child.pid,
    ended,
    line(pattern) {
      const found = seen.find((line) => pattern.test(line));
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const check = (line: string): void => {
          if (!pattern.test(line)) return;
          waiting.delete(check);
          resolve(line);
        };
        waiting.add(check);
        ended.then(({ code, signal }) => {
          reject(new PartEnded(`${name} ended (${signal ?? `code ${code}`}) before it said ${pattern}`));
        });
      });
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await ended;
      clearTimeout(last);
    },
  };
}

/**
 * Takes a free port, or the one that a setting names, and holds it, so that nobody else gets it before `release()`.
 * @throws PorticoError ERR_PLATFORM_CONFIG_VALUE or ERR_PLATFORM_CONFIG_PORT_IN_USE, naming the setting
 */
export async function holdPort(
  setting: string,
  value: string | undefined,
): Promise<{ port: number; release(): Promise<void> }> {
  const wanted = /^\d{1,5}$/.test(value ?? '0') ? Number(value ?? '0') : 65_536;
  if (wanted > 65_535) {
    const detail = `${setting} is "${value}"; it must be a number from 0 to 65535.`;
    throw new PorticoError('ERR_PLATFORM_CONFIG_VALUE', { detail });
  }
  // Whoever calls already, such as the registry with notices of before, is told so at once and calls again; kept waiting
  // it would keep the port from being let go.
  const server = createServer((caller) => {
    // It may have hung up already.
    caller.on('error', () => undefined);
    caller.resetAndDestroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const detail = `${setting} is ${wanted}: ${cause.code}.`;
      reject(new PorticoError('ERR_PLATFORM_CONFIG_PORT_IN_USE', { detail, cause }));
    });
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
