import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createFileSigners } from './file-signers.ts';
import { createHighWaterMark } from './high-water-mark.ts';
import { createRepository } from './repository.ts';
import { createTrustBench, type TrustBench } from './testing/index.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'portico-restore-'));
after(() => rm(dataDir, { recursive: true, force: true }));

const tuf = async (bench: TrustBench, file: string) => (await fetch(`${bench.origin}/tuf/${file}`)).text();
const versions = async (bench: TrustBench) => {
  const timestamp = JSON.parse(await tuf(bench, 'timestamp.json')).signed;
  const snapshot = timestamp.meta['snapshot.json'].version;
  const { meta } = JSON.parse(await tuf(bench, `${snapshot}.snapshot.json`)).signed;
  return new Map<string, number>([
    ['timestamp', timestamp.version],
    ['snapshot', snapshot],
    ...Object.entries(meta as Record<string, { version: number }>).map(([name, line]): [string, number] => [
      name,
      line.version,
    ]),
  ]);
};

test('a database that lost everything goes on from the same root, with higher versions, and revokes again', async (t) => {
  const bench = await createTrustBench(undefined, { dataDir });
  t.after(() => bench.close());
  const { appId, digest } = await bench.publish();
  await bench.revoke({ digest, reason: 'revoked before the restore' });
  const before = { root: await tuf(bench, '1.root.json'), versions: await versions(bench) };
  await bench.close();

  const restored = await createTrustBench(undefined, { dataDir });
  t.after(() => restored.close());
  await restored.trust.prepare();
  assert.equal(await tuf(restored, '1.root.json'), before.root);
  const after = await versions(restored);
  for (const [role, version] of before.versions) {
    assert.ok((after.get(role) ?? 0) > version, `${role} went from ${version} to ${after.get(role)}`);
  }
  assert.equal((await restored.trust.revocation(appId, digest))?.reason, 'revoked before the restore');
  assert.equal(await restored.trust.isRevoked(appId, digest), true);
});

test('a database restored to an earlier day is published anew, above everything containers have seen', async (t) => {
  const bench = await createTrustBench();
  t.after(() => bench.close());
  await bench.publish({ version: '1.0.0' });
  const backup = await versions(bench);
  await bench.publish({ version: '1.1.0' });
  const seen = await versions(bench);
  const { db, config } = bench.platform;
  const day = String(backup.get('timestamp'));
  await sql`DELETE FROM trust.metadata WHERE version > ${day} AND role <> 'root'`.execute(db);
  const left = await sql<{ version: string }>`SELECT max(version) AS version FROM trust.metadata`.execute(db);
  assert.equal(left.rows[0]?.version, day, 'the database is back at the backup');
  const mark = createHighWaterMark(join(config.dataDir, 'trust', 'published-version'));
  await createRepository(bench.platform, createFileSigners(config), mark).prepare(async () => []);
  await bench.settled();
  for (const [role, version] of await versions(bench)) {
    assert.ok(version > (seen.get(role) ?? 0), `${role} is at ${version}, containers have seen ${seen.get(role)}`);
  }
});

test('a plain restart publishes nothing', async (t) => {
  const bench = await createTrustBench();
  t.after(() => bench.close());
  await bench.publish();
  const before = await versions(bench);
  const { config } = bench.platform;
  const mark = createHighWaterMark(join(config.dataDir, 'trust', 'published-version'));
  await createRepository(bench.platform, createFileSigners(config), mark).prepare(async () => []);
  assert.deepEqual(await versions(bench), before);
});

test('a start after a longer stop begins with a timestamp that counts', async (t) => {
  const bench = await createTrustBench();
  t.after(() => bench.close());
  await bench.trust.prepare();
  const before = JSON.parse(await tuf(bench, 'timestamp.json')).signed;
  const { config, db, notices } = bench.platform;
  const mark = createHighWaterMark(join(config.dataDir, 'trust', 'published-version'));
  const anHourLater = { now: () => new Date(Date.now() + 3_600_000) };
  await createRepository({ db, notices, clock: anHourLater }, createFileSigners(config), mark).prepare(async () => []);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const renewed = JSON.parse(await tuf(bench, 'timestamp.json')).signed;
  assert.ok(new Date(renewed.expires) > anHourLater.now());
  assert.equal(renewed.meta['snapshot.json'].version, before.meta['snapshot.json'].version);
});

test('keys are readable by their owner only, and a key that others can read is not used', async () => {
  const folder = join(dataDir, 'keys', 'trust');
  const keys = (await readdir(folder)).filter((name) => !name.includes('.root.'));
  assert.equal(keys.length, 7);
  for (const name of keys) assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
  await chmod(join(folder, 'snapshot.json'), 0o644);
  const signers = createFileSigners({ demo: true, dataDir });
  await assert.rejects(signers.roles(), { code: 'ERR_TRUST_KEY_UNUSABLE', message: /snapshot/ });
  await chmod(join(folder, 'snapshot.json'), 0o600);
  assert.ok(await signers.roles());
});

test('key files refuse to serve a bank', () => {
  assert.throws(() => createFileSigners({ demo: false, dataDir }), { code: 'ERR_TRUST_SIGNER_REFUSED' });
});

test('a second ceremony beside existing keys is refused', async () => {
  const signers = createFileSigners({ demo: true, dataDir });
  await assert.rejects(
    signers.createRoot(async () => new Uint8Array([1])),
    { code: 'ERR_TRUST_KEY_UNUSABLE' },
  );
  assert.equal((await signers.roots()).length, 1);
});

test('a ceremony that fails half-way leaves no keys behind', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'portico-ceremony-'));
  const signers = createFileSigners({ demo: true, dataDir: empty });
  await assert.rejects(
    signers.createRoot(async () => {
      throw new RangeError('power cut');
    }),
    RangeError,
  );
  assert.deepEqual(await signers.roots(), []);
  await assert.rejects(signers.roles(), { code: 'ERR_TRUST_KEY_UNUSABLE' });
  await signers.createRoot(async () => new Uint8Array([1]));
  assert.ok(await signers.roles());
  await rm(empty, { recursive: true, force: true });
});
