import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type FileDigest, PorticoError, type SubmissionId } from '../../sandbox/contract/index.ts';
import { createIdentity, migrations as identityMigrations } from '../identity/index.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import { readPackage } from './engine/index.ts';
import { type AppParts, appPackage } from './engine/testing/index.ts';
import { createPublishing, migrations } from './index.ts';
import { builtScanner } from './scanner/testing/index.ts';
import { NEXT_STATES, type SubmissionState } from './states.ts';

const bench = await createTestPlatform({ migrations: [...identityMigrations, ...migrations] });
after(() => bench.close());
const { platform } = bench;
const identity = createIdentity(platform);
const publishing = createPublishing(platform, { identity, scanner: await builtScanner() });
const app = await bench.buildApp([identity.routes, publishing.routes]);

interface DemoPartner {
  readonly id: string;
  readonly token: string;
  readonly keyId: string;
  readonly keyFile: string;
}
const demo = JSON.parse(await readFile(join(platform.config.dataDir, 'demo.json'), 'utf8')) as {
  partners: DemoPartner[];
};
const [partner] = demo.partners;
assert.ok(partner);
const key = createPrivateKey({ key: JSON.parse(await readFile(partner.keyFile, 'utf8')), format: 'jwk' });

let apps = 0;
const newAppId = () => `com.example.tea${++apps}`;
const packageOf = (appId: string, version: string, parts: AppParts = {}) =>
  appPackage({ ...parts, manifest: { app_id: appId, version: { name: version }, ...parts.manifest } });

async function submit(archive: Uint8Array, changes: { headers?: Record<string, string>; signed?: string } = {}) {
  const { release, digest } = await readPackage(archive);
  const text = changes.signed ?? `portico-release-v1\n${release.appId}\n${digest}`;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    payload: Buffer.from(archive),
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/zip',
      authorization: `Bearer ${partner?.token}`,
      'portico-key-id': partner?.keyId ?? '',
      'portico-release-signature': sign(null, Buffer.from(text), key).toString('base64url'),
      ...changes.headers,
    },
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function read(id: string) {
  const headers = { host: '127.0.0.1:8080', authorization: `Bearer ${partner?.token}` };
  return (await app.inject({ url: `/api/v1/submissions/${id}`, headers })).json();
}

async function settled(id: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    const now = await read(id);
    if (!['RECEIVED', 'VALIDATING', 'SCANNING'].includes(now.state)) return now;
    await sleep(100);
  }
  throw new Error('the scan took longer than 30 s');
}

/** Walks a submission to a state as the other modules would. */
async function walk(id: SubmissionId, ...states: SubmissionState[]) {
  for (const [index, to] of states.slice(1).entries()) {
    const from = states[index];
    assert.ok(from);
    await platform.db.transaction().execute((tx) => publishing.transition(tx, id, from, to, 'test'));
  }
}

test('a clean package is scanned and waits for review', async () => {
  const { status, body } = await submit(packageOf(newAppId(), '1.0.0'));
  assert.equal(status, 202);
  assert.equal(body.state, 'RECEIVED');
  const now = await settled(body.id);
  assert.equal(now.state, 'IN_REVIEW');
  assert.deepEqual(now.findings, []);
  assert.deepEqual(
    now.history.map((change: { state: string }) => change.state),
    ['RECEIVED', 'VALIDATING', 'SCANNING', 'IN_REVIEW'],
  );
});

test('a package with an error finding is rejected, and the partner reads why', async () => {
  const { body } = await submit(packageOf(newAppId(), '1.0.0', { files: { 'app.js': 'eval("1")' } }));
  const now = await settled(body.id);
  assert.equal(now.state, 'REJECTED');
  assert.equal(now.findings[0].rule, 'code/eval');
  assert.equal(now.findings[0].file, 'app.js');
});

