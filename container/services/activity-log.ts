/**
 * What apps did with what the customer let them: who, what, when, with what outcome. It stays on this device, for each
 * customer and app by itself and bounded, so that an app which calls without end pushes out nobody's lines but its own.
 */
import type { DBSchema } from 'idb';
import type { AppId, ErrorCode } from '../../sandbox/contract/index.ts';
import { CONTAINER_CODES, createKeptDatabase, inTransaction } from './kept-database.ts';

export interface ActivityLine {
  readonly appId: AppId;
  /** As the capability table names it, or `bridge.handshake` for an attempt to cheat. */
  readonly method: string;
  readonly outcome: 'ok' | ErrorCode;
  /** Milliseconds since 1970: of the last time. */
  readonly at: number;
  /** How often in a row. */
  readonly times: number;
}
interface Row extends ActivityLine {
  readonly id?: number;
  readonly owner: string;
}
interface Schema extends DBSchema {
  lines: { key: number; value: Row; indexes: { owner: string } };
}

export const MOST_LINES = 200;
/** The same call with the same outcome within this is one line that counts. */
export const SAME_MS = 60_000;

export interface ActivityLog {
  /** `userId`: `undefined` for a customer who is not signed in. */
  add(userId: string | undefined, line: Omit<ActivityLine, 'times'>): Promise<void>;
  /** Latest first. */
  read(userId: string | undefined, appId: AppId): Promise<readonly ActivityLine[]>;
  apps(userId: string | undefined): Promise<readonly AppId[]>;
  clear(userId: string | undefined, appId: AppId): Promise<void>;
}

const ownerOf = (userId: string | undefined, appId: AppId): string => `${userId ?? ''}/${appId}`;

export function createActivityLog(name = 'portico-activity'): ActivityLog {
  const { use } = createKeptDatabase<Schema>({
    name,
    version: 1,
    upgrade(fresh) {
      const lines = fresh.createObjectStore('lines', { keyPath: 'id', autoIncrement: true });
      lines.createIndex('owner', 'owner');
    },
    codes: CONTAINER_CODES,
  });
  return {
    add: (userId, { appId, method, outcome, at }) =>
      use((database) => {
        const owner = ownerOf(userId, appId);
        const transaction = database.transaction('lines', 'readwrite');
        const { store } = transaction;
        const index = store.index('owner');
        return inTransaction(transaction, async () => {
          const last = (await index.openCursor(owner, 'prev'))?.value;
          if (last && last.method === method && last.outcome === outcome && at - last.at < SAME_MS) {
            await store.put({ ...last, at, times: last.times + 1 });
          } else {
            await store.put({ owner, appId, method, outcome, at, times: 1 });
            const surplus = (await index.count(owner)) - MOST_LINES;
            if (surplus > 0) for (const id of await index.getAllKeys(owner, surplus)) await store.delete(id);
          }
        });
      }),
    async read(userId, appId) {
      const rows = await use((database) => database.getAllFromIndex('lines', 'owner', ownerOf(userId, appId)));
      return rows.reverse().map(({ method, outcome, at, times }) => ({ appId, method, outcome, at, times }));
    },
    async apps(userId) {
      const range = IDBKeyRange.bound(`${userId ?? ''}/`, `${userId ?? ''}/\uffff`);
      const rows = await use((database) => database.getAllFromIndex('lines', 'owner', range));
      return [...new Set(rows.map(({ appId }) => appId))];
    },
    clear: (userId, appId) =>
      use((database) => {
        const transaction = database.transaction('lines', 'readwrite');
        const { store } = transaction;
        return inTransaction(transaction, async () => {
          const ids = await store.index('owner').getAllKeys(ownerOf(userId, appId));
          for (const id of ids) await store.delete(id);
        });
      }),
  };
}
