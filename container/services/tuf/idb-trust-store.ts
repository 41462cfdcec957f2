import { type IDBPDatabase, openDB } from 'idb';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Bytes } from './bytes.ts';
import type { TrustStore } from './trust-store.ts';

const FILES = 'files';

/** Keeps trusted metadata in IndexedDB. One transaction a `put`, so that a closed tab leaves no half of a chain. */
export function createIdbTrustStore(name = 'portico-trust'): TrustStore {
  let opening: Promise<IDBPDatabase> | undefined;

  async function withDatabase<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      opening ??= openDB(name, 1, {
        upgrade: (fresh) => void fresh.createObjectStore(FILES),
        // Another tab runs a newer build: let it upgrade, and open again when asked.
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          opening = undefined;
        },
        terminated: () => {
          opening = undefined;
        },
      });
      return await work(await opening);
    } catch (cause) {
      opening = undefined;
      const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      throw new PorticoError(isFull ? 'ERR_TRUST_STORAGE_FULL' : 'ERR_TRUST_STORAGE_FAILED', { cause });
    }
  }

  return {
    get: (key) => withDatabase((database) => database.get(FILES, key) as Promise<Bytes | undefined>),
    names: () => withDatabase(async (database) => (await database.getAllKeys(FILES)).map(String)),
    put: (entries) =>
      withDatabase(async (database) => {
        // Whoever loses power loses at most the last step, and is where they were a moment before: no need to wait for the disk.
        const transaction = database.transaction(FILES, 'readwrite', { durability: 'relaxed' });
        const files = transaction.objectStore(FILES);
        const requests = [...entries].map(([key, bytes]) => (bytes ? files.put(bytes, key) : files.delete(key)));
        await Promise.all([...requests, transaction.done]);
      }),
  };
}