test('code that brings the parser down rejects its package and not the server', async () => {
  const { body } = await submit(packageOf(newAppId(), '1.0.0', { files: { 'app.js': '('.repeat(60_000) } }));
  const now = await settled(body.id);
  assert.equal(now.state, 'REJECTED');
  assert.equal(now.findings[0].rule, 'engine/scanner');
  assert.equal((await submit(packageOf(newAppId(), '1.0.0'))).status, 202);
});

test('the same release sent again is the same submission', async () => {
  const archive = packageOf(newAppId(), '1.0.0');
  const first = await submit(archive);
  const again = await submit(archive);
  assert.equal(again.status, 202);
  assert.equal(again.body.id, first.body.id);
  const both = await Promise.all([
    submit(packageOf('com.example.race', '1.0.0')),
    submit(packageOf('com.example.race', '1.0.0')),
  ]);
  assert.equal(both[0].body.id, both[1].body.id);
});

test('a version must be greater than the latest', async () => {
  const appId = newAppId();
  await submit(packageOf(appId, '1.10.0'));
  const lower = await submit(packageOf(appId, '1.9.0'));
  assert.equal(lower.status, 409);
  assert.equal(lower.body.code, 'ERR_PUBLISHING_VERSION');
  assert.equal((await submit(packageOf(appId, '1.10.0', { files: { 'app.js': '2' } }))).status, 409);
  assert.equal((await submit(packageOf(appId, '1.11.0'))).status, 202);
});

test('a signature over anything else, or by another key, is refused', async () => {
  const archive = packageOf(newAppId(), '1.0.0');
  const { digest } = await readPackage(archive);
  const other = await submit(archive, { signed: `portico-release-v1\ncom.example.other\n${digest}` });
  assert.equal(other.body.code, 'ERR_PUBLISHING_SIGNATURE');
  const approval = await submit(archive, { signed: `portico-approval-v1\ncom.example.tea\n${digest}` });
  assert.equal(approval.body.code, 'ERR_PUBLISHING_SIGNATURE');
  const unknown = await submit(archive, { headers: { 'portico-key-id': '0'.repeat(32) } });
  assert.equal(unknown.body.code, 'ERR_PUBLISHING_RELEASE_KEY');
});

test('without a token nothing is read', async () => {
  const { status } = await submit(packageOf(newAppId(), '1.0.0'), { headers: { authorization: 'Bearer nobody' } });
  assert.equal(status, 401);
});

test('a body that is no package by its type is refused', async () => {
  const archive = await packageOf(newAppId(), '1.0.0');
  for (const type of ['text/plain', 'application/octet-stream']) {
    const { body } = await submit(archive, { headers: { 'content-type': type } });
    assert.equal(body.code, 'ERR_PLATFORM_MEDIA_TYPE', type);
  }
});

test('more than 20 MB is refused', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    payload: Buffer.alloc(21 * 1024 * 1024),
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/zip',
      authorization: `Bearer ${partner.token}`,
      'portico-key-id': partner.keyId,
      'portico-release-signature': 'A'.repeat(86),
    },
  });
  assert.equal(answer.statusCode, 413);
});

test('another partner’s submission does not exist for you', async () => {
  const { body } = await submit(packageOf(newAppId(), '1.0.0'));
  const answer = await app.inject({
    url: `/api/v1/submissions/${body.id.replace(/^./, (digit: string) => (digit === 'a' ? 'b' : 'a'))}`,
    headers: { host: '127.0.0.1:8080', authorization: `Bearer ${partner.token}` },
  });
  assert.equal(answer.statusCode, 404);
});

test('files are servable from signing on, and no longer once the release is revoked', async () => {
  const archive = packageOf(newAppId(), '1.0.0', { files: { 'only-here.txt': 'unique words' } });
  const { release } = await readPackage(archive);
  const file = release.files.find(({ path }) => path === 'only-here.txt')?.digest as FileDigest;
  const { body } = await submit(archive);
  await settled(body.id);
  assert.equal(await publishing.isServable(file), false);
  await walk(body.id, 'IN_REVIEW', 'SECOND_APPROVAL', 'SIGNED');
  assert.deepEqual(await publishing.servableFile(file), { type: 'text/plain', size: 12 });
  assert.deepEqual(Buffer.from((await platform.blobs.read(file)) ?? []).toString(), 'unique words');
  await walk(body.id, 'SIGNED', 'REVOKED');
  assert.equal(await publishing.isServable(file), false);
});

