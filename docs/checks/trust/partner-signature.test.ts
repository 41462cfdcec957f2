/** The partner's signature, checked by two verifiers of different making: the container's, and the CLI's on tuf-js. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createAppTrust } from '../../../container/services/tuf/create-app-trust.ts';
import { createMemoryTrustStore } from '../../../container/services/tuf/trust-store.ts';
import { verifyApp } from '../../../plugins/kit/cli/verification.ts';
import type { ReleaseRecord } from '../../../registry/publishing/index.ts';
import { createRollout } from '../../../registry/rollout/index.ts';
import { partnersPath } from '../../../registry/trust/documents.ts';
import { currentTarget } from '../../../registry/trust/store.ts';
import { createTrustBench, type TestPerson, testPerson } from '../../../registry/trust/testing/index.ts';
import type { AppId, PartnerId } from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import { publishAsThief } from './thief.ts';

const bench = await createTrustBench((platform, { trust, publishing }) => {
  createRollout(platform, { trust, publishing: { ...publishing, submissionsIn: async () => [] } });
});
after(() => bench.close());
const origin = bench.platform.config.publicOrigin;
const noodles = testPerson();
bench.partnerKeys.add('noodles', noodles);
await bench.publish({ appId: 'com.example.known' as AppId });
await bench.approved(bench.submit({ appId: 'com.noodles.known' as AppId }, noodles));

const newContainer = (store = createMemoryTrustStore()) =>
  createAppTrust({ origin, registryOrigin: bench.origin, store });

/** What both make of an app; they must agree before a test may ask what they agreed on. */
async function opens(appId: AppId, saying?: RegExp): Promise<boolean> {
  const resolution = await newContainer().resolveApp(appId, new Date());
  const folder = await mkdtemp(join(tmpdir(), 'portico-verify-'));
  const verdict = await verifyApp(appId, { registry: bench.origin, folder, rootFile: undefined }).then(
    () => 'verified',
    (error: unknown) => String(error),
  );
  await rm(folder, { recursive: true, force: true });
  assert.equal(verdict === 'verified', resolution.status === 'ready', `${resolution.status}, but the CLI: ${verdict}`);
  if (saying) assert.match(verdict, saying);
  if (resolution.status !== 'ready') {
    assert.deepEqual(resolution, { status: 'needs-network', code: 'ERR_TRUST_RELEASE_INVALID' });
  }
  return resolution.status === 'ready';
}

interface Forgery {
  readonly partnerId: string;
  readonly partnerSignature?: { readonly keyId: string; readonly signature: string };
}

/** Lists a release that two reviewers did approve, with whatever the thief of the online key writes about its partner. */
async function list(release: ReleaseRecord, forgery: Forgery): Promise<void> {
  const { appId, digest } = release;
  const approvals = Object.entries(bench.reviewers).map(([name, person]) => ({
    ...bench.approval(name, person, release),
  }));
  const pointer = canonicalJson({ appId, epoch: 1, releases: [{ digest, percent: 100 }] });
  const { partnerId, partnerSignature } = forgery;
  const custom = {
    // Nobody reads a name here: it comes from the list.
    ...{ appId, audience: origin, epoch: 1, partnerName: '中国某某银行', partnerId, approvals },
    ...(partnerSignature && { partnerSignature: { ...partnerSignature } }),
  };
  await publishAsThief(bench, [
    { path: `apps/${appId}.json`, bytes: Buffer.from(pointer) },
    { path: `releases/${appId}/${digest}.json`, bytes: release.manifestBytes, custom },
  ]);
}

const signed = (by: TestPerson, { appId, digest }: { appId: string; digest: string }) => ({
  keyId: by.keyId,
  signature: by.sign(`portico-release-v1\n${appId}\n${digest}`),
});

const APP = 'com.example.known' as AppId;
const { partner } = bench;
const stranger = testPerson();

