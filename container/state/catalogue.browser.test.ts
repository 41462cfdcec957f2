import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { createCatalogueStore } from '../services/catalogue-store.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import { readListing } from '../services/registry/catalogue.ts';
import type { Home } from '../services/registry/index.ts';
import { createCatalogue } from './catalogue.ts';
import { createPreferences } from './preferences.ts';

const tea = {
  appId: 'com.example.tea',
  name: 'Tea house',
  shortName: 'Tea',
  tagline: 'Which tea today?',
  color: '#2f6f4f',
  category: 'dining',
  digest: 'd'.repeat(64),
};
const homeOf = (city: string): Home => ({ city, apps: [], generatedAt: new Date(0) });

function shelves(
  home: (where: { city: string; locale: string }) => Promise<Home>,
  kept = createCatalogueStore(`test-${crypto.randomUUID()}`),
) {
  sessionStorage.clear();
  const preferences = createPreferences(createPreferencesStore(sessionStorage), document, matchMedia('print'));
  const catalogue = createCatalogue({ catalogue: { home, search: async () => [] } }, kept, preferences, () => 0);
  return { catalogue, kept, preferences };
}

describe('the shelves', () => {
  it('show what was kept when the registry is away, and say why', async () => {
    const away = async (): Promise<Home> => {
      throw new PorticoError('ERR_CONTAINER_OFFLINE');
    };
    const { kept } = shelves(away);
    await kept.keepHome('310000', 'zh-Hans', homeOf('310000'));
    const { catalogue } = shelves(away, kept);
    await catalogue.refresh();
    assert.deepEqual(catalogue.value.home, homeOf('310000'));
    assert.equal(catalogue.value.problem?.code, 'ERR_CONTAINER_OFFLINE');
    assert.isFalse(catalogue.value.loading);
  });

  it('are kept for the next time', async () => {
    const { catalogue, kept } = shelves(async ({ city }) => homeOf(city));
    await catalogue.refresh();
    assert.deepEqual(await kept.home('310000', 'zh-Hans'), homeOf('310000'));
  });

  it('show the next customer nothing of what the last one used', async () => {
    const { catalogue, kept } = shelves(async ({ city }) => homeOf(city));
    await catalogue.used(readListing(tea, 'tea'));
    assert.equal((await kept.recents()).length, 1);
    await catalogue.forgetRecents();
    assert.deepEqual(catalogue.value.recents, []);
    assert.deepEqual(await kept.recents(), []);
  });

  it('never show the answer for a city that was left meanwhile', async () => {
    const answers = new Map<string, (home: Home) => void>();
    const { catalogue, preferences } = shelves(({ city }) => new Promise((resolve) => answers.set(city, resolve)));
    const first = catalogue.refresh();
    preferences.change({ city: '110000' });
    const second = catalogue.refresh();
    answers.get('110000')?.(homeOf('110000'));
    await second;
    answers.get('310000')?.(homeOf('310000'));
    await first;
    assert.equal(catalogue.value.home?.city, '110000');
  });
});
