import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../log.ts';
import { createTestPlatform } from '../testing/index.ts';
import { createSchedules } from './schedules.ts';

const bench = await createTestPlatform({ migrations: [] });
const { db, jobs } = bench.platform;
after(() => bench.close());

const attempts: number[] = [];
const seen: unknown[] = [];
const flaky = jobs.queue<{ n: number }>(
  'flaky',
  { retries: 3, retryDelaySeconds: 0, backoff: false },
  async (_data, attempt) => {
    attempts.push(attempt);
    if (attempt < 3) throw new Error('not yet');
  },
);
const plain = jobs.queue<{ n: number }>('plain', { retries: 0, retryDelaySeconds: 0, backoff: false }, async (data) => {
  seen.push(data);
});
before(async () => {
  await bench.buildApp([]);
});
async function until(condition: () => boolean, patienceMs = 10_000) {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > patienceMs) assert.fail('waited in vain');
    await sleep(20);
  }
}

test('a job that fails is tried again, and told which attempt it is', async () => {
  await flaky.send({ n: 1 });
  await until(() => attempts.length === 3);
  assert.deepEqual(attempts, [1, 2, 3]);
});

test('a job sent inside a transaction runs only when that commits', async () => {
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await plain.send({ n: 1 }, { tx });
      throw new Error('no');
    }),
  );
  await db.transaction().execute((tx) => plain.send({ n: 2 }, { tx }));
  await until(() => seen.length > 0);
  await sleep(600);
  assert.deepEqual(seen, [{ n: 2 }]);
});

test('a schedule runs once a period over all replicas, and again when its time has come', async (t) => {
  let runs = 0;
  let atOnce = 0;
  const replicas = [1, 2, 3].map(() => {
    const schedules = createSchedules(db, createLog('silent'));
    schedules.every('count', 60, async () => {
      atOnce += 1;
      assert.equal(atOnce, 1, 'never two at a time');
      await sleep(50);
      runs += 1;
      atOnce -= 1;
    });
    return schedules;
  });
  t.after(() => Promise.all(replicas.map((replica) => replica.stop())));
  await Promise.all(replicas.map((replica) => replica.start()));
  await until(() => runs === 1);
  await sleep(1_200);
  assert.equal(runs, 1);
  await bench.time.advance({ seconds: 61 });
  await until(() => runs === 2);
});

test('a scheduled run that fails does not stop the next', async (t) => {
  let runs = 0;
  const schedules = createSchedules(db, createLog('silent'));
  schedules.every('fails', 60, async () => {
    runs += 1;
    throw new Error('no');
  });
  t.after(() => schedules.stop());
  await schedules.start();
  await until(() => runs === 1);
  await sleep(100);
  await bench.time.advance({ seconds: 61 });
  await until(() => runs === 2);
});
