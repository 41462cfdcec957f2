/** What the customer agreed to, for each app and capability, and when they last said no. Kept on this device per customer. */
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { AppId, UserId } from '../../sandbox/contract/index.ts';

export interface Grant {
  readonly userId: UserId;
  readonly appId: AppId;
  readonly capability: string;
}
interface Schema extends DBSchema {
  answers: { key: [string, string, string]; value: Grant & { readonly granted: boolean; readonly at: number } };
}
/** `refused` for a while after a no, so that an app cannot wear the customer down. */
export type Answer = 'granted' | 'refused' | 'unasked';

export const COOL_DOWN_MS = 60_000;

export interface GrantStore {
  answer(grant: Grant, now: number): Promise<Answer>;
  keep(grant: Grant, granted: boolean, at: number): Promise<void>;
}

export function createGrantStore(name = 'portico-grants'): GrantStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('answers', { keyPath: ['userId', 'appId', 'capability'] });
      },
    });
    return opened;
  };
  return {
    async answer({ userId, appId, capability }, now) {
      const kept = await (await database()).get('answers', [userId, appId, capability]);
      if (kept?.granted) return 'granted';
      return kept && now - kept.at < COOL_DOWN_MS ? 'refused' : 'unasked';
    },
    async keep(grant, granted, at) {
      await (await database()).put('answers', { ...grant, granted, at });
    },
  };
}