test('an honest release opens, and so does the thief’s who changes nothing', async () => {
  assert.equal(await opens(APP), true);
  const release = bench.submit({ appId: APP, version: '1.0.1' });
  await list(release, { partnerId: 'teahouse', partnerSignature: signed(partner, release) });
  assert.equal(await opens(APP), true);
  const resolution = await newContainer().resolveApp(APP, new Date());
  assert.equal(
    resolution.status === 'ready' && resolution.release.partnerName,
    '示例茶馆有限公司',
    'the thief wrote another',
  );
});

test('without the partner’s signature a release does not open, though two reviewers approved it', async () => {
  await list(bench.submit({ appId: APP, version: '1.0.2' }), { partnerId: 'teahouse' });
  assert.equal(await opens(APP, /not signed with a key of teahouse/), false);
});

test('nor with the partner’s signature of something else', async () => {
  const other = bench.submit({ appId: APP, version: '1.0.3' });
  await list(bench.submit({ appId: APP, version: '1.0.4' }), {
    partnerId: 'teahouse',
    partnerSignature: signed(partner, other),
  });
  assert.equal(await opens(APP, /does not match the release/), false);
});

test('nor with a stranger’s, under the stranger’s key or under the partner’s', async () => {
  const release = bench.submit({ appId: APP, version: '1.0.5' });
  const partnerSignature = signed(stranger, release);
  await list(release, { partnerId: 'teahouse', partnerSignature });
  assert.equal(await opens(APP, /not signed with a key of teahouse/), false);
  await list(release, { partnerId: 'teahouse', partnerSignature: { ...partnerSignature, keyId: partner.keyId } });
  assert.equal(await opens(APP, /does not match the release/), false);
});

test('nor with another partner’s, under either name: an app belongs to one partner', async () => {
  const release = bench.submit({ appId: APP, version: '1.0.6' });
  const partnerSignature = signed(noodles, release);
  await list(release, { partnerId: 'teahouse', partnerSignature });
  assert.equal(await opens(APP, /not signed with a key of teahouse/), false);
  await list(release, { partnerId: 'noodles', partnerSignature });
  assert.equal(await opens(APP, /does not list com\.example\.known as an app of noodles/), false);
});

/** Nothing of this is in the top-level role, whose key the thief does not have. */
async function listInBin(partnerId: string, key: TestPerson): Promise<void> {
  const entry = { partnerId, name: 'Ghost', appIds: [APP], keys: [{ keyId: key.keyId, publicKey: key.publicKey }] };
  const bytes = Buffer.from(canonicalJson({ partners: [entry] }));
  await publishAsThief(bench, [{ path: partnersPath(partnerId as PartnerId), bytes }]);
}
const rowsOf = (path: string) =>
  sql<{ role: string; sha256: string; length: number }>`
    SELECT role, sha256, length FROM trust.listed_targets WHERE path = ${path}`.execute(bench.platform.db);

test('nor as a partner that the online key lists itself, in a bin', async () => {
  const release = bench.submit({ appId: APP, version: '1.0.7' });
  await list(release, { partnerId: 'ghost', partnerSignature: signed(stranger, release) });
  const path = partnersPath('ghost' as PartnerId);
  const [honest] = (await rowsOf(path)).rows;
  await listInBin('ghost', stranger);
  assert.equal(await opens(APP, /does not list com\.example\.known as an app of ghost/), false);
  // A thief writes no rows; what the top-level role lists next must be the honest shard again.
  await sql`UPDATE trust.listed_targets SET role = 'targets', sha256 = ${honest?.sha256}, length = ${honest?.length}
    WHERE path = ${path}`.execute(bench.platform.db);
});

