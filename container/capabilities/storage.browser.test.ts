import { assert } from 'chai';
import { type ErrorCode, PorticoError } from '../../sandbox/contract/index.ts';
import { storageQuotas } from '../../sandbox/contract/quotas.ts';
import { createAppStorage } from '../services/app-storage.ts';
import { storageCapability } from './storage.ts';
import { call, sessionOf, signedIn } from './testing.ts';

describe('storage.*', () => {
  it('keeps JSON, lists it, counts it and clears it', async () => {
    const handlers = storageCapability(createAppStorage(`test-${crypto.randomUUID()}`), sessionOf(signedIn));
    const value = { plates: ['沪A12345'], last: null };
    assert.isNull(await handlers['storage.set']({ key: 'k', value }, call));
    assert.deepEqual(await handlers['storage.get']({ key: 'k' }, call), { value });
    assert.deepEqual(await handlers['storage.get']({ key: '__proto__' }, call), { value: null });
    assert.deepEqual(await handlers['storage.keys']({}, call), { keys: ['k'] });
    const { bytes, limit } = await handlers['storage.usage']({}, call);
    assert.isAbove(bytes, 10);
    assert.equal(limit, storageQuotas.total);
    await handlers['storage.remove']({ key: 'k' }, call);
    await handlers['storage.clear']({}, call);
    assert.deepEqual(await handlers['storage.keys']({}, call), { keys: [] });
  });

  it('is another shelf for the next customer of the same phone', async () => {
    const storage = createAppStorage(`test-${crypto.randomUUID()}`);
    const session = sessionOf(signedIn);
    const handlers = storageCapability(storage, session);
    await session.refresh();
    await handlers['storage.set']({ key: 'k', value: 1 }, call);
    await session.signOut();
    assert.deepEqual(await handlers['storage.get']({ key: 'k' }, call), { value: null });
  });

  it('waits to hear whose shelf it is: what is kept before that is not left where the next customer finds it', async () => {
    const storage = createAppStorage(`test-${crypto.randomUUID()}`);
    const session = sessionOf(signedIn);
    const handlers = storageCapability(storage, session);
    await handlers['storage.set']({ key: 'plate', value: '沪A12345' }, call);
    assert.deepEqual(await handlers['storage.get']({ key: 'plate' }, call), { value: '沪A12345' });
    await session.signOut();
    assert.deepEqual(await handlers['storage.keys']({}, call), { keys: [] });
  });

  it('is nobody’s shelf offline on a device that remembers nobody, and none when the registry cannot tell', async () => {
    const failing = (code: ErrorCode) =>
      storageCapability(createAppStorage(`test-${crypto.randomUUID()}`), {
        ...sessionOf(signedIn),
        refresh: async () => {
          throw new PorticoError(code);
        },
      });
    assert.deepEqual(await failing('ERR_CONTAINER_OFFLINE')['storage.keys']({}, call), { keys: [] });
    const refused = await Promise.resolve(failing('ERR_PLATFORM_INTERNAL')['storage.keys']({}, call)).catch(
      (error: PorticoError) => error.code,
    );
    assert.equal(refused, 'ERR_PLATFORM_INTERNAL');
  });
});
