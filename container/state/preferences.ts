/** The customer's choices, put into effect on the page. */
import { createContext } from '@lit/context';
import type { Preferences, PreferencesStore } from '../services/preferences-store.ts';
import { createStore, type Store } from './store.ts';

export interface PreferencesState extends Store<Preferences> {
  change(changes: Partial<Preferences>): void;
  /** What `auto` comes to just now. */
  readonly theme: 'light' | 'dark';
}

export const preferencesContext = createContext<PreferencesState>('portico-preferences');

export function createPreferences(
  kept: PreferencesStore,
  page: Document,
  systemDark: MediaQueryList,
): PreferencesState {
  const store = createStore(kept.read());
  // Asked for once: the browser works out the whole page's styles before it answers.
  let dark = systemDark.matches;
  const theme = (): 'light' | 'dark' => {
    const { theme: chosen } = store.value;
    if (chosen !== 'auto') return chosen;
    return dark ? 'dark' : 'light';
  };
  const apply = (): void => {
    const root = page.documentElement;
    root.dataset.theme = theme();
    root.toggleAttribute('data-care', store.value.care);
    root.lang = store.value.locale;
  };
  apply();
  systemDark.addEventListener('change', () => {
    dark = systemDark.matches;
    apply();
    // A new object, so that whoever watches hears of the theme too.
    store.set({ ...store.value });
  });
  return {
    get value() {
      return store.value;
    },
    get theme() {
      return theme();
    },
    subscribe: store.subscribe,
    change(changes) {
      const next = { ...store.value, ...changes };
      kept.write(next);
      store.set(next);
      apply();
    },
  };
}
