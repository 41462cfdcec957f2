/**
 * What the container believes about apps. The verifier is loaded on first use (idle time after home, or the first app
 * that opens). Whoever shows an app subscribes, and looks again whether it is still allowed.
 */
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';
import type { AppResolution, AppTrust, Freshness } from '../services/tuf/index.ts';
import { createStore, type Store } from './store.ts';

/** One finished look at the registry's metadata. */
export interface TrustNews {
  readonly round: number;
  /** The look was made because something may have been revoked. */
  readonly wary: boolean;
}

export interface TrustState extends Store<TrustNews> {
  /** A call during another's round begins a new one afterwards: what it was told may be newer than that round. */
  refresh(wary: boolean): Promise<void>;
  resolve(appId: AppId): Promise<AppResolution>;
  /** The same where it is known already and the metadata is fresh: nobody need wait for it. */
  known(appId: AppId): AppResolution | undefined;
  /** Whether the bank has taken back its trust in the app, or in any of these releases of it. */
  hasRevoked(appId: AppId, releases: readonly ReleaseDigest[]): Promise<boolean>;
  /** Payment and identity only go on when this is `fresh`; refreshes first when it is not. */
  freshness(): Promise<Freshness>;
}

export function createTrust(load: () => Promise<AppTrust>, now: () => Date): TrustState {
  const news = createStore<TrustNews>({ round: 0, wary: false });
  let loading: Promise<AppTrust> | undefined;
  let loaded: AppTrust | undefined;
  let rounds: Promise<void> = Promise.resolve();
  const verifier = (): Promise<AppTrust> => {
    loading ??= load().then(
      (trust) => {
        loaded = trust;
        return trust;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return {
    get value() {
      return news.value;
    },
    subscribe: news.subscribe,
    refresh(wary) {
      rounds = rounds
        .catch(() => undefined)
        .then(async () => {
          await (await verifier()).refresh(now());
          news.set({ round: news.value.round + 1, wary });
        });
      return rounds;
    },
    resolve: async (appId) => (await verifier()).resolveApp(appId, now()),
    hasRevoked: async (appId, releases) => (await verifier()).hasRevoked(appId, releases, now()),
    known: (appId) => loaded?.knownApp(appId, now()),
    async freshness() {
      const trust = await verifier();
      if (trust.freshness(now()) !== 'fresh') await trust.refresh(now());
      return trust.freshness(now());
    },
  };
}
