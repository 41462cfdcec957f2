/**
 * The container's own history. A mini-app may push entries into the tab's history; Back in the app bar therefore goes
 * to the very entry the customer came from, past whatever the app left between.
 */
import { type Navigation, type Origin, type Route, routeOf } from '../state/navigation.ts';
import { createStore } from '../state/store.ts';

/** The Navigation API, as far as it is used here; Safari before 26 has none. */
interface NavigationApi {
  readonly currentEntry: { readonly key: string } | null;
  traverseTo(key: string): { readonly finished: Promise<unknown> };
}

export function createNavigation(page: Window): Navigation {
  const current = (): Route => routeOf(page.location.pathname, page.location.search);
  const store = createStore<Route>(current());
  const api = (page as { navigation?: NavigationApi }).navigation;
  let origin: Origin | undefined;
  let address = page.location.pathname + page.location.search;

  const arrive = (): void => {
    const next = page.location.pathname + page.location.search;
    if (next === address) return;
    address = next;
    store.set(current());
  };
  page.addEventListener('popstate', () => {
    origin = undefined;
    arrive();
  });

  const replace = (to: string): void => {
    page.history.replaceState(null, '', to);
    arrive();
  };

  return {
    get value() {
      return store.value;
    },
    get origin() {
      return origin;
    },
    subscribe: store.subscribe,
    go(to, from) {
      origin = from;
      page.history.pushState({ cameFrom: api?.currentEntry?.key ?? '' }, '', to);
      arrive();
    },
    back() {
      const cameFrom = keyIn(page.history.state);
      if (cameFrom === undefined) return replace('/');
      if (!api || cameFrom === '') return page.history.back();
      // The entry may be gone (a restored tab): then home is where Back leads.
      api.traverseTo(cameFrom).finished.catch(() => replace('/'));
    },
  };
}

function keyIn(state: unknown): string | undefined {
  const key = typeof state === 'object' && state !== null && 'cameFrom' in state ? state.cameFrom : undefined;
  return typeof key === 'string' ? key : undefined;
}
