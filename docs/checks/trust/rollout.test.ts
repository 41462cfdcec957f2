/** Rollout on a real trust module: who customers are pointed at, and that nothing unsigned or revoked ever is. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createRollout } from '../../../registry/rollout/index.ts';
import { createTrustBench } from '../../../registry/trust/testing/index.ts';
import type { AppId } from '../../../sandbox/contract/index.ts';

let rollout: ReturnType<typeof createRollout> | undefined;
const bench = await createTrustBench((platform, { trust, publishing }) => {
  rollout = createRollout(platform, { trust, publishing: { ...publishing, submissionsIn: async () => [] } });
});
after(() => bench.close());
const live = (appId: AppId) => rollout?.live(appId);

test('a signed release becomes live for everybody, and whoever listens is told', async () => {
  const notices: unknown[] = [];
  const stop = bench.platform.notices.subscribe('releases', (text) => notices.push(text && JSON.parse(text)));
  const { appId, digest, submissionId } = await bench.publish({ version: '1.0.0' });
  assert.deepEqual(await live(appId), { appId, digest, percent: 100 });
  assert.equal(bench.states.get(submissionId), 'LIVE');
  const told = await sql<{
    payload: unknown;
  }>`SELECT payload FROM portico.outbox WHERE topic = 'rollout.changed'`.execute(bench.platform.db);
  assert.deepEqual(told.rows.at(-1)?.payload, { appId, digest });
  for (let n = 0; n < 100 && notices.length === 0; n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  stop();
  assert.deepEqual(notices, [{ type: 'updated', appId, digest }]);
});

test('a newer release takes its place', async () => {
  const { appId, digest } = await bench.publish({ version: '1.1.0' });
  assert.equal((await live(appId))?.digest, digest);
});

test('an event told again does not point customers back', async () => {
  const older = await bench.publish({ version: '1.2.0' });
  const newer = await bench.publish({ version: '1.3.0' });
  const { submissionId, appId, digest } = older;
  await bench.platform.db
    .transaction()
    .execute((tx) =>
      bench.platform.outbox.add(tx, { topic: 'trust.signed', key: appId, payload: { submissionId, appId, digest } }),
    );
  await bench.settled();
  assert.equal((await live(appId))?.digest, newer.digest);
});

test('a revoked release is live no more, and cannot be pointed at again', async () => {
  const { appId, digest } = await bench.publish({ version: '1.4.0' });
  await bench.revoke({ digest, reason: '此版本已下架。' });
  assert.equal(await live(appId), undefined);
  const pointing = bench.platform.db
    .transaction()
    .execute((tx) => bench.trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: 100 }] }]));
  await assert.rejects(pointing, { code: 'ERR_TRUST_REVOKED' });
});

test('a revoked app gets no release rolled out', async () => {
  const appId = 'com.example.gone' as AppId;
  await bench.publish({ appId });
  await bench.revoke({ appId, reason: '该小程序已停止服务。' });
  const next = await bench.publish({ appId, version: '2.0.0' });
  assert.equal(await live(appId), undefined);
  assert.equal(await bench.trust.isApproved(next.digest), false);
});
