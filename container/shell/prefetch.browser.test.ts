import { assert } from 'chai';
import type { AppId } from '../../sandbox/contract/index.ts';
import type { PackageStore } from '../services/package-store/index.ts';
import type { Listing } from '../services/registry/index.ts';
import type { AppResolution, VerifiedRelease } from '../services/tuf/index.ts';
import { prefetchApps, savesData } from './prefetch.ts';

const listed = (...ids: string[]) => ids.map((id) => ({ appId: id as AppId }) as Listing);

function prefetching(
  recents: string[],
  apps: string[],
  {
    status = 'ready',
    isolation = 'sealed',
    held = [],
  }: { status?: AppResolution['status']; isolation?: string; held?: string[] } = {},
) {
  const brought: string[] = [];
  const ready: string[] = [];
  const met: string[] = [];
  const packages = {
    holds: async ({ appId }: { appId: AppId }) => held.includes(appId),
    prefetch: async ({ appId }: { appId: AppId }) => {
      brought.push(appId);
      return 'stored';
    },
  } as unknown as PackageStore;
  const home = { city: '', apps: listed(...apps), generatedAt: new Date(0) };
  return {
    brought,
    ready,
    met,
    parts: {
      catalogue: { value: { home, recents: listed(...recents), problem: undefined, loading: false } },
      trust: {
        resolve: async (appId: AppId) =>
          ({ status, release: { appId, manifest: { isolation } } }) as unknown as AppResolution,
      },
      loadPackages: async () => packages,
      loadPreparations: async () => ({
        prepare: async (appId: AppId) => void ready.push(appId),
        meet: async ({ appId }: VerifiedRelease) => void met.push(appId),
      }),
    },
  };
}

describe('bringing apps ahead of time', () => {
  it('begins with those used lately, each once, four at most', async () => {
    const { parts, brought, ready, met } = prefetching(['c', 'a'], ['a', 'b', 'c', 'd', 'e']);
    await prefetchApps(parts, new AbortController().signal);
    assert.deepEqual(brought, ['c', 'a', 'b', 'd']);
    assert.deepEqual(ready, ['c'], 'and the likeliest of them gets ready');
    assert.deepEqual(met, ['c', 'a', 'b', 'd'], 'and the browser meets them all');
  });

  it('brings nothing of an app that is not approved with fresh metadata', async () => {
    const { parts, brought } = prefetching([], ['a'], { status: 'expired-but-usable' });
    await prefetchApps(parts, new AbortController().signal);
    assert.deepEqual(brought, []);
  });

  it('leaves a site on its own origin to its own worker', async () => {
    const { parts, brought, ready, met } = prefetching([], ['a'], { isolation: 'origin' });
    await prefetchApps(parts, new AbortController().signal);
    assert.deepEqual([brought, ready, met], [[], [], []]);
  });

  it('stops when an app is opened', async () => {
    const { parts, brought } = prefetching([], ['a', 'b']);
    await prefetchApps(parts, AbortSignal.abort());
    assert.deepEqual(brought, []);
  });

  it('finds out about apps, and brings nothing, for a customer who saves data', async () => {
    const asked: AppId[] = [];
    const { parts, brought, ready, met } = prefetching([], ['a', 'b'], { held: ['b'] });
    const { resolve } = parts.trust;
    const trust = {
      resolve: (appId: AppId) => {
        asked.push(appId);
        return resolve(appId);
      },
    };
    await prefetchApps({ ...parts, trust }, new AbortController().signal, true);
    assert.deepEqual([brought, ready], [[], []]);
    assert.deepEqual(met, ['b'], 'but the browser meets the host of an app that is on the device');
    assert.deepEqual(asked, ['a', 'b']);
    assert.isTrue(savesData({ connection: { saveData: true } } as unknown as Navigator));
    assert.isFalse(savesData({} as Navigator));
  });
});
