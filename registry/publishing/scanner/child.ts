/** Starts the scanner process on one package, with nothing of ours in its reach, and waits for what comes of it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PorticoError } from '../../../sandbox/contract/index.ts';

export interface ScannerProgram {
  readonly command: string;
  readonly args: readonly string[];
}

export interface ScanOptions {
  readonly program?: ScannerProgram;
  /** Milliseconds. */
  readonly limitMs?: number;
}

/** What the process is asked for: findings of the rules, or the hashes of the inline scripts of a site's pages. */
export type ScannerTask = 'findings' | 'inline-scripts';

const MOST_OUTPUT = 4 * 1024 * 1024;
/** A scan of the largest package stays well under this; beyond it the package is hostile. */
const HEAP_MB = 512;

/** Beside the source this runs as TypeScript; in `dist/` as the bundle next to the server's. */
function scannerProgram(): ScannerProgram {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(isSource ? './main.ts' : './scanner.js', import.meta.url));
  // Node would start, fail, and look like a scan that crashed on this package.
  if (!existsSync(file))
    throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: `There is no scanner at ${file}.` });
  const loader = isSource ? ['--import', import.meta.resolve('tsx')] : [];
  return programOf([...loader, file]);
}

/** Node on these arguments, with the scanner's limits. */
export const programOf = (args: readonly string[]): ScannerProgram => ({
  command: process.execPath,
  args: [`--max-old-space-size=${HEAP_MB}`, ...args],
});

export interface Ended {
  readonly code: number | null;
  readonly output: Buffer;
  readonly timedOut: boolean;
}

/**
 * Killed from outside, as whoever stops the server may do: that says nothing about the package. A package can make its
 * scanner abort or run out of memory, which V8 ends with SIGABRT; none can send these.
 */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];

/**
 * A package may make it crash, hang or talk nonsense: that is for the caller to judge.
 * @throws PorticoError ERR_PLATFORM_UNAVAILABLE when it cannot be started, or was stopped by somebody else
 */
export function runScanner(
  task: ScannerTask,
  input: Uint8Array,
  { program: { command, args } = scannerProgram(), limitMs }: ScanOptions & { readonly limitMs: number },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // An empty environment: the registry's own holds the database's address and more.
    // A group of its own, so that Ctrl-C in the terminal leaves it to us.
    const child = spawn(command, [...args, task], { stdio: ['pipe', 'pipe', 'ignore'], env: {}, detached: true });
    const output: Buffer[] = [];
    let size = 0;
    let timedOut = false;
    let tooMuch = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      tooMuch = size > MOST_OUTPUT;
      if (tooMuch) child.kill('SIGKILL');
      else output.push(chunk);
    });
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'The scanner cannot be started.', cause }));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (!timedOut && !tooMuch && FROM_OUTSIDE.includes(signal))
        reject(new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'The scanner was stopped.' }));
      else resolve({ code, output: Buffer.concat(output), timedOut });
    });
    // A child that dies early breaks the pipe; its exit code says so already.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(input);
  });
}
