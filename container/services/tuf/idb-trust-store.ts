import type { DBSchema } from 'idb';
import { createKeptDatabase } from '../kept-database.ts';
import type { Bytes } from './bytes.ts';
import type { TrustStore } from './trust-store.ts';

interface Schema extends DBSchema {
  files: { key: string; value: Bytes };
}

/** Keeps trusted metadata in IndexedDB. One transaction a `put`, so that a closed tab leaves no half of a chain. */
export function createIdbTrustStore(name = 'portico-trust'): TrustStore {
  const { use } = createKeptDatabase<Schema>({
    name,
    version: 1,
    upgrade: (fresh) => void fresh.createObjectStore('files'),
    codes: { full: 'ERR_TRUST_STORAGE_FULL', failed: 'ERR_TRUST_STORAGE_FAILED' },
  });

  return {
    get: (key) => use((database) => database.get('files', key)),
    names: () => use((database) => database.getAllKeys('files')),
    put: (entries) =>
      use(async (database) => {
        // Whoever loses power loses at most the last step, and is where they were a moment before: no need to wait for the disk.
        const transaction = database.transaction('files', 'readwrite', { durability: 'relaxed' });
        const files = transaction.objectStore('files');
        const requests = [...entries].map(([key, bytes]) => (bytes ? files.put(bytes, key) : files.delete(key)));
        await Promise.all([...requests, transaction.done]);
      }),
  };
}
