import { assert } from 'chai';
import type { AppId } from '../../sandbox/contract/index.ts';
import { createActivityLog, MOST_LINES, SAME_MS } from './activity-log.ts';

const tea = 'com.example.tea' as AppId;
const cinema = 'com.example.cinema' as AppId;
const line = (at: number, method = 'identity.login', appId = tea) => ({ appId, method, outcome: 'ok' as const, at });
const fresh = () => createActivityLog(`test-${crypto.randomUUID()}`);

describe('the activity log', () => {
  it('tells what an app did, the latest first', async () => {
    const log = fresh();
    await log.add('u1', line(1));
    await log.add('u1', { ...line(2, 'device.location'), outcome: 'ERR_BRIDGE_NOT_GRANTED' });
    assert.deepEqual(await log.read('u1', tea), [
      { appId: tea, method: 'device.location', outcome: 'ERR_BRIDGE_NOT_GRANTED', at: 2, times: 1 },
      { appId: tea, method: 'identity.login', outcome: 'ok', at: 1, times: 1 },
    ]);
  });

  it('counts what repeats within a minute, and begins a new line after it', async () => {
    const log = fresh();
    for (const at of [0, 10, 20, 20 + SAME_MS]) await log.add('u1', line(at));
    assert.deepEqual(
      (await log.read('u1', tea)).map(({ times }) => times),
      [1, 3],
    );
  });

  it('belongs to one customer', async () => {
    const log = fresh();
    await log.add('u1', line(1));
    await log.add(undefined, line(1, 'identity.login', cinema));
    assert.deepEqual(await log.read('u2', tea), []);
    assert.deepEqual(await log.apps('u1'), [tea]);
    assert.deepEqual(await log.apps(undefined), [cinema]);
  });

  it('keeps the last lines of each app, whatever another one does', async () => {
    const log = fresh();
    await log.add('u1', line(0, 'payment.request', cinema));
    for (let at = 0; at < MOST_LINES + 20; at += 1) await log.add('u1', line(at, `m${at}`));
    const kept = await log.read('u1', tea);
    assert.equal(kept.length, MOST_LINES);
    assert.equal(kept.at(-1)?.method, 'm20');
    assert.equal((await log.read('u1', cinema)).length, 1);
  });

  it('is cleared for one app', async () => {
    const log = fresh();
    await log.add('u1', line(1));
    await log.add('u1', line(1, 'payment.request', cinema));
    await log.clear('u1', tea);
    assert.deepEqual(await log.apps('u1'), [cinema]);
  });
});
