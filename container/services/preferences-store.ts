/** What the customer chose on this device. In localStorage because `first-paint.js` must read it before anything is drawn. */
export type Locale = 'zh-Hans' | 'en';
export type ThemeChoice = 'auto' | 'light' | 'dark';

export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  /** Care mode: larger text, larger targets, fewer things. */
  readonly care: boolean;
  /** Six digits of GB/T 2260. */
  readonly city: string;
}

export const PREFERENCES_KEY = 'portico.preferences';
export const DEFAULT_PREFERENCES: Preferences = { locale: 'zh-Hans', theme: 'auto', care: false, city: '310000' };

export interface PreferencesStore {
  read(): Preferences;
  /** False when the browser refuses to keep anything; the choice then lasts as long as the page. */
  write(preferences: Preferences): boolean;
}

export function createPreferencesStore(storage: Pick<Storage, 'getItem' | 'setItem'>): PreferencesStore {
  return {
    read() {
      try {
        return parsePreferences(JSON.parse(storage.getItem(PREFERENCES_KEY) ?? 'null'));
      } catch {
        return DEFAULT_PREFERENCES; // blocked storage or foreign text: both mean that nothing was chosen
      }
    },
    write(preferences) {
      try {
        storage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
        return true;
      } catch {
        return false;
      }
    },
  };
}

export function parsePreferences(value: unknown): Preferences {
  const kept = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return {
    locale: kept.locale === 'en' ? 'en' : DEFAULT_PREFERENCES.locale,
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : DEFAULT_PREFERENCES.theme,
    care: kept.care === true,
    city: typeof kept.city === 'string' && /^[1-9][0-9]{5}$/.test(kept.city) ? kept.city : DEFAULT_PREFERENCES.city,
  };
}
