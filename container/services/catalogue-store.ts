/** The last home page seen and the apps used lately, so that home opens without a network. */
import type { DBSchema } from 'idb';
import { CONTAINER_CODES, createKeptDatabase, inTransaction } from './kept-database.ts';
import { type Home, type Listing, readHome, readListing } from './registry/catalogue.ts';
import type { Read } from './registry/shape.ts';

interface Schema extends DBSchema {
  home: { key: string; value: unknown };
  recents: { key: string; value: { appId: string; at: number; app: unknown }; indexes: { at: number } };
}

export interface CatalogueStore {
  home(city: string, locale: string): Promise<Home | undefined>;
  keepHome(city: string, locale: string, home: Home): Promise<void>;
  /** Most recent first. */
  recents(): Promise<readonly Listing[]>;
  used(app: Listing, at: number): Promise<void>;
  forget(appId: string): Promise<void>;
  /** Whoever uses the device next need not see what this customer used. */
  forgetRecents(): Promise<void>;
}

const LONGEST_RECENTS = 8;

export function createCatalogueStore(name = 'portico-catalogue'): CatalogueStore {
  const { use } = createKeptDatabase<Schema>({
    name,
    version: 1,
    upgrade(fresh) {
      fresh.createObjectStore('home');
      fresh.createObjectStore('recents', { keyPath: 'appId' }).createIndex('at', 'at');
    },
    codes: CONTAINER_CODES,
  });
  return {
    async home(city, locale) {
      return readKept(readHome, await use((database) => database.get('home', `${city}/${locale}`)));
    },
    async keepHome(city, locale, home) {
      // Kept in the form it came in, so that the same reader reads both.
      const kept = { ...home, generatedAt: home.generatedAt.toISOString() };
      await use((database) => database.put('home', kept, `${city}/${locale}`));
    },
    async recents() {
      const kept = await use((database) => database.getAllFromIndex('recents', 'at'));
      return kept.reverse().flatMap(({ app }) => readKept(readListing, app) ?? []);
    },
    used: (app, at) =>
      use((database) => {
        const transaction = database.transaction('recents', 'readwrite');
        return inTransaction(transaction, async () => {
          await transaction.store.put({ appId: app.appId, at, app });
          const oldestFirst = await transaction.store.index('at').getAllKeys();
          for (const key of oldestFirst.slice(0, -LONGEST_RECENTS)) await transaction.store.delete(key);
        });
      }),
    forget: (appId) => use((database) => database.delete('recents', appId)),
    forgetRecents: () => use((database) => database.clear('recents')),
  };
}

/** An older version of the container may have kept another form; that counts as nothing kept. */
function readKept<T>(reader: Read<T>, kept: unknown): T | undefined {
  if (kept === undefined) return undefined;
  try {
    return reader(kept, 'kept');
  } catch {
    return undefined;
  }
}
