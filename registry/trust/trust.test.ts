import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { AppId, StaffId } from '../../sandbox/contract/index.ts';
import { createTrustBench, testPerson } from './testing/index.ts';

const bench = await createTrustBench();
after(() => bench.close());
const { trust, reviewers } = bench;

const json = async (path: string) => {
  const answer = await fetch(`${bench.origin}${path}`);
  return { status: answer.status, cache: answer.headers.get('cache-control'), body: JSON.parse(await answer.text()) };
};
const lastAudit = async () => {
  const rows = await sql<{ action: string; actor: string; detail: Record<string, unknown> }>`
    SELECT action, actor, detail FROM trust.audit ORDER BY id DESC LIMIT 1`.execute(bench.platform.db);
  return rows.rows[0];
};

test('first start makes a root that two of three keys sign, and 256 bins', async () => {
  await trust.prepare();
  const root = (await json('/tuf/1.root.json')).body;
  assert.equal(root.signed.roles.root.keyids.length, 3);
  assert.equal(root.signed.roles.root.threshold, 2);
  assert.equal(root.signed.consistent_snapshot, true);
  const keys = Object.values(root.signed.roles as Record<string, { keyids: string[] }>).flatMap((role) => role.keyids);
  assert.equal(new Set(keys).size, 6, 'no role shares a key with another');
  const timestamp = (await json('/tuf/timestamp.json')).body.signed;
  const snapshot = (await json(`/tuf/${timestamp.meta['snapshot.json'].version}.snapshot.json`)).body.signed;
  assert.equal(Object.keys(snapshot.meta).filter((name) => name.startsWith('bin-')).length, 256);
});

test('the timestamp is never cached and what has a version always is', async () => {
  const timestamp = await json('/tuf/timestamp.json');
  assert.equal(timestamp.cache, 'no-cache');
  const { version } = timestamp.body.signed.meta['snapshot.json'];
  assert.match((await json(`/tuf/${version}.snapshot.json`)).cache ?? '', /immutable/);
  assert.equal((await json('/tuf/9.root.json')).body.code, 'ERR_TRUST_NO_SUCH_METADATA');
  assert.equal((await fetch(`${bench.origin}/tuf/..%2f..%2fetc.json`)).status, 400);
});

test('metadata goes compressed to whoever takes it so, and is the same file', async () => {
  const { version } = (await json('/tuf/timestamp.json')).body.signed.meta['snapshot.json'];
  // `fetch` would unpack it unasked and say nothing of it.
  const ask = (accepted: string) =>
    new Promise<{ encoding: string | undefined; vary: string | undefined; bytes: Buffer }>((resolve, reject) => {
      get(
        `${bench.origin}/tuf/${version}.snapshot.json`,
        { headers: { 'accept-encoding': accepted } },
        async (answer) => {
          const bytes = Buffer.concat(await answer.toArray());
          resolve({ encoding: answer.headers['content-encoding'], vary: answer.headers.vary, bytes });
        },
      ).on('error', reject);
    });
  const plain = await ask('identity');
  assert.equal(plain.encoding, undefined);
  for (const accepted of ['gzip', 'br, gzip;q=0.5, deflate', 'deflate,GZIP']) {
    const compressed = await ask(accepted);
    assert.deepEqual([compressed.encoding, compressed.vary], ['gzip', 'Accept-Encoding']);
    assert.ok(compressed.bytes.length * 4 < plain.bytes.length);
    assert.deepEqual(gunzipSync(compressed.bytes), plain.bytes);
  }
  for (const refused of ['', 'br', 'gzip;q=0', 'gzip; q=0.0, br', 'xgzip']) {
    assert.deepEqual((await ask(refused)).bytes, plain.bytes, refused);
  }
});

test('a client that asks for it hears of an absent root without an error, uncached; nothing else changes for it', async () => {
  const ask = (path: string, absent: string) =>
    fetch(`${bench.origin}/tuf/${path}`, { headers: { 'portico-absent': absent } });
  const absent = await ask('2.root.json', '204');
  assert.deepEqual([absent.status, absent.headers.get('cache-control')], [204, 'no-store']);
  assert.equal((await ask('1.root.json', '204')).status, 200);
  assert.equal((await ask('2.root.json', '200')).status, 400);
  assert.equal((await json('/tuf/2.root.json')).status, 404, 'what the TUF specification says to every other client');
});

