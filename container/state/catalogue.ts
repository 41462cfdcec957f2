/** The home page's shelves: what was kept first, what the registry says as soon as it says it. */
import { createContext } from '@lit/context';
import { type AppId, PorticoError } from '../../sandbox/contract/index.ts';
import type { CatalogueStore } from '../services/catalogue-store.ts';
import type { Home, Listing, RegistryClient } from '../services/registry/index.ts';
import type { PreferencesState } from './preferences.ts';
import { createStore, type Store } from './store.ts';

export interface CatalogueView {
  /** `undefined` until something was kept or has arrived. */
  readonly home: Home | undefined;
  readonly recents: readonly Listing[];
  /** Why the last request brought nothing. */
  readonly problem: PorticoError | undefined;
  readonly loading: boolean;
}

export interface CatalogueState extends Store<CatalogueView> {
  /** Shows what was kept, then asks the registry. Never throws: a failure is in the view. */
  refresh(): Promise<void>;
  /** What is known of an app without asking anybody. */
  find(appId: AppId): Listing | undefined;
  used(app: Listing): Promise<void>;
  /** Empties the shelf of apps used lately, for the next customer of the device. */
  forgetRecents(): Promise<void>;
}

export const catalogueContext = createContext<CatalogueState>('portico-catalogue');

export function createCatalogue(
  registry: Pick<RegistryClient, 'catalogue'>,
  kept: CatalogueStore,
  preferences: PreferencesState,
  now: () => number,
): CatalogueState {
  const store = createStore<CatalogueView>({ home: undefined, recents: [], problem: undefined, loading: true });
  const set = (changes: Partial<CatalogueView>): void => store.set({ ...store.value, ...changes });
  let round = 0;
  let shown = '';

  async function refresh(): Promise<void> {
    const { city, locale } = preferences.value;
    round += 1;
    const mine = round;
    const current = (): boolean => mine === round;
    const place = `${city}/${locale}`;
    set({ loading: true, problem: undefined, ...(shown === place ? {} : { home: undefined }) });
    shown = place;
    const fromDevice = Promise.all([kept.home(city, locale), kept.recents()]).then(
      ([home, recents]) => current() && set({ recents, home: store.value.home ?? home }),
      () => false, // no storage in private browsing: nothing was kept, and that is all there is to it
    );
    try {
      const home = await registry.catalogue.home({ city, locale });
      await fromDevice;
      if (!current()) return;
      set({ home, loading: false });
      await kept.keepHome(city, locale, home).catch(() => undefined);
    } catch (error) {
      await fromDevice;
      const problem = error instanceof PorticoError ? error : new PorticoError('ERR_BRIDGE_INTERNAL', { cause: error });
      if (current()) set({ loading: false, problem });
    }
  }

  return {
    get value() {
      return store.value;
    },
    subscribe: store.subscribe,
    refresh,
    find: (appId) =>
      store.value.home?.apps.find((app) => app.appId === appId) ??
      store.value.recents.find((app) => app.appId === appId),
    async used(app) {
      set({ recents: [app, ...store.value.recents.filter(({ appId }) => appId !== app.appId)].slice(0, 8) });
      await kept.used(app, now()).catch(() => undefined);
    },
    async forgetRecents() {
      set({ recents: [] });
      await kept.forgetRecents().catch(() => undefined);
    },
  };
}
