/**
 * What mini-apps keep on this device: one shelf for each app **and** customer, so that neither another app nor the
 * next customer of the same phone can reach it. Quotas are checked in the same transaction that writes.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { type AppId, PorticoError, parseAppId } from '../../sandbox/contract/index.ts';
import { storageQuotas } from '../../sandbox/contract/quotas.ts';

interface Entry {
  readonly owner: string;
  readonly key: string;
  readonly json: string;
  readonly bytes: number;
}
interface Schema extends DBSchema {
  entries: { key: [string, string]; value: Entry; indexes: { owner: string } };
}

/** `userId` is `undefined` for a customer who is not signed in; that is a shelf of its own. */
export interface Owner {
  readonly appId: AppId;
  readonly userId: string | undefined;
}
export interface AppStorage {
  /** The JSON text kept under `key`, or `undefined`. */
  get(owner: Owner, key: string): Promise<string | undefined>;
  set(owner: Owner, key: string, json: string): Promise<void>;
  remove(owner: Owner, key: string): Promise<void>;
  keys(owner: Owner): Promise<readonly string[]>;
  clear(owner: Owner): Promise<void>;
  usage(owner: Owner): Promise<number>;
  /** Apps that keep anything for this customer. */
  apps(userId: string | undefined): Promise<readonly AppId[]>;
}

const shelf = ({ appId, userId }: Owner): string => `${appId}/${userId ?? ''}`;

export function createAppStorage(name = 'portico-app-storage'): AppStorage {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = async (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: ['owner', 'key'] }).createIndex('owner', 'owner');
      },
    });
    try {
      return await opened;
    } catch (cause) {
      opened = undefined;
      throw new PorticoError('ERR_CONTAINER_STORAGE_BLOCKED', { cause });
    }
  };
  const used = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + entry.bytes, 0);

  return {
    async get(owner, key) {
      return (await (await database()).get('entries', [shelf(owner), key]))?.json;
    },
    async set(owner, key, json) {
      const bytes = new TextEncoder().encode(key + json).byteLength;
      if (bytes > storageQuotas.key) throw new PorticoError('ERR_CONTAINER_STORAGE_FULL', { data: { key } });
      const transaction = (await database()).transaction('entries', 'readwrite');
      const others = (await transaction.store.index('owner').getAll(shelf(owner))).filter((entry) => entry.key !== key);
      const isFull = used(others) + bytes > storageQuotas.total;
      if (isFull || others.length >= storageQuotas.keys) {
        await transaction.done;
        throw new PorticoError(isFull ? 'ERR_CONTAINER_STORAGE_FULL' : 'ERR_CONTAINER_STORAGE_KEYS');
      }
      await transaction.store.put({ owner: shelf(owner), key, json, bytes });
      await transaction.done;
    },
    async remove(owner, key) {
      await (await database()).delete('entries', [shelf(owner), key]);
    },
    async keys(owner) {
      return (await (await database()).getAllFromIndex('entries', 'owner', shelf(owner))).map((entry) => entry.key);
    },
    async clear(owner) {
      const transaction = (await database()).transaction('entries', 'readwrite');
      for (const key of await transaction.store.index('owner').getAllKeys(shelf(owner)))
        await transaction.store.delete(key);
      await transaction.done;
    },
    async usage(owner) {
      return used(await (await database()).getAllFromIndex('entries', 'owner', shelf(owner)));
    },
    async apps(userId) {
      const found = new Set<AppId>();
      const { store } = (await database()).transaction('entries');
      let cursor = await store.index('owner').openKeyCursor(null, 'nextunique');
      for (; cursor; cursor = await cursor.continue()) {
        const [id, user] = String(cursor.key).split('/');
        const appId = parseAppId(id);
        if (appId && user === (userId ?? '')) found.add(appId);
      }
      return [...found];
    },
  };
}
