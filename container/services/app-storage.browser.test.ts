import { assert } from 'chai';
import { openDB } from 'idb';
import type { AppId } from '../../sandbox/contract/index.ts';
import { storageQuotas } from '../../sandbox/contract/quotas.ts';
import { type AppStorage, createAppStorage } from './app-storage.ts';

const owner = { appId: 'com.example.tea' as AppId, userId: 'u1' };
const quotaFault = async (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => 'kept',
    (error: { code?: unknown }) => error.code,
  );

/** Copies of the one entry that is there, under `count` further keys. */
async function fillShelf(database: string, count: number, keyOf: (at: number) => string): Promise<void> {
  const db = await openDB(database);
  const transaction = db.transaction(['entries', 'shelves'], 'readwrite');
  const [entry] = await transaction.objectStore('entries').getAll();
  const [shelf] = await transaction.objectStore('shelves').getAll();
  for (let at = 1; at <= count; at += 1) void transaction.objectStore('entries').put({ ...entry, key: keyOf(at) });
  void transaction.objectStore('shelves').put({ ...shelf, keys: shelf.keys + count }, entry.owner);
  await transaction.done;
  db.close();
}

describe('the storage of mini-apps', () => {
  let storage: AppStorage;
  beforeEach(() => {
    storage = createAppStorage(`test-${crypto.randomUUID()}`);
  });

  it('gives back what was kept, and nothing for a key that was not', async () => {
    await storage.set(owner, 'plate', '"沪A12345"');
    assert.equal(await storage.get(owner, 'plate'), '"沪A12345"');
    assert.isUndefined(await storage.get(owner, 'toString'));
  });

  it('has a shelf for each app and customer', async () => {
    await storage.set(owner, 'k', '1');
    for (const other of [
      { ...owner, userId: 'u2' },
      { ...owner, userId: undefined },
      { ...owner, appId: 'com.example.te' as AppId },
    ]) {
      assert.isUndefined(await storage.get(other, 'k'));
      assert.deepEqual(await storage.keys(other), []);
      await storage.clear(other);
    }
    assert.equal(await storage.get(owner, 'k'), '1');
  });

  it('removes one key or all of them', async () => {
    await storage.set(owner, 'a', '1');
    await storage.set(owner, 'b', '2');
    await storage.remove(owner, 'a');
    assert.deepEqual(await storage.keys(owner), ['b']);
    await storage.clear(owner);
    assert.equal(await storage.usage(owner), 0);
  });

  it('counts bytes of UTF-8, keys too', async () => {
    await storage.set(owner, '键', '"停"');
    assert.equal(await storage.usage(owner), 8);
  });

  it('refuses a key of more than 1 MB', async () => {
    const most = storageQuotas.key - 1;
    assert.equal(await quotaFault(storage.set(owner, 'k', 'x'.repeat(most))), 'kept');
    assert.equal(await quotaFault(storage.set(owner, 'k', 'x'.repeat(most + 1))), 'ERR_CONTAINER_STORAGE_FULL');
  });

  it('refuses more than 10 MB in all, however many writes are under way at once', async () => {
    const value = 'x'.repeat(storageQuotas.key - 2);
    const writes = Array.from({ length: 14 }, (_, at) =>
      quotaFault(storage.set(owner, at.toString(16).padStart(2, '0'), value)),
    );
    const outcomes = await Promise.all(writes);
    assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 10);
    assert.isAtMost(await storage.usage(owner), storageQuotas.total);
  });

  it('lets a value take the place of an older one when full', async () => {
    const value = 'x'.repeat(storageQuotas.key - 2);
    for (let at = 0; at < 10; at += 1) await storage.set(owner, `0${at}`, value);
    assert.equal(await quotaFault(storage.set(owner, '00', 'y'.repeat(100))), 'kept');
  });

  it('refuses one key more than can be listed, and takes it once another has gone', async () => {
    const wide = (at: number): string => String(at).padStart(128, 'k');
    // All but two at once, through the database itself: each write of ours reads the whole shelf first.
    const name = `test-${crypto.randomUUID()}`;
    const storage = createAppStorage(name);
    await storage.set(owner, wide(0), '1');
    await fillShelf(name, storageQuotas.keys - 2, wide);
    assert.equal(await quotaFault(storage.set(owner, 'last', '1')), 'kept');
    assert.equal(await quotaFault(storage.set(owner, 'one more', '1')), 'ERR_CONTAINER_STORAGE_KEYS');
    assert.equal(await quotaFault(storage.set(owner, 'last', '2')), 'kept');
    assert.equal(await quotaFault(storage.set({ ...owner, userId: 'u2' }, 'one more', '1')), 'kept');
    assert.lengthOf(await storage.keys(owner), storageQuotas.keys);
    await storage.remove(owner, wide(7));
    assert.equal(await quotaFault(storage.set(owner, 'one more', '1')), 'kept');
  });

  it('counts what is kept anew, changed, removed and cleared', async () => {
    const held = async (): Promise<readonly unknown[]> => [await storage.usage(owner), await storage.keys(owner)];
    await storage.set(owner, 'a', '1');
    await storage.set(owner, 'b', '123');
    assert.deepEqual(await held(), [6, ['a', 'b']]);
    await storage.set(owner, 'b', '12');
    assert.deepEqual(await held(), [5, ['a', 'b']]);
    await storage.remove(owner, 'never there');
    await storage.remove(owner, 'a');
    assert.deepEqual(await held(), [3, ['b']]);
    await storage.remove(owner, 'b');
    assert.deepEqual(await held(), [0, []]);
    assert.deepEqual(await storage.apps('u1'), []);
    for (const key of ['\u{10ffff}', '\0', '\ud800', '']) await storage.set(owner, key, '1');
    await storage.set({ ...owner, userId: 'u10' }, 'a', '1');
    await storage.clear(owner);
    assert.deepEqual(await held(), [0, []]);
    assert.deepEqual(await storage.keys({ ...owner, userId: 'u10' }), ['a']);
  });

  it('takes over what the first version kept', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const first = await openDB(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: ['owner', 'key'] }).createIndex('owner', 'owner');
      },
    });
    const kept = { owner: 'com.example.tea/u1', json: '1', bytes: 2 };
    for (const key of ['a', 'b']) await first.put('entries', { ...kept, key });
    await first.put('entries', { ...kept, owner: 'com.example.tea/', key: 'a' });
    first.close();
    const later = createAppStorage(name);
    assert.equal(await later.usage(owner), 4);
    assert.equal(await later.usage({ ...owner, userId: undefined }), 2);
    assert.deepEqual(await later.keys(owner), ['a', 'b']);
    assert.equal(await later.get(owner, 'a'), '1');
    await later.set(owner, 'c', '1');
    assert.equal(await later.usage(owner), 6);
  });

  it('gives way to a newer version in another tab, and says so when asked again', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const here = createAppStorage(name);
    await here.set(owner, 'a', '1');
    (await openDB(name, 3)).close();
    assert.equal(await quotaFault(here.set(owner, 'a', '1')), 'ERR_CONTAINER_STORAGE_BLOCKED');
  });

  it('knows which apps keep something for a customer', async () => {
    const storage = createAppStorage(`test-${crypto.randomUUID()}`);
    const other = { appId: 'com.example.cinema' as AppId, userId: 'u1' };
    await storage.set({ appId: 'com.example.tea' as AppId, userId: 'u1' }, 'a', '1');
    await storage.set({ appId: 'com.example.tea' as AppId, userId: 'u1' }, 'b', '1');
    await storage.set(other, 'a', '1');
    await storage.set({ ...other, userId: undefined }, 'a', '1');
    assert.deepEqual([...(await storage.apps('u1'))].sort().join(), 'com.example.cinema,com.example.tea');
    assert.equal((await storage.apps(undefined)).join(), 'com.example.cinema');
    await storage.clear(other);
    assert.equal((await storage.apps('u1')).join(), 'com.example.tea');
  });
});
