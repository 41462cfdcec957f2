/**
 * What mini-apps keep on this device: one shelf for each app **and** customer, so that neither another app nor the
 * next customer of the same phone can reach it. Quotas are checked in the same transaction that writes.
 */
import { type DBSchema, type IDBPObjectStore, type IDBPTransaction, unwrap } from 'idb';
import { type AppId, PorticoError, parseAppId } from '../../sandbox/contract/index.ts';
import { storageQuotas } from '../../sandbox/contract/quotas.ts';
import { CONTAINER_CODES, createKeptDatabase, inTransaction } from './kept-database.ts';

interface Entry {
  readonly owner: string;
  readonly key: string;
  readonly json: string;
  readonly bytes: number;
}
/** What a shelf holds, so that looking at it reads nothing else: an app may ask as often as it may call. */
interface Shelf {
  readonly bytes: number;
  readonly keys: number;
}
interface Schema extends DBSchema {
  entries: { key: [string, string]; value: Entry };
  /** Of each owner that keeps anything. Written together with its entries. */
  shelves: { key: string; value: Shelf };
}

type Both = ('entries' | 'shelves')[];
/** Of one transaction that may change both. */
interface Stores {
  readonly entries: IDBPObjectStore<Schema, Both, 'entries', 'readwrite'>;
  readonly shelves: IDBPObjectStore<Schema, Both, 'shelves', 'readwrite'>;
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

const NOTHING: Shelf = { bytes: 0, keys: 0 };
const ownerName = ({ appId, userId }: Owner): string => `${appId}/${userId ?? ''}`;
/** Every key of one owner: an array sorts after every text. */
const entriesOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

export function createAppStorage(name = 'portico-app-storage'): AppStorage {
  const { use } = createKeptDatabase<Schema>({
    name,
    version: 2,
    async upgrade(fresh, from, transaction) {
      if (from === 0) fresh.createObjectStore('entries', { keyPath: ['owner', 'key'] });
      fresh.createObjectStore('shelves');
      if (from === 1) await addUpShelves(transaction);
    },
    codes: CONTAINER_CODES,
  });
  const change = <T>(work: (stores: Stores) => Promise<T>): Promise<T> =>
    use((database) => {
      const transaction = database.transaction(['entries', 'shelves'], 'readwrite');
      const stores = { entries: transaction.objectStore('entries'), shelves: transaction.objectStore('shelves') };
      return inTransaction(transaction, () => work(stores));
    });

  return {
    get: async (owner, key) => (await use((database) => database.get('entries', [ownerName(owner), key])))?.json,
    async set(owner, key, json) {
      const bytes = new TextEncoder().encode(key + json).byteLength;
      if (bytes > storageQuotas.key) throw new PorticoError('ERR_CONTAINER_STORAGE_FULL', { data: { key } });
      const name = ownerName(owner);
      await change(async ({ entries, shelves }) => {
        const [before, { bytes: used, keys } = NOTHING] = await Promise.all([
          entries.get([name, key]),
          shelves.get(name),
        ]);
        const now: Shelf = { bytes: used - (before?.bytes ?? 0) + bytes, keys: before ? keys : keys + 1 };
        const isFull = now.bytes > storageQuotas.total;
        if (isFull || now.keys > storageQuotas.keys)
          throw new PorticoError(isFull ? 'ERR_CONTAINER_STORAGE_FULL' : 'ERR_CONTAINER_STORAGE_KEYS');
        await Promise.all([entries.put({ owner: name, key, json, bytes }), shelves.put(now, name)]);
      });
    },
    async remove(owner, key) {
      const name = ownerName(owner);
      await change(async ({ entries, shelves }) => {
        const [before, { bytes, keys } = NOTHING] = await Promise.all([entries.get([name, key]), shelves.get(name)]);
        if (!before) return;
        const now: Shelf = { bytes: bytes - before.bytes, keys: keys - 1 };
        const note = now.keys === 0 ? shelves.delete(name) : shelves.put(now, name);
        await Promise.all([entries.delete([name, key]), note]);
      });
    },
    async keys(owner) {
      const found = await use((database) => database.getAllKeys('entries', entriesOf(ownerName(owner))));
      return found.map(([, key]) => key);
    },
    async clear(owner) {
      const name = ownerName(owner);
      await change(({ entries, shelves }) => Promise.all([entries.delete(entriesOf(name)), shelves.delete(name)]));
    },
    async usage(owner) {
      return ((await use((database) => database.get('shelves', ownerName(owner)))) ?? NOTHING).bytes;
    },
    async apps(userId) {
      return (await use((database) => database.getAllKeys('shelves'))).flatMap((name) => {
        const [id, user] = name.split('/');
        const appId = parseAppId(id);
        return appId && user === (userId ?? '') ? [appId] : [];
      });
    },
  };
}

/** The first version read every entry of a shelf to know what it holds, by an index that nothing needs any more. */
async function addUpShelves(transaction: IDBPTransaction<Schema, Both, 'versionchange'>): Promise<void> {
  unwrap(transaction).objectStore('entries').deleteIndex('owner');
  const shelves = new Map<string, Shelf>();
  for await (const { value } of transaction.objectStore('entries')) {
    const { bytes, keys } = shelves.get(value.owner) ?? NOTHING;
    shelves.set(value.owner, { bytes: bytes + value.bytes, keys: keys + 1 });
  }
  for (const [name, shelf] of shelves) await transaction.objectStore('shelves').put(shelf, name);
}
