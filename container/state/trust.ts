/**
 * What the container believes about apps. The verifier is loaded on first use (idle time after home, or the first app
 * that opens); `changed` counts the refreshes, so that an open app can look again whether it is still allowed.
 */
import type { AppId } from '../../sandbox/contract/index.ts';
import type { AppResolution, AppTrust, Freshness } from '../services/tuf/index.ts';
import { createStore, type Store } from './store.ts';

export interface TrustState extends Store<number> {
  refresh(): Promise<void>;
  resolve(appId: AppId): Promise<AppResolution>;
  /** Payment and identity only go on when this is `fresh`; refreshes first when it is not. */
  freshness(): Promise<Freshness>;
}

export function createTrust(load: () => Promise<AppTrust>, now: () => Date): TrustState {
  const refreshes = createStore(0);
  let loading: Promise<AppTrust> | undefined;
  const verifier = (): Promise<AppTrust> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    get value() {
      return refreshes.value;
    },
    subscribe: refreshes.subscribe,
    async refresh() {
      await (await verifier()).refresh(now());
      refreshes.set(refreshes.value + 1);
    },
    resolve: async (appId) => (await verifier()).resolveApp(appId, now()),
    async freshness() {
      const trust = await verifier();
      if (trust.freshness(now()) !== 'fresh') await trust.refresh(now());
      return trust.freshness(now());
    },
  };
}