test('a release that goes live supersedes the one before it', async () => {
  const appId = newAppId();
  const toLive = ['IN_REVIEW', 'SECOND_APPROVAL', 'SIGNED', 'ROLLING', 'LIVE'] as const;
  const ids: SubmissionId[] = [];
  for (const version of ['1.0.0', '1.1.0']) {
    const { body } = await submit(packageOf(appId, version));
    await settled(body.id);
    await walk(body.id, ...toLive);
    ids.push(body.id);
  }
  const states = await Promise.all(ids.map(async (id) => (await publishing.submission(id))?.state));
  assert.deepEqual(states, ['SUPERSEDED', 'LIVE']);
});

test('a transition that happened already is said so; any other start is refused', async () => {
  const { body } = await submit(packageOf(newAppId(), '1.0.0'));
  await settled(body.id);
  await walk(body.id, 'IN_REVIEW', 'SECOND_APPROVAL');
  const again = await platform.db
    .transaction()
    .execute((tx) => publishing.transition(tx, body.id, 'IN_REVIEW', 'SECOND_APPROVAL', 'test'));
  assert.equal(again, 'already');
  await assert.rejects(walk(body.id, 'SIGNED', 'ROLLING'), { code: 'ERR_PUBLISHING_STATE' });
});

test('the database knows exactly the steps of the table', async () => {
  const states = Object.keys(NEXT_STATES) as SubmissionState[];
  for (const from of states) {
    for (const to of states) {
      const answer = await sql<{ step: boolean }>`SELECT publishing.is_step(${from}, ${to}) AS step`.execute(
        platform.db,
      );
      const listed: readonly string[] = NEXT_STATES[from];
      assert.equal(answer.rows[0]?.step, listed.includes(to), `${from} → ${to}`);
    }
  }
});

test('the database refuses a state set by hand, a false step, and a change of what was submitted', async () => {
  const { body } = await submit(packageOf(newAppId(), '1.0.0'));
  await settled(body.id);
  const { db } = platform;
  await assert.rejects(
    sql`UPDATE publishing.submissions SET state = 'LIVE' WHERE id = ${body.id}`.execute(db),
    /state_changes/,
  );
  await assert.rejects(
    sql`INSERT INTO publishing.state_changes (submission_id, from_state, state, at, by)
        VALUES (${body.id}, 'IN_REVIEW', 'LIVE', now(), 'x')`.execute(db),
    /no step/,
  );
  await assert.rejects(
    sql`UPDATE publishing.submissions SET digest = ${'0'.repeat(64)} WHERE id = ${body.id}`.execute(db),
    /does not change/,
  );
  await assert.rejects(sql`UPDATE publishing.state_changes SET by = 'x'`.execute(db), /permission denied|insert-only/);
  await assert.rejects(sql`DELETE FROM publishing.submissions`.execute(db), /kept/);
});

test('the schema of manifests is published', async () => {
  const answer = await app.inject({ url: '/schemas/manifest.json', headers: { host: '127.0.0.1:8080' } });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.json().$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(answer.json().properties.portico.properties.domains);
});

test('an unreadable package is refused with a code and stored nowhere', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    payload: Buffer.from('hello'),
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/zip',
      authorization: `Bearer ${partner.token}`,
      'portico-key-id': partner.keyId,
      'portico-release-signature': 'A'.repeat(86),
    },
  });
  assert.equal(answer.statusCode, 422);
  assert.equal(answer.json().code, 'ERR_PACKAGE_NOT_ZIP');
  assert.ok(new PorticoError('ERR_PACKAGE_NOT_ZIP').entry.fix);
});
