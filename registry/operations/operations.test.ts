import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseAppId, parseReleaseDigest, parseUserId } from '../../sandbox/contract/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import type { ReleaseRecord } from '../publishing/index.ts';
import { EVENTS_AN_HOUR } from './allowance.ts';
import { createOperations, migrations } from './index.ts';
import type { OperationsTables } from './tables.ts';

const appId = parseAppId('com.teahouse.app');
const release = parseReleaseDigest('a'.repeat(64));
const userId = parseUserId('3f2b8c1e-6a55-4c53-9c59-0d6c2f0a7b11');
assert.ok(appId && release && userId);

const bench = await createTestPlatform({ migrations });
after(() => bench.close());
const operations = createOperations(bench.platform, {
  identity: {
    customerIfSignedIn: async () => ({ userId, sessionId: 's', level: 1, authenticatedAt: new Date() }),
  },
  publishing: { release: async (digest) => (digest === release ? ({ appId } as ReleaseRecord) : undefined) },
});
const app = await bench.buildApp([operations.routes]);
const db = bench.platform.db.withTables<OperationsTables>();

const send = async (body: object) => {
  const { origin } = new URL(bench.platform.config.publicOrigin);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/operations/events',
    headers: { host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin' },
    payload: body,
  });
  return { status: answer.statusCode, code: answer.body === '' ? undefined : answer.json().code };
};
const event = { kind: 'event', name: 'seat_chosen', at: 0, props: { hall: '3', couple: true } };

test('what an app counted is kept with the customer, the release and a time that can be true', async () => {
  const now = bench.platform.clock.now();
  const future = { kind: 'mark', name: 'first_list', at: now.getTime() + 3_600_000, ms: 182.4 };
  assert.deepEqual(await send({ appId, release, events: [event, future] }), { status: 204, code: undefined });
  const rows = await db.selectFrom('operations.events').selectAll().orderBy('id').execute();
  assert.deepEqual(
    rows.map(({ kind, name, props, ms, user_id }) => ({ kind, name, props, ms, user_id })),
    [
      { kind: 'event', name: 'seat_chosen', props: { hall: '3', couple: true }, ms: null, user_id: userId },
      { kind: 'mark', name: 'first_list', props: {}, ms: 182.4, user_id: userId },
    ],
  );
  const [past, ahead] = rows.map(({ at, received_at }) => received_at.getTime() - at.getTime());
  assert.deepEqual([past, ahead], [24 * 3_600_000, 0]);
});

test('numbers about what was never published, and unbounded ones, are refused', async () => {
  assert.equal((await send({ appId, release: 'b'.repeat(64), events: [event] })).code, 'ERR_CATALOGUE_NO_APP');
  assert.equal((await send({ appId: 'com.other.app', release, events: [event] })).code, 'ERR_CATALOGUE_NO_APP');
  for (const events of [
    [],
    new Array(51).fill(event),
    [{ ...event, name: 'Seat chosen' }],
    [{ ...event, props: { phone: { deep: 1 } } }],
    [{ ...event, props: { note: 'x'.repeat(201) } }],
    [{ ...event, kind: 'mark', ms: -1 }],
    [{ ...event, extra: 1 }],
  ]) {
    assert.equal((await send({ appId, release, events })).status, 400, JSON.stringify(events).slice(0, 80));
  }
});

test('text that no database keeps is the sender’s fault and not ours', async () => {
  for (const note of ['a\u0000b', '\ud800']) {
    assert.equal((await send({ appId, release, events: [{ ...event, props: { note } }] })).status, 400);
  }
});

test('a sender fills so much of the database an hour, and what is too much is dropped', async () => {
  await bench.time.advance({ hours: 2 });
  const events = new Array(50).fill(event);
  for (let batch = 0; batch < EVENTS_AN_HOUR / 50; batch += 1)
    assert.equal((await send({ appId, release, events })).status, 204);
  assert.deepEqual(await send({ appId, release, events: [event] }), { status: 429, code: 'ERR_PLATFORM_RATE' });
  await bench.time.advance({ hours: 1 });
  assert.equal((await send({ appId, release, events })).status, 204);
});
