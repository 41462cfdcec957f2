import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestPlatform } from '../platform/testing/index.ts';
import { createContext, secondsAfter } from './context.ts';
import { migrations } from './migrations/index.ts';
import { seenFirst } from './seen-once.ts';
import { sweep } from './sweep.ts';

const bench = await createTestPlatform({ migrations });
after(() => bench.close());
const context = createContext(bench.platform);

test('the sweep takes what has expired and leaves the rest', async () => {
  const now = context.clock.now();
  const nonce = (name: string, expires_at: Date) =>
    ({ kind: 'request', owner: 'key', nonce: name, expires_at }) as const;
  assert.equal(await seenFirst(context.db, nonce('old', secondsAfter(now, -1))), true);
  assert.equal(await seenFirst(context.db, nonce('current', secondsAfter(now, 60))), true);
  const device = (name: string, answered_at: Date) => ({
    phone: '13800000001',
    device: Buffer.from(name),
    answered_at,
  });
  await context.db
    .insertInto('identity.otp_devices')
    .values([device('old', secondsAfter(now, -366 * 24 * 60 * 60)), device('in use', now)])
    .execute();
  await sweep(context);
  const devices = await context.db.selectFrom('identity.otp_devices').select('device').execute();
  assert.deepEqual(
    devices.map((row) => row.device.toString()),
    ['in use'],
  );
  const left = await context.db.selectFrom('identity.seen').select('nonce').execute();
  assert.deepEqual(left, [{ nonce: 'current' }]);
  assert.equal(await seenFirst(context.db, nonce('current', secondsAfter(now, 60))), false);
});
