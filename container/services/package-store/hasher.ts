import { type Remote, transfer, wrap } from 'comlink';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { HashingApi } from '../../workers/hashing-api.ts';

export interface Hasher {
  /** Starts the worker before there is anything to hash. */
  start(): void;
  /** Takes the bytes away and gives them back: the caller's own buffer is detached. */
  sha256(bytes: ArrayBuffer): Promise<{ readonly digest: string; readonly bytes: ArrayBuffer }>;
  close(): void;
}

interface RunningWorker {
  readonly worker: Worker;
  readonly api: Remote<HashingApi>;
  /** Rejects when the worker breaks: its answers would never come. */
  readonly broken: Promise<never>;
}

/** Hashes in `container/workers/hashing.ts`, which starts with the first file and again after it broke. */
export function createHasher(startWorker: () => Worker): Hasher {
  let running: RunningWorker | undefined;

  function startAnew(): RunningWorker {
    const worker = startWorker();
    const broken = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => {
        running = undefined;
        worker.terminate();
        reject(new PorticoError('ERR_TRUST_WORKER_FAILED', { cause: event.error }));
      });
    });
    // Told to every caller by the race below; with no caller there is nobody to tell.
    broken.catch(() => undefined);
    return { worker, api: wrap<HashingApi>(worker), broken };
  }

  function start(): RunningWorker {
    running ??= startAnew();
    return running;
  }

  return {
    start: () => void start(),
    async sha256(bytes) {
      const { api, broken } = start();
      return Promise.race([api.sha256(transfer(bytes, [bytes])), broken]);
    },
    close() {
      running?.worker.terminate();
      running = undefined;
    },
  };
}