test('two reviewers’ signatures over the digest get a release signed, and the next module is told', async () => {
  const release = bench.submit({ version: '1.1.0' });
  assert.equal(await trust.isApproved(release.digest), false);
  await bench.approved(release);
  assert.equal(await trust.isApproved(release.digest), true);
  assert.equal(bench.states.get(release.submissionId), 'SIGNED');
  const told = await sql<{ payload: unknown }>`SELECT payload FROM portico.outbox WHERE topic = 'trust.signed'`.execute(
    bench.platform.db,
  );
  const { submissionId, appId, digest } = release;
  assert.deepEqual(told.rows.at(-1)?.payload, { submissionId, appId, digest });
});

test('an approval repeated by the outbox signs nothing twice', async () => {
  const release = await bench.publish({ version: '1.1.1' });
  const before = (await json('/tuf/timestamp.json')).body.signed.version;
  await bench.approved(release);
  assert.equal((await json('/tuf/timestamp.json')).body.signed.version, before);
});

test('one reviewer twice is one reviewer', async () => {
  const release = bench.submit({ version: '1.2.0' });
  const lin = bench.approval('lin', reviewers.lin, release);
  await bench.approved(release, [lin, lin]);
  assert.equal(await trust.isApproved(release.digest), false);
  assert.equal((await lastAudit())?.detail.code, 'ERR_TRUST_APPROVALS_INVALID');
});

test('a reviewer under another’s name is not that reviewer', async () => {
  const release = bench.submit({ version: '1.2.1' });
  const lin = bench.approval('lin', reviewers.lin, release);
  const pretended = { ...lin, staffId: 'zhao' as StaffId };
  await bench.approved(release, [lin, pretended]);
  assert.equal(await trust.isApproved(release.digest), false);
});

test('approvals of another digest, or by a key nobody registered, count for nothing', async () => {
  const release = bench.submit({ version: '1.2.2' });
  const other = bench.submit({ version: '1.2.3' });
  const lin = bench.approval('lin', reviewers.lin, release);
  await bench.approved(release, [lin, bench.approval('zhao', reviewers.zhao, other)]);
  await bench.approved(release, [lin, bench.approval('zhao', testPerson(), release)]);
  assert.equal(await trust.isApproved(release.digest), false);
});

test('a release the partner did not sign is not signed by us', async () => {
  const release = bench.submit({ version: '1.3.0' }, { keyId: bench.partner.keyId, sign: testPerson().sign });
  await bench.approved(release);
  assert.equal(await trust.isApproved(release.digest), false);
  assert.equal((await lastAudit())?.detail.code, 'ERR_TRUST_PARTNER_SIGNATURE_INVALID');
});

test('an app that another partner owns is not signed', async () => {
  const release = bench.submit({ appId: 'com.stranger.tea' as AppId });
  await bench.approved(release);
  assert.equal(await trust.isApproved(release.digest), false);
});

test('a pointer at an unsigned release is refused', async () => {
  const { appId, digest } = bench.submit({ version: '1.4.0' });
  const pointing = bench.platform.db
    .transaction()
    .execute((tx) => trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: 100 }] }]));
  await assert.rejects(pointing, { code: 'ERR_ROLLOUT_NOT_SIGNED' });
});

test('a pointer at another app’s release is refused', async () => {
  const { digest } = await bench.publish({ version: '1.4.1' });
  const appId = 'com.example.coffee' as AppId;
  const pointing = bench.platform.db
    .transaction()
    .execute((tx) => trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: 100 }] }]));
  await assert.rejects(pointing, { code: 'ERR_ROLLOUT_OTHER_APP' });
});

