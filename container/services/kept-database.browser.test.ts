import { assert } from 'chai';
import { type DBSchema, openDB } from 'idb';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { CONTAINER_CODES, createKeptDatabase, type KeptDatabase } from './kept-database.ts';

interface Schema extends DBSchema {
  notes: { key: string; value: string };
}
const open = (name: string): KeptDatabase<Schema> =>
  createKeptDatabase<Schema>({
    name,
    version: 1,
    upgrade: (fresh) => void fresh.createObjectStore('notes'),
    codes: CONTAINER_CODES,
  });
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PorticoError ? error.code : error),
  );

describe('what is kept on this device', () => {
  let name: string;
  beforeEach(() => {
    name = `test-${crypto.randomUUID()}`;
  });

  it('says so when the device is full, and goes on', async () => {
    const kept = open(name);
    await kept.use((database) => database.put('notes', 'a', 'k'));
    const before = await kept.use(async (database) => database);
    const full = kept.use(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    assert.equal(await codeOf(full), 'ERR_CONTAINER_DEVICE_FULL');
    assert.equal(await kept.use(async (database) => database), before);
  });

  it('opens again after it could not be opened', async () => {
    const newer = await openDB(name, 2);
    newer.close();
    const kept = open(name);
    assert.equal(await codeOf(kept.use((database) => database.count('notes'))), 'ERR_CONTAINER_STORAGE_BLOCKED');
    await new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase(name);
      gone.onsuccess = resolve;
      gone.onerror = reject;
    });
    assert.equal(await kept.use((database) => database.count('notes')), 0);
  });

  it('opens again after its connection was lost', async () => {
    const kept = open(name);
    await kept.use(async (database) => {
      await database.put('notes', 'a', 'k');
      database.close();
    });
    assert.equal(await codeOf(kept.use((database) => database.get('notes', 'k'))), 'ERR_CONTAINER_STORAGE_BLOCKED');
    assert.equal(await kept.use((database) => database.get('notes', 'k')), 'a');
  });

  it('keeps one connection, whoever else hears late that the one before was lost', async () => {
    const kept = open(name);
    const lost = kept.use(async (database) => database);
    (await lost).close();
    let tellLate: (error: Error) => void = () => undefined;
    const late = kept.use(
      () =>
        new Promise((_resolve, reject) => {
          tellLate = reject;
        }),
    );
    assert.equal(await codeOf(kept.use((database) => database.count('notes'))), 'ERR_CONTAINER_STORAGE_BLOCKED');
    const healthy = await kept.use(async (database) => database);
    tellLate(new DOMException('lost', 'AbortError'));
    assert.equal(await codeOf(late), 'ERR_CONTAINER_STORAGE_BLOCKED');
    assert.equal(await kept.use(async (database) => database), healthy);
    assert.equal(await kept.use((database) => database.count('notes')), 0);
  });

  it('leaves nobody in the way of a newer build when it was let go of while it opened', async () => {
    const kept = open(name);
    const opening = kept.use(async () => undefined);
    kept.close();
    await opening;
    const newer = await openDB(name, 2);
    assert.equal(newer.version, 2);
    newer.close();
  });

  it('lets a newer build in another tab have it', async () => {
    const kept = open(name);
    await kept.use((database) => database.put('notes', 'a', 'k'));
    const newer = await openDB(name, 2);
    assert.equal(newer.version, 2);
    newer.close();
  });

  it('leaves what the work itself throws as it is', async () => {
    for (const error of [new PorticoError('ERR_CONTAINER_STORAGE_KEYS'), new TypeError('a mistake of ours')]) {
      const thrown = await open(name)
        .use(() => Promise.reject(error))
        .catch((caught: unknown) => caught);
      assert.equal(thrown, error);
    }
  });
});
