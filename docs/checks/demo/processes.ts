import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface Part {
  readonly name: string;
  readonly pid: number | undefined;
  readonly ended: Promise<{ code: number | null }>;
  /** Resolves with the first line, already printed or still to come, that matches; rejects when the process ends first. */
  line(pattern: RegExp): Promise<string>;
  /** SIGTERM, then SIGKILL after 12 s, which is longer than any part's own drain. */
  stop(): Promise<void>;
}

/** Starts a Node process, prefixes its output with its name, and watches for lines. */
export function startPart(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { onLine = (line) => console.log(`[${name}] ${line}`) }: { onLine?: (line: string) => void } = {},
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
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.on('error', (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      resolve({ code: 2 });
    });
    child.on('exit', (code) => resolve({ code }));
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
        ended.then(({ code }) => reject(new Error(`${name} ended (code ${code ?? 'none'}) before it said ${pattern}`)));
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

/** Takes a free port (or the given one) and holds it, so that nobody else gets it before `release()`. */
export async function holdFreePort(wanted = 0): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