test('nothing of a publication is visible when its transaction does not commit', async () => {
  const { appId, digest } = await bench.publish({ version: '1.5.0' });
  const before = (await json('/tuf/timestamp.json')).body;
  const failing = bench.platform.db.transaction().execute(async (tx) => {
    await trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: 100 }] }]);
    throw new RangeError('something later in the transaction');
  });
  await assert.rejects(failing, RangeError);
  assert.deepEqual((await json('/tuf/timestamp.json')).body, before);
  assert.equal(await trust.pointer(appId), undefined);
});

test('publications that race each other all count, one after the other', async () => {
  const { appId, digest } = await bench.publish({ version: '1.5.1' });
  const publish = () =>
    bench.platform.db
      .transaction()
      .execute((tx) => trust.publish(tx, [{ kind: 'pointer', appId, releases: [{ digest, percent: 100 }] }]));
  const epochs = (await Promise.all(Array.from({ length: 8 }, publish))).map((publication) => publication.epoch);
  assert.equal(new Set(epochs).size, 8);
  assert.equal((await trust.pointer(appId))?.epoch, Math.max(...epochs));
});

test('an operator revokes a release: in force, listed, audited and told in one transaction', async () => {
  const release = await bench.publish({ version: '1.6.0' });
  const notices: unknown[] = [];
  const stop = bench.platform.notices.subscribe('releases', (text) => notices.push(text && JSON.parse(text)));
  const { appId, digest } = release;
  const started = performance.now();
  const answer = await bench.revoke({ digest, reason: '此版本已下架。' });
  assert.equal(answer.status, 201);
  assert.equal(await trust.isRevoked(appId, digest), true);
  for (let n = 0; n < 100 && notices.length === 0; n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(performance.now() - started < 5_000, 'containers hear of it within 5 s');
  stop();
  assert.deepEqual(notices, [{ type: 'revoked', appId, digest }]);
  assert.equal(bench.states.get(release.submissionId), 'REVOKED');
  assert.deepEqual((await lastAudit())?.actor, 'staff:wu');
});

test('a revoked release is never signed', async () => {
  const release = bench.submit({ version: '1.7.0' });
  await bench.revoke({ digest: release.digest, reason: '已撤回。' });
  await bench.approved(release);
  assert.equal(await trust.isApproved(release.digest), false);
  assert.equal((await lastAudit())?.detail.code, 'ERR_TRUST_REVOKED');
});

test('revoking twice keeps the first reason; revoking what does not exist is refused', async () => {
  const { appId, digest } = await bench.publish({ version: '1.8.0' });
  await bench.revoke({ digest, reason: 'the first reason' });
  const again = await bench.revoke({ digest, reason: 'another reason' });
  assert.equal((again.body as { reason: string }).reason, 'the first reason');
  assert.equal((await trust.revocation(appId, digest))?.reason, 'the first reason');
  assert.equal((await bench.revoke({ digest: 'f'.repeat(64), reason: 'no such' })).status, 404);
  assert.equal((await bench.revoke({ appId, digest, reason: 'both of them' })).status, 400);
});

test('the job renews the timestamp, and versions only grow', async () => {
  const before = (await json('/tuf/timestamp.json')).body.signed;
  await bench.time.advance({ minutes: 3 });
  for (let n = 0; n < 300; n += 1) {
    if ((await json('/tuf/timestamp.json')).body.signed.version > before.version) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const renewed = (await json('/tuf/timestamp.json')).body.signed;
  assert.ok(renewed.version > before.version);
  assert.ok(new Date(renewed.expires) > new Date(before.expires));
  const lower = sql`INSERT INTO trust.metadata VALUES ('timestamp', ${before.version}, '', now(), now())`;
  await assert.rejects(lower.execute(bench.platform.db), /not greater/);
});

test('history cannot be rewritten', async () => {
  const { db } = bench.platform;
  await assert.rejects(sql`UPDATE trust.audit SET actor = 'nobody'`.execute(db), /insert-only|permission denied/);
  await assert.rejects(sql`DELETE FROM trust.revocations`.execute(db), /insert-only|permission denied/);
  await assert.rejects(sql`UPDATE trust.metadata SET version = version + 1`.execute(db), /not greater/);
});
