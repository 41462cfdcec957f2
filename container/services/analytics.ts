/**
 * What apps count of their own use, gathered and sent in batches while nothing else needs the network. It is about use,
 * not about money: what cannot be sent is dropped, and the app hears so.
 */
import type { AppId, ErrorCode, ReleaseDigest } from '../../sandbox/contract/index.ts';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { UseEvent } from './registry/operations.ts';

export const BATCH = { most: 50, everyMs: 10_000, mostWaiting: 500 } as const;

export interface AnalyticsSource {
  readonly appId: AppId;
  readonly release: ReleaseDigest;
}
export interface Analytics {
  add(event: UseEvent): void;
  /** Sends what waits, as far as it can. */
  flush(): Promise<void>;
}

/** One for each visit. `dropped` is told once for each batch that could not be delivered. */
export function createAnalytics(
  source: AnalyticsSource,
  parts: {
    send(source: AnalyticsSource, events: readonly UseEvent[]): Promise<void>;
    dropped(code: ErrorCode): void;
    ended: AbortSignal;
    page: Pick<Document, 'addEventListener' | 'visibilityState'>;
  },
): Analytics {
  const { send, dropped, ended, page } = parts;
  const waiting: UseEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH.most);
      try {
        await send(source, batch);
      } catch (error) {
        dropped(error instanceof PorticoError ? error.code : 'ERR_BRIDGE_INTERNAL');
        return;
      }
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  };

  const hidden = (): void => {
    if (page.visibilityState === 'hidden') void flush();
  };
  page.addEventListener('visibilitychange', hidden, { signal: ended });
  ended.addEventListener('abort', () => void flush(), { once: true });

  return {
    add(event) {
      if (waiting.length >= BATCH.mostWaiting) return dropped('ERR_BRIDGE_RATE');
      waiting.push(event);
      if (waiting.length >= BATCH.most) void flush();
      else timer ??= setTimeout(() => void flush(), BATCH.everyMs);
    },
    flush,
  };
}
