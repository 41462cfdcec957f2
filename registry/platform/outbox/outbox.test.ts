import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { createLog } from '../log.ts';
import { createTestPlatform } from '../testing/index.ts';
import { createOutbox } from './outbox.ts';

const bench = await createTestPlatform({ migrations: [] });
after(() => bench.close());
const { db } = bench.platform;
const silent = createLog('silent');

/** A relay of its own on topics of its own, so that the tests do not hear each other. */
async function relay(
  topic: string,
  handlers: Record<string, (event: { id: string; key: string; payload: unknown }) => Promise<void>>,
) {
  const outbox = createOutbox(db, silent);
  for (const [name, run] of Object.entries(handlers)) outbox.on(topic, `${topic}.${name}`, run);
  await outbox.start();
  return outbox;
}
const emit = (topic: string, key: string, payload: object) =>
  db
    .transaction()
    .execute((tx) => sql`SELECT portico.emit(${topic}, ${key}, ${JSON.stringify(payload)}::jsonb)`.execute(tx));
async function until(condition: () => boolean, patienceMs = 5_000) {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > patienceMs) assert.fail('waited in vain');
    await sleep(10);
  }
}

test('an event of a transaction that is rolled back is never told', async () => {
  const heard: unknown[] = [];
  const outbox = await relay('rolled', { a: async ({ payload }) => void heard.push(payload) });
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await outbox.add(tx, { topic: 'rolled', key: 'k', payload: { n: 1 } });
      throw new Error('no');
    }),
  );
  await db.transaction().execute((tx) => outbox.add(tx, { topic: 'rolled', key: 'k', payload: { n: 2 } }));
  await until(() => heard.length > 0);
  await outbox.stop();
  assert.deepEqual(heard, [{ n: 2 }]);
});

test('events of one key arrive in order although the first one fails at first; other keys do not wait', async () => {
  const heard: string[] = [];
  let failures = 2;
  const outbox = await relay('order', {
    a: async ({ key, payload }) => {
      if (key === 'slow' && failures > 0) {
        failures -= 1;
        throw new Error('not yet');
      }
      heard.push(`${key}${(payload as { n: number }).n}`);
    },
  });
  for (const n of [1, 2, 3]) await emit('order', 'slow', { n });
  await emit('order', 'quick', { n: 1 });
  await until(() => heard.length === 4);
  await outbox.stop();
  assert.equal(heard[0], 'quick1');
  assert.deepEqual(heard.slice(1), ['slow1', 'slow2', 'slow3']);
});

test('two replicas deliver each event once while both are well, and keep the order of each key', async () => {
  const heard: string[] = [];
  const listen = {
    a: async ({ key, payload }: { key: string; payload: unknown }) => {
      await sleep(2);
      heard.push(`${key}.${(payload as { n: number }).n}`);
    },
  };
  const first = await relay('twice', listen);
  const second = await relay('twice', listen);
  for (let n = 0; n < 20; n += 1) for (const key of ['x', 'y', 'z']) await emit('twice', key, { n });
  await until(() => heard.length >= 60, 15_000);
  await Promise.all([first.stop(), second.stop()]);
  assert.equal(new Set(heard).size, 60);
  assert.equal(heard.length, 60);
  for (const key of ['x', 'y', 'z']) {
    const order = heard.filter((entry) => entry.startsWith(key)).map((entry) => Number(entry.split('.')[1]));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  }
});

test('an event that nobody listened to yet waits for its first handler', async () => {
  await emit('early', 'k', { n: 1 });
  const heard: unknown[] = [];
  const outbox = await relay('early', { a: async ({ payload }) => void heard.push(payload) });
  await until(() => heard.length === 1);
  await outbox.stop();
});

test('each handler of a topic hears every event, whatever happens to the others', async () => {
  const heard: string[] = [];
  const outbox = await relay('both', {
    broken: async () => {
      throw new Error('always');
    },
    well: async ({ payload }) => void heard.push(JSON.stringify(payload)),
  });
  await emit('both', 'k', { n: 1 });
  await emit('both', 'k', { n: 2 });
  await until(() => heard.length === 2);
  await outbox.stop();
  assert.deepEqual(heard, ['{"n":1}', '{"n":2}']);
});

test('events of one key are numbered in the order of their commits; other keys do not wait', async () => {
  const first = db.transaction().execute(async (tx) => {
    await sql`SELECT portico.emit('held', 'one', '{}')`.execute(tx);
    await sleep(400);
  });
  await sleep(50);
  const startedAt = performance.now();
  await emit('held', 'two', {});
  assert.ok(performance.now() - startedAt < 200, 'another key does not wait');
  await emit('held', 'one', {});
  assert.ok(performance.now() - startedAt > 200, 'the same key waits for the first commit');
  await first;
});
