import { assert } from 'chai';
import { utf8 } from './bytes.ts';
import { createIdbTrustStore } from './idb-trust-store.ts';
import { createMemoryTrustStore, type TrustStore } from './trust-store.ts';

/** One suite for every place where trusted metadata is kept. */
const stores: Readonly<Record<string, () => TrustStore>> = {
  'in memory': createMemoryTrustStore,
  'in IndexedDB': () => createIdbTrustStore(`test-${crypto.randomUUID()}`),
};

for (const [where, create] of Object.entries(stores)) {
  describe(`a trust store ${where}`, () => {
    it('gives back the bytes it was given, and nothing for a name it does not know', async () => {
      const store = create();
      await store.put(new Map([['timestamp', utf8('one')]]));
      assert.deepEqual(await store.get('timestamp'), utf8('one'));
      assert.isUndefined(await store.get('snapshot'));
    });

    it('replaces, deletes and lists', async () => {
      const store = create();
      await store.put(
        new Map([
          ['a', utf8('1')],
          ['b', utf8('2')],
        ]),
      );
      await store.put(
        new Map([
          ['a', utf8('3')],
          ['b', undefined],
        ]),
      );
      assert.deepEqual(await store.get('a'), utf8('3'));
      assert.deepEqual(await store.names(), ['a']);
    });
  });
}

describe('trusted metadata in IndexedDB', () => {
  it('is there on the next visit', async () => {
    const name = `test-${crypto.randomUUID()}`;
    await createIdbTrustStore(name).put(new Map([['root', utf8('kept')]]));
    assert.deepEqual(await createIdbTrustStore(name).get('root'), utf8('kept'));
  });

  it('names a storage that does not work', async () => {
    const name = `test-${crypto.randomUUID()}`;
    await new Promise((resolve) => {
      const newer = indexedDB.open(name, 7);
      newer.onsuccess = () => resolve(newer.result.close());
    });
    const code = await createIdbTrustStore(name)
      .get('root')
      .catch((error: { code: unknown }) => error.code);
    assert.equal(code, 'ERR_TRUST_STORAGE_FAILED');
  });
});
