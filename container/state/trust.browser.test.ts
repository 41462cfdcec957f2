import { assert } from 'chai';
import type { AppTrust, RefreshOutcome } from '../services/tuf/index.ts';
import { createTrust } from './trust.ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('what is believed about apps', () => {
  it('is looked at again when a hint comes during a look', async () => {
    const looks: ((outcome: RefreshOutcome) => void)[] = [];
    const verifier: AppTrust = {
      refresh: () => new Promise((resolve) => looks.push(resolve)),
      resolveApp: async () => ({ status: 'unknown' }),
      hasRevoked: async () => false,
      knownApp: () => undefined,
      freshness: () => 'fresh',
      forget: async () => undefined,
    };
    const trust = createTrust(
      async () => verifier,
      () => new Date(0),
    );
    const news: boolean[] = [];
    trust.subscribe(({ wary }) => news.push(wary));
    const first = trust.refresh(false);
    const second = trust.refresh(true);
    await pause();
    assert.equal(looks.length, 1);
    looks[0]?.({ freshness: 'fresh', error: undefined });
    await first;
    await pause();
    assert.equal(looks.length, 2);
    looks[1]?.({ freshness: 'fresh', error: undefined });
    await second;
    assert.deepEqual(news, [false, true]);
  });

  it('loads the verifier once, and again after it could not be loaded', async () => {
    let loads = 0;
    const trust = createTrust(
      async () => {
        loads += 1;
        throw new TypeError('offline');
      },
      () => new Date(0),
    );
    await trust.freshness().catch(() => undefined);
    await trust.freshness().catch(() => undefined);
    assert.equal(loads, 2);
  });
});
