/**
 * Which apps keep data of their own on this device, at their own origins, and whose data it is. When the customer leaves
 * or another one comes, or the bank withdraws its trust, that data goes.
 */
import type { AppId } from '../../sandbox/contract/index.ts';

export interface OriginApp {
  /** The page at the app's own origin that wipes it. */
  readonly clearUrl: string;
  /** User id of the customer who opened it; empty for somebody who was not signed in. */
  readonly owner: string;
}

export interface OriginApps {
  all(): ReadonlyMap<AppId, OriginApp>;
  note(appId: AppId, app: OriginApp): void;
  forget(appId: AppId): void;
}

const KEY = 'portico.origin-apps';

export function createOriginApps(storage: Pick<Storage, 'getItem' | 'setItem'>): OriginApps {
  const read = (): Map<AppId, OriginApp> => {
    try {
      return new Map(Object.entries(JSON.parse(storage.getItem(KEY) ?? '{}')) as [AppId, OriginApp][]);
    } catch {
      return new Map(); // blocked storage, where apps have none either
    }
  };
  const write = (apps: ReadonlyMap<AppId, OriginApp>): void =>
    storage.setItem(KEY, JSON.stringify(Object.fromEntries(apps)));
  return {
    all: read,
    note: (appId, app) => write(read().set(appId, app)),
    forget(appId) {
      const apps = read();
      if (apps.delete(appId)) write(apps);
    },
  };
}

/** Somebody's data must not meet somebody else; what was done before signing in is the customer's own. */
export const isForeign = ({ owner }: OriginApp, customer: string): boolean => owner !== '' && owner !== customer;
