import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../sandbox/contract/json/index.ts';
import { type Finding, SEVERITIES } from '../engine/index.ts';

export interface ScannerProgram {
  readonly command: string;
  readonly args: readonly string[];
}

export interface ScanOptions {
  readonly program?: ScannerProgram;
  /** Milliseconds. */
  readonly limitMs?: number;
}

const LIMIT_MS = 60_000;
const MOST_OUTPUT = 4 * 1024 * 1024;
/** A scan of the largest package stays well under this; beyond it the package is hostile. */
const HEAP_MB = 512;

/**
 * Runs the rules over a package in a process of their own. A scan that crashes, hangs or says something unreadable is an
 * error finding: what could not be scanned is not published. Throws only when the scanner cannot be started, or was
 * stopped by somebody else, so that the caller tries again later.
 */
export async function scan(archive: Uint8Array, options: ScanOptions = {}): Promise<readonly Finding[]> {
  const { program = scannerProgram(), limitMs = LIMIT_MS } = options;
  const ended = await run(program, archive, limitMs);
  if (ended.interrupted) throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'The scanner was stopped.' });
  const findings = ended.code === 0 ? parseFindings(ended.output) : undefined;
  if (findings) return findings;
  const why = ended.timedOut ? `took longer than ${limitMs / 1000} s` : 'ended before it was done';
  return [
    {
      rule: 'engine/scanner',
      severity: 'error',
      message: `The scan of this package ${why}, so it counts as not checked. Look for very deeply nested code, and simplify it.`,
    },
  ];
}

/** Beside the source this runs as TypeScript; in `dist/` as the bundle next to the server's. */
function scannerProgram(): ScannerProgram {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(isSource ? './main.ts' : './scanner.js', import.meta.url));
  // Node would start, fail, and look like a scan that crashed on this package.
  if (!existsSync(file))
    throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: `There is no scanner at ${file}.` });
  const loader = isSource ? ['--import', import.meta.resolve('tsx')] : [];
  return { command: process.execPath, args: [`--max-old-space-size=${HEAP_MB}`, ...loader, file] };
}

interface Ended {
  readonly code: number | null;
  readonly output: Buffer;
  readonly timedOut: boolean;
  /** Killed from outside, as whoever stops the server may do; that says nothing about the package. */
  readonly interrupted: boolean;
}

/** A package can make its scanner abort or run out of memory, which V8 ends with SIGABRT; none can send these. */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'];

function run({ command, args }: ScannerProgram, input: Uint8Array, limitMs: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // An empty environment: the registry's own holds the database's address and more.
    // A group of its own, so that Ctrl-C in the terminal leaves it to us.
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: {}, detached: true });
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
      const interrupted = !timedOut && !tooMuch && FROM_OUTSIDE.includes(signal);
      resolve({ code, output: Buffer.concat(output), timedOut, interrupted });
    });
    // A child that dies early breaks the pipe; its exit code says so already.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(input);
  });
}

/** The child has read hostile bytes, so what it says is parsed like anything else that comes from outside. */
function parseFindings(output: Buffer): readonly Finding[] | undefined {
  let value: unknown;
  try {
    value = parseStrictJson(output);
  } catch (error) {
    if (error instanceof PorticoError) return undefined;
    throw error;
  }
  return Array.isArray(value) && value.every(isFinding) ? value : undefined;
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, severity, message, file, line, column } = value as Readonly<Record<string, unknown>>;
  return (
    typeof rule === 'string' &&
    SEVERITIES.some((known) => known === severity) &&
    typeof message === 'string' &&
    (file === undefined || typeof file === 'string') &&
    [line, column].every((place) => place === undefined || Number.isSafeInteger(place))
  );
}
