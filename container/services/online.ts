/** Whether the device believes it has a network. True may be wrong (no route behind the Wi-Fi); false never is. */
export interface OnlineSource {
  readonly online: boolean;
  /** Returns a function that stops watching. */
  watch(changed: (online: boolean) => void): () => void;
}

export function createOnlineSource(page: Window): OnlineSource {
  return {
    get online() {
      return page.navigator.onLine;
    },
    watch(changed) {
      const stop = new AbortController();
      page.addEventListener('online', () => changed(true), { signal: stop.signal });
      page.addEventListener('offline', () => changed(false), { signal: stop.signal });
      return () => stop.abort();
    },
  };
}