test('nor where the top-level role lists no such shard, as before there were any; a start publishes it', async () => {
  const release = bench.submit({ appId: APP, version: '1.0.8' });
  const shards = sql`DELETE FROM trust.listed_targets WHERE path LIKE 'partners/%'`;
  await shards.execute(bench.platform.db);
  const reviewers = await currentTarget(bench.platform.db, 'reviewers.json');
  await publishAsThief(bench, [{ role: 'targets', path: 'reviewers.json', bytes: reviewers ?? Buffer.alloc(0) }]);
  await list(release, { partnerId: 'ghost', partnerSignature: signed(stranger, release) });
  await listInBin('ghost', stranger);
  const resolution = await newContainer().resolveApp(APP, new Date());
  assert.deepEqual(resolution, { status: 'needs-network', code: 'ERR_TRUST_MISMATCH' });
  await shards.execute(bench.platform.db);

  await list(release, { partnerId: 'teahouse', partnerSignature: signed(partner, release) });
  await bench.startedAgain();
  for (const app of [APP, 'com.noodles.known' as AppId]) assert.equal(await opens(app), true, app);
});

test('a list of before, without names, opens nothing; a start puts the names in', async () => {
  const path = partnersPath('teahouse' as PartnerId);
  const { partners } = JSON.parse(Buffer.from((await currentTarget(bench.platform.db, path)) ?? '').toString());
  const bytes = Buffer.from(
    canonicalJson({ partners: partners.map(({ name: _name, ...of }: { name: string }) => of) }),
  );
  await publishAsThief(bench, [{ role: 'targets', path, bytes }]);
  assert.equal(await opens(APP, /does not name teahouse/), false);
  await bench.startedAgain();
  assert.equal(await opens(APP), true);
});

test('a partner registers another key, signs with it at once, and releases under both open', async () => {
  const next = testPerson();
  bench.partnerKeys.add('teahouse', next);
  const app = 'com.example.rotated' as AppId;
  await bench.publish({ appId: app });
  assert.equal(await opens(app), true);
  await bench.approved(bench.submit({ appId: app, version: '1.1.0' }, next));
  assert.equal(await opens(app), true, 'the new key’s');
  assert.equal(await opens('com.noodles.known' as AppId), true);
});

test('a retired key signs nothing new, and what it signed before goes on opening, after a restart too', async () => {
  const old = testPerson();
  bench.partnerKeys.add('teahouse', old);
  const app = 'com.example.retired' as AppId;
  await bench.approved(bench.submit({ appId: app }, old));
  bench.partnerKeys.retire(old.keyId);
  const late = bench.submit({ appId: app, version: '1.1.0' }, old);
  await bench.approved(late);
  assert.equal(await bench.trust.isApproved(late.digest), false);
  await bench.startedAgain();
  assert.equal(await opens(app), true);
});

test('what a stolen key signed stops opening, the partner’s other releases do not', async () => {
  const lost = testPerson();
  bench.partnerKeys.add('teahouse', lost);
  const app = 'com.example.stolen' as AppId;
  await bench.approved(bench.submit({ appId: app }, lost));
  assert.equal(await opens(app), true);
  await bench.partnerKeys.steal(lost.keyId);
  assert.equal(await opens(app, /not signed with a key of teahouse/), false);
  assert.equal(await opens('com.example.rotated' as AppId), true);
  await bench.startedAgain();
  assert.equal(await opens(app), false, 'and a restart does not bring the key back');
});

test('an app used before opens without network after its partner’s list changed', async () => {
  const app = 'com.example.offline' as AppId;
  await bench.publish({ appId: app });
  const store = createMemoryTrustStore();
  const container = newContainer(store);
  assert.equal((await container.resolveApp(app, new Date())).status, 'ready');
  await bench.publish({ appId: 'com.example.offline2' as AppId });
  await container.refresh(new Date());
  const offline = createAppTrust({
    ...{ origin, registryOrigin: bench.origin, store },
    fetch: () => Promise.reject(new TypeError('offline')),
  });
  assert.equal((await offline.resolveApp(app, new Date())).status, 'ready');
});
