/** Codes in pictures, found by a worker of ours: the page itself compiles no code, and stays free while it looks. */
import { type Remote, transfer, wrap } from 'comlink';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { ScanningApi } from '../workers/scanning-api.ts';
import type { CodeKind, ScannedCode } from './native-shell/index.ts';

export interface Scanner {
  /** The first code in the picture, which is closed by it; `undefined` when there is none. ERR_CAPABILITY_UNAVAILABLE. */
  read(picture: ImageBitmap, kinds: readonly CodeKind[]): Promise<ScannedCode | undefined>;
  stop(): void;
}

export function createScanner(startWorker: () => Worker): Scanner {
  const worker = startWorker();
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new PorticoError('ERR_CAPABILITY_UNAVAILABLE')), { once: true });
  });
  // Only a read that is under way has to hear of it.
  failed.catch(() => undefined);
  const api: Remote<ScanningApi> = wrap<ScanningApi>(worker);
  return {
    async read(picture, kinds) {
      try {
        return await Promise.race([api.read(transfer(picture, [picture]), [...kinds]), failed]);
      } catch (cause) {
        throw cause instanceof PorticoError ? cause : new PorticoError('ERR_CAPABILITY_UNAVAILABLE', { cause });
      }
    },
    stop: () => worker.terminate(),
  };
}
