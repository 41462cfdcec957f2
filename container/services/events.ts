/**
 * The registry's stream of hints (server-sent events). Hints may be lost while the connection is down, so every
 * (re)connection counts as one: whoever listens re-reads what it needs.
 */
import { type AppId, parseAppId } from '../../sandbox/contract/index.ts';

export type RegistryHint =
  | { readonly type: 'connected' }
  | { readonly type: 'updated' | 'revoked'; readonly appId: AppId | undefined };

export interface EventsSource {
  /** Returns a function that ends the stream. */
  open(heard: (hint: RegistryHint) => void): () => void;
}

const RETRY_FIRST_MS = 1_000;
const RETRY_LONGEST_MS = 30_000;

/**
 * A page that was left may be kept whole for Back, its stream with it; six of them, and over HTTP/1.1 the seventh page of
 * this origin gets no connection at all. So the stream ends when the page is left and begins again when it is back.
 * @param connect makes an EventSource; passed in so that tests need no server
 * @param page tells of `pagehide` and `pageshow`; the window
 */
export function createEventsSource(connect: () => EventSource, page: EventTarget): EventsSource {
  return {
    open(heard) {
      let source: EventSource | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let wait = RETRY_FIRST_MS;

      const start = (): void => {
        source = connect();
        source.addEventListener('open', () => {
          wait = RETRY_FIRST_MS;
          heard({ type: 'connected' });
        });
        for (const type of ['updated', 'revoked'] as const) {
          source.addEventListener(type, (event) => heard({ type, appId: readAppId(event.data) }));
        }
        source.addEventListener('error', () => {
          // The browser reconnects by itself unless the answer was final (a 5xx from a proxy, say).
          if (source?.readyState !== EventSource.CLOSED) return;
          timer = setTimeout(start, wait);
          wait = Math.min(wait * 2, RETRY_LONGEST_MS);
        });
      };
      const stop = (): void => {
        clearTimeout(timer);
        source?.close();
      };
      const onShown = (event: Event): void => {
        if ((event as PageTransitionEvent).persisted) start();
      };
      start();
      page.addEventListener('pagehide', stop);
      page.addEventListener('pageshow', onShown);
      return () => {
        page.removeEventListener('pagehide', stop);
        page.removeEventListener('pageshow', onShown);
        stop();
      };
    },
  };
}

function readAppId(data: unknown): AppId | undefined {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null && 'appId' in value ? parseAppId(value.appId) : undefined;
  } catch {
    return undefined; // a hint without a readable app id is about all of them
  }
}
