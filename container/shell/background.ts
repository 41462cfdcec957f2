/** What goes on while the customer looks at something else: hints from the registry, fresh metadata, the offline copy. */
import type { Services } from './services.ts';

/** Runs when the browser has nothing better to do, at the latest after `latestMs`. */
function whenIdle(run: () => void, latestMs: number): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: latestMs });
  else setTimeout(run, latestMs);
}

/** A failed look at the registry is no news: the next hint, or opening an app, looks again. */
const quietly = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => console.warn('portico: background work failed', error));
};

export function startBackground({ catalogue, events, online, preferences, session, trust }: Services): void {
  let { city, locale } = preferences.value;
  preferences.subscribe((next) => {
    if (next.city === city && next.locale === locale) return;
    ({ city, locale } = next);
    quietly(catalogue.refresh());
  });
  online.subscribe((isOnline) => {
    if (!isOnline) return;
    quietly(catalogue.refresh());
    quietly(session.refresh());
  });
  whenIdle(() => {
    // The first app then opens in one motion, without waiting for its own code.
    quietly(import('./player-parts.ts'));
    events.open(({ type }) => {
      quietly(trust.refresh(type !== 'updated'));
      if (type !== 'connected') quietly(catalogue.refresh());
    });
    quietly(import('./offline.ts').then(({ keepOffline }) => keepOffline()));
  }, 2_000);
}
