import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createLog } from '../log.ts';
import { createTestPlatform } from '../testing/index.ts';
import { createNotices } from './notices.ts';

const bench = await createTestPlatform({ migrations: [] });
after(() => bench.close());
const notices = createNotices(bench.ownerUrl, createLog('silent'));
await notices.start();
after(() => notices.stop());

async function until(condition: () => boolean, patienceMs = 5_000) {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > patienceMs) assert.fail('waited in vain');
    await sleep(10);
  }
}

test('a notice reaches every listener of its channel when its transaction commits', async () => {
  const heard: (string | undefined)[] = [];
  const leave = notices.subscribe('releases', (payload) => heard.push(payload));
  notices.subscribe('other', () => assert.fail('another channel'));
  await bench.platform.db.transaction().execute(async (tx) => {
    await notices.publish(tx, 'releases', 'one');
    await sleep(50);
    assert.deepEqual(heard, []);
  });
  await until(() => heard.length === 1);
  leave();
  await notices.publish(bench.platform.db, 'releases', 'two');
  await sleep(50);
  assert.deepEqual(heard, ['one']);
});

test('after a lost connection listeners are told once, and hear notices again', async () => {
  const heard: (string | undefined)[] = [];
  notices.subscribe('again', (payload) => heard.push(payload));
  const owner = new pg.Client({ connectionString: bench.ownerUrl });
  await owner.connect();
  await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'portico-notices'`);
  await owner.end();
  await until(() => heard.length === 1);
  assert.deepEqual(heard, [undefined]);
  await notices.publish(bench.platform.db, 'again', 'back');
  await until(() => heard.length === 2);
  assert.equal(heard[1], 'back');
});
