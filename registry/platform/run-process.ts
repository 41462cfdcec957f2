import { errors, isErrorCode, PorticoError } from '../../sandbox/contract/index.ts';

export interface RunningServer {
  stop(): Promise<void>;
  /** Resolves with what makes going on impossible. */
  readonly failed?: Promise<PorticoError>;
}

/** Longer than stopping may take, within the ten seconds that whoever asked us to stop is promised. */
const LONGEST_STOP_MS = 9_500;
const PARENT_LOOK_MS = 500;
/** What a shell and most supervisors read as "wrong use": the settings are wrong, starting again will not help. */
const EXIT_WRONG_SETTINGS = 2;

/**
 * Runs `start` and stops cleanly, once, on SIGTERM, SIGINT, SIGHUP, or when the process that started us is gone: its IPC
 * channel closes, or, under npm (which does not always pass signals on), the parent's id changes.
 * A fault while starting is said in one sentence without a stack; a fault later ends the process with code 1.
 */
export async function runProcess(start: () => Promise<RunningServer>): Promise<void> {
  // A reader of our output that went away must not keep us from stopping cleanly.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreBrokenPipe);
  const starting = start();
  let stopping = false;

  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    const running = await starting.catch(() => undefined);
    await running?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  process.on('disconnect', () => void stop(0));
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void stop(0), PARENT_LOOK_MS).unref();
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      console.error(`ERR_PLATFORM_INTERNAL: ${event}`, error);
      void stop(1);
    });
  }

  try {
    const running = await starting;
    running.failed?.then((error) => {
      if (!stopping) explainFault(error);
      void stop(1);
    });
  } catch (error) {
    if (!stopping) explainFault(error);
    process.exit(error instanceof PorticoError ? EXIT_WRONG_SETTINGS : 1);
  }
}

/** One sentence, what to do, and no stack where the fault is one of the catalogue. */
export function explainFault(error: unknown): void {
  if (error instanceof PorticoError && isErrorCode(error.code)) {
    console.error(`${error.code}: ${error.message}\n${errors[error.code].fix}`);
  } else console.error('ERR_PLATFORM_INTERNAL: the server could not start.', error);
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
