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
    const full = kept.use(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    assert.equal(await codeOf(full), 'ERR_CONTAINER_DEVICE_FULL');
    assert.equal(await kept.use((database) => database.get('notes', 'k')), 'a');
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

  it('lets a newer build in another tab have it', async () => {
    const kept = open(name);
    await kept.use((database) => database.put('notes', 'a', 'k'));
    const newer = await openDB(name, 2);
    assert.equal(newer.version, 2);
    newer.close();
  });

  it('leaves a refusal of the work itself as it is', async () => {
    const refusal = new PorticoError('ERR_CONTAINER_STORAGE_KEYS');
    assert.equal(await codeOf(open(name).use(() => Promise.reject(refusal))), refusal.code);
  });
});
