/**
 * The container's own history. A mini-app may push entries into the tab's history; Back in the app bar therefore goes
 * to the very entry the customer came from, past whatever the app left between.
 */
import { type Navigation, type Origin, type Route, routeOf } from '../state/navigation.ts';
import { createStore } from '../state/store.ts';

/** The Navigation API, as far as it is used here; Safari before 26 has none. */
interface NavigationApi {
  readonly currentEntry: { readonly key: string } | null;
  entries(): readonly { readonly key: string; readonly url: string | null }[];
  traverseTo(key: string): { readonly finished: Promise<unknown> };
}

/**
 * @param settled what the way to a place waits for, briefly; `undefined`: nothing. Writing an entry keeps the browser busy,
 *   and an app that is all but ready is there sooner where it is written then.
 */
export function createNavigation(
  page: Window,
  settled: (to: Route) => Promise<void> | undefined = () => undefined,
): Navigation {
  const current = (): Route => routeOf(page.location.pathname, page.location.search);
  const store = createStore<Route>(current());
  const api = (page as { navigation?: NavigationApi }).navigation;
  let origin: Origin | undefined;
  let address = page.location.pathname + page.location.search;
  /** Entries of the tab when the current place was added at its end; `undefined`: it was come to in another way. */
  let entries: number | undefined;
  /** Which way was taken last: one that waits is given up where another is taken meanwhile. */
  let way = 0;

  const arrive = (): void => {
    const next = page.location.pathname + page.location.search;
    if (next === address) return;
    address = next;
    store.set(current());
  };
  page.addEventListener('popstate', () => {
    way += 1;
    origin = undefined;
    entries = undefined;
    arrive();
  });

  const replace = (to: string): void => {
    way += 1;
    page.history.replaceState(null, '', to);
    arrive();
  };
  const add = (to: string, state: unknown): void => {
    way += 1;
    page.history.pushState(state, '', to);
    entries = page.history.length;
    arrive();
  };
  const back = (): void => {
    way += 1;
    const { key, switched } = placeIn(page.history.state);
    if (key === undefined) replace('/');
    else if (!api || key === '') page.history.back();
    else if (switched) add(addressOf(key), null);
    // The entry may be gone (a restored tab): then home is where Back leads.
    else api.traverseTo(key).finished.catch(() => replace('/'));
  };
  const addressOf = (key: string): string => {
    const entry = api?.entries().find((candidate) => candidate.key === key);
    const { pathname, search } = new URL(entry?.url ?? '/', page.location.origin);
    return pathname + search;
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
      const leave = (): void => {
        origin = from;
        add(to, { cameFrom: api?.currentEntry?.key ?? '' });
      };
      const { pathname, search } = new URL(to, page.location.href);
      const waiting = settled(routeOf(pathname, search));
      if (waiting === undefined) {
        leave();
        return;
      }
      way += 1;
      const mine = way;
      const leaveIfStill = (): void => {
        if (mine === way) leave();
      };
      // What could not be got ready is told of by whoever opens it.
      void waiting.then(leaveIfStill, leaveIfStill);
    },
    switchTo(to) {
      origin = undefined;
      const { key } = placeIn(page.history.state);
      add(to, key === undefined ? null : { cameFrom: key, switched: true });
    },
    back,
    backKeeping() {
      const { key } = placeIn(page.history.state);
      // A tab keeps fifty entries: at that number nobody can tell whether some were added.
      const untouched = entries !== undefined && entries < 50 && page.history.length === entries;
      if (key === undefined || untouched) back();
      else add(key === '' ? '/' : addressOf(key), null);
    },
  };
}

function placeIn(state: unknown): { readonly key: string | undefined; readonly switched: boolean } {
  if (typeof state !== 'object' || state === null) return { key: undefined, switched: false };
  const key = 'cameFrom' in state && typeof state.cameFrom === 'string' ? state.cameFrom : undefined;
  return { key, switched: 'switched' in state && state.switched === true };
}
