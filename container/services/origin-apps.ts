/**
 * Which apps keep data of their own on this device, at their own origins, and whose data it is. When the customer leaves
 * or another one comes, or the bank withdraws its trust, that data goes.
 */
import { type AppId, parseAppId, parseReleaseDigest, type ReleaseDigest } from '../../sandbox/contract/index.ts';

export interface OriginApp {
  /** The page at the app's own origin that wipes it. */
  readonly clearUrl: string;
  /** User id of the customer who opened it; empty for somebody who was not signed in. */
  readonly owner: string;
  /** Opened since it was last wiped: what any of them left may be there. */
  readonly releases: readonly ReleaseDigest[];
}

export interface OriginApps {
  all(): ReadonlyMap<AppId, OriginApp>;
  /** A release of an app is about to open. */
  note(appId: AppId, opened: Pick<OriginApp, 'clearUrl' | 'owner'> & { readonly digest: ReleaseDigest }): void;
  forget(appId: AppId): void;
}

const KEY = 'portico.origin-apps';

export function createOriginApps(storage: Pick<Storage, 'getItem' | 'setItem'>): OriginApps {
  const read = (): Map<AppId, OriginApp> => {
    try {
      return parse(JSON.parse(storage.getItem(KEY) ?? '{}'));
    } catch {
      return new Map(); // blocked storage, where apps have none either
    }
  };
  const write = (apps: ReadonlyMap<AppId, OriginApp>): void =>
    storage.setItem(KEY, JSON.stringify(Object.fromEntries(apps)));
  return {
    all: read,
    note(appId, { clearUrl, owner, digest }) {
      const apps = read();
      const releases = new Set(apps.get(appId)?.releases).add(digest);
      write(apps.set(appId, { clearUrl, owner, releases: [...releases] }));
    },
    forget(appId) {
      const apps = read();
      if (apps.delete(appId)) write(apps);
    },
  };
}

/** What no container wrote is left out. */
function parse(kept: unknown): Map<AppId, OriginApp> {
  const apps = new Map<AppId, OriginApp>();
  for (const [key, value] of Object.entries(recordOf(kept))) {
    const appId = parseAppId(key);
    const { clearUrl, owner, releases } = recordOf(value);
    if (!appId || typeof clearUrl !== 'string' || typeof owner !== 'string') continue;
    const digests = Array.isArray(releases) ? releases.flatMap((digest) => parseReleaseDigest(digest) ?? []) : [];
    apps.set(appId, { clearUrl, owner, releases: digests });
  }
  return apps;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Somebody's data must not meet somebody else; what was done before signing in is the customer's own. */
export const isForeign = ({ owner }: OriginApp, customer: string): boolean => owner !== '' && owner !== customer;
