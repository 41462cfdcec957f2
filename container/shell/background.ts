/** What goes on while the customer looks at something else: hints from the registry, fresh metadata, the offline copy. */
import { createOriginApps } from '../services/origin-apps.ts';
import { prefetchApps, savesData } from './prefetch.ts';
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

export function startBackground(services: Services, loadPlayer: () => Promise<void>): void {
  const { catalogue, events, navigation, online, preferences, session, trust } = services;
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
  // On a first visit nothing is known of any app, and a tap would wait for all of it.
  if (!navigator.serviceWorker?.controller) quietly(trust.refresh(false));
  // Meanwhile the session may have run out, or somebody else have signed in in another tab: apps that are open still hold
  // what the customer of before kept in them.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') quietly(session.refresh());
  });
  let prefetching = new AbortController();
  const prefetch = (): void => {
    prefetching.abort();
    prefetching = new AbortController();
    if (navigation.value.screen === 'player' || !navigator.onLine) return;
    quietly(prefetchApps(services, prefetching.signal, savesData(navigator)));
  };
  // The app that is being opened has the network to itself.
  navigation.subscribe(({ screen }) => {
    if (screen === 'player') prefetching.abort();
    else if (screen === 'home') whenIdle(prefetch, 2_000);
  });
  whenIdle(() => {
    // The first app then opens in one motion, without waiting for its own code.
    quietly(loadPlayer());
    quietly(services.loadPackages());
    events.open(({ type }) => {
      quietly(trust.refresh(type !== 'updated').then(prefetch));
      if (type !== 'connected') quietly(catalogue.refresh());
    });
    quietly(
      import('./origin-data.ts').then(({ keepOriginDataApart }) =>
        keepOriginDataApart({ apps: createOriginApps(localStorage), session, trust, page: document.body }),
      ),
    );
    quietly(import('./offline.ts').then(({ keepOffline }) => keepOffline()));
  }, 2_000);
}
