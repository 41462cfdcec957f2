/**
 * What the customer agreed to and refused, for each app and scope, as this device knows it. The registry keeps what was
 * agreed to; this copy answers without a network, and it alone knows of refusals.
 */
import type { DBSchema } from 'idb';
import type { AppId, GrantScope, UserId } from '../../sandbox/contract/index.ts';
import { CONTAINER_CODES, createKeptDatabase, inTransaction } from './kept-database.ts';

export interface Grant {
  readonly userId: UserId;
  readonly appId: AppId;
  readonly scope: GrantScope;
}
export interface Kept extends Grant {
  readonly granted: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the release declared in all when the customer agreed; `undefined`: not known, good for any release. */
  readonly declared: readonly string[] | undefined;
  /** Times in a row that the customer said no. */
  readonly refusals: number;
  /** The registry has not heard of it yet. */
  readonly pending: boolean;
}
interface Schema extends DBSchema {
  grants: { key: [string, string, string]; value: Kept; indexes: { user: string } };
}

/**
 * `refused`: the customer said no too lately to be asked again. `widened`: they agreed, yet to a release that asked for
 * less than this one does.
 */
export type Answer = 'granted' | 'widened' | 'refused' | 'unasked';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long an app waits after the first, the second … no in a row; the last one stays. */
export const COOL_DOWNS_MS: readonly number[] = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, DAY_MS, 7 * DAY_MS];

/** A kind of message is asked once; afterwards only the customer's own settings ask again. */
const coolDown = (scope: GrantScope, refusals: number): number =>
  scope.startsWith('message.') ? Number.POSITIVE_INFINITY : (COOL_DOWNS_MS[refusals - 1] ?? 7 * DAY_MS);

export function answerOf(kept: Kept | undefined, declared: readonly string[], now: number): Answer {
  if (kept === undefined) return 'unasked';
  if (!kept.granted) return now - kept.at < coolDown(kept.scope, kept.refusals) ? 'refused' : 'unasked';
  const covered = kept.declared === undefined || declared.every((name) => kept.declared?.includes(name));
  return covered ? 'granted' : 'widened';
}

export interface GrantStore {
  find(grant: Grant): Promise<Kept | undefined>;
  ofUser(userId: UserId): Promise<readonly Kept[]>;
  grant(
    grant: Grant,
    options: { declared: readonly string[] | undefined; at: number; pending: boolean },
  ): Promise<void>;
  /** Counts one more no. An agreement that was there before is gone. */
  refuse(grant: Grant, at: number): Promise<void>;
  forget(grant: Grant): Promise<void>;
}

const keyOf = ({ userId, appId, scope }: Grant): [string, string, string] => [userId, appId, scope];

export function createGrantStore(name = 'portico-grants'): GrantStore {
  const { use } = createKeptDatabase<Schema>({
    name,
    version: 2,
    upgrade(fresh) {
      // The first version knew capabilities instead of scopes; whoever agreed then is asked once more.
      for (const store of [...fresh.objectStoreNames]) fresh.deleteObjectStore(store);
      fresh.createObjectStore('grants', { keyPath: ['userId', 'appId', 'scope'] }).createIndex('user', 'userId');
    },
    codes: CONTAINER_CODES,
  });
  return {
    find: (grant) => use((database) => database.get('grants', keyOf(grant))),
    ofUser: (userId) => use((database) => database.getAllFromIndex('grants', 'user', userId)),
    async grant({ userId, appId, scope }, { declared, at, pending }) {
      const kept: Kept = { userId, appId, scope, granted: true, at, declared, refusals: 0, pending };
      await use((database) => database.put('grants', kept));
    },
    refuse: (grant, at) =>
      use((database) => {
        const { userId, appId, scope } = grant;
        const transaction = database.transaction('grants', 'readwrite');
        return inTransaction(transaction, async () => {
          const refusals = ((await transaction.store.get(keyOf(grant)))?.refusals ?? 0) + 1;
          const kept = { granted: false, declared: undefined, pending: false };
          await transaction.store.put({ userId, appId, scope, ...kept, at, refusals });
        });
      }),
    forget: (grant) => use((database) => database.delete('grants', keyOf(grant))),
  };
}
