import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createTestPlatform } from './index.ts';

const bench = await createTestPlatform({
  migrations: [{ id: 'demo-001', sql: 'CREATE SCHEMA demo; CREATE TABLE demo.notes (id int PRIMARY KEY, text text)' }],
});
after(() => bench.close());

test('a test file has its own database, with its migrations in it', async () => {
  await sql`INSERT INTO demo.notes VALUES (1, 'one')`.execute(bench.platform.db);
  const notes = await sql<{ text: string }>`SELECT text FROM demo.notes`.execute(bench.platform.db);
  assert.deepEqual(notes.rows, [{ text: 'one' }]);
});

test('advancing time moves platform.clock and portico.now() together', async () => {
  await bench.time.advance({ minutes: 10 });
  const answer = await sql<{ now: Date }>`SELECT portico.now() AS now`.execute(bench.platform.db);
  const ahead = (answer.rows[0]?.now.getTime() ?? 0) - Date.now();
  assert.ok(Math.abs(ahead - 600_000) < 1_000, `portico.now() is ${ahead} ms ahead`);
  assert.ok(Math.abs(bench.platform.clock.now().getTime() - Date.now() - 600_000) < 1_000);
});

test('requests run as a role that cannot change the schema', async () => {
  await assert.rejects(sql`CREATE TABLE demo.more (id int)`.execute(bench.platform.db), /permission denied/);
});

test('an event reaches its handler after the transaction that wrote it', async () => {
  const heard: unknown[] = [];
  bench.platform.outbox.on('note.written', 'demo.listener', async (event) => void heard.push(event.payload));
  await bench.platform.db
    .transaction()
    .execute((tx) => bench.platform.outbox.add(tx, { topic: 'note.written', key: '1', payload: { id: 1 } }));
  const app = await bench.buildApp([]);
  await bench.settled();
  assert.deepEqual(heard, [{ id: 1 }]);
  const answer = await app.inject({ url: '/nothing', headers: { host: 'localhost' } });
  assert.equal(answer.statusCode, 404);
  assert.equal(answer.json().code, 'ERR_PLATFORM_NOT_FOUND');
});
