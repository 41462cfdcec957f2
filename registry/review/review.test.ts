import assert from 'node:assert/strict';
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { createIdentity, migrations as identityMigrations } from '../identity/index.ts';
import type { OutboxEvent } from '../platform/platform.ts';
import { createTestPlatform } from '../platform/testing/index.ts';
import { appPackage, readPackage } from '../publishing/engine/testing/index.ts';
import { createPublishing, migrations as publishingMigrations } from '../publishing/index.ts';
import { builtScanner } from '../publishing/scanner/testing/index.ts';
import { createReview, migrations } from './index.ts';

const bench = await createTestPlatform({ migrations: [...identityMigrations, ...publishingMigrations, ...migrations] });
after(() => bench.close());
const { platform } = bench;
const identity = createIdentity(platform);
const publishing = createPublishing(platform, { identity, scanner: await builtScanner() });
const review = createReview(platform, { identity, publishing });
const approved: OutboxEvent[] = [];
platform.outbox.on('review.approved', 'test.listener', async (event) => void approved.push(event));
const app = await bench.buildApp([identity.routes, publishing.routes, review.routes]);

interface Person {
  readonly id: string;
  readonly token: string;
  readonly keyId: string;
  readonly keyFile: string;
}
interface Demo {
  readonly partners: readonly [Person];
  readonly reviewers: readonly [Person, Person];
  readonly operators: readonly [Person];
}
const demo = JSON.parse(await readFile(join(platform.config.dataDir, 'demo.json'), 'utf8')) as Demo;
const [partner] = demo.partners;
const [lin, zhao] = demo.reviewers;
const [operator] = demo.operators;

const keyOf = async ({ keyFile }: Person): Promise<KeyObject> =>
  createPrivateKey({ key: JSON.parse(await readFile(keyFile, 'utf8')), format: 'jwk' });
const signed = async (person: Person, text: string) =>
  sign(null, Buffer.from(text), await keyOf(person)).toString('base64url');

async function call(person: Person, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { host: '127.0.0.1:8080', authorization: `Bearer ${person.token}` };
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
}

let apps = 0;
/** Submits a new app and waits until it is in review. */
async function submission() {
  const appId = `com.example.review${++apps}`;
  const archive = appPackage({ manifest: { app_id: appId } });
  const { digest } = await readPackage(archive);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    payload: Buffer.from(archive),
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/zip',
      authorization: `Bearer ${partner.token}`,
      'portico-key-id': partner.keyId,
      'portico-release-signature': await signed(partner, `portico-release-v1\n${appId}\n${digest}`),
    },
  });
  const { id } = answer.json();
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await publishing.submission(id))?.state === 'IN_REVIEW') return { id, appId, digest };
    await sleep(50);
  }
  throw new Error('the scan did not end');
}

async function approve(
  person: Person,
  { id, appId, digest }: { id: string; appId: string; digest: string },
  changes = {},
) {
  const signature = await signed(person, `portico-approval-v1\n${appId}\n${digest}`);
  return call(person, 'POST', `/api/v1/review/submissions/${id}/approve`, {
    digest,
    keyId: person.keyId,
    signature,
    ...changes,
  });
}

test('two reviewers approve, and the approvals travel with the event', async () => {
  const given = await submission();
  const first = await approve(lin, given);
  assert.deepEqual([first.status, first.body.state, first.body.approvedBy], [200, 'SECOND_APPROVAL', [lin.id]]);
  const second = await approve(zhao, given);
  assert.deepEqual(second.body.approvedBy, [lin.id, zhao.id]);
  await bench.settled();
  const event = approved.find(({ key }) => key === given.appId);
  const payload = event?.payload as { digest: string; submissionId: string; approvals: { staffId: string }[] };
  assert.equal(payload.digest, given.digest);
  assert.equal(payload.submissionId, given.id);
  assert.deepEqual(
    payload.approvals.map(({ staffId }) => staffId),
    [lin.id, zhao.id],
  );
  assert.deepEqual(
    (await review.approvals(given.digest as never)).map(({ staffId }) => staffId),
    [lin.id, zhao.id],
  );
});

test('one person approving twice counts once', async () => {
  const given = await submission();
  await approve(lin, given);
  const again = await approve(lin, given);
  assert.equal(again.body.code, 'ERR_REVIEW_SAME_PERSON');
  await bench.settled();
  assert.equal(
    approved.some(({ key }) => key === given.appId),
    false,
  );
});

test('both reviewers at the same moment are one first and one second approval', async () => {
  const given = await submission();
  const answers = await Promise.all([approve(lin, given), approve(zhao, given)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  assert.equal((await review.approvals(given.digest as never)).length, 2);
});

test('an approval is for one digest, signed by that reviewer’s own key', async () => {
  const given = await submission();
  assert.equal((await approve(lin, { ...given, digest: 'f'.repeat(64) })).body.code, 'ERR_REVIEW_DIGEST');
  const borrowed = await signed(zhao, `portico-approval-v1\n${given.appId}\n${given.digest}`);
  assert.equal((await approve(lin, given, { signature: borrowed })).body.code, 'ERR_REVIEW_SIGNATURE');
  assert.equal(
    (await approve(lin, given, { signature: borrowed, keyId: zhao.keyId })).body.code,
    'ERR_REVIEW_SIGNATURE',
  );
  const release = await signed(lin, `portico-release-v1\n${given.appId}\n${given.digest}`);
  assert.equal((await approve(lin, given, { signature: release })).body.code, 'ERR_REVIEW_SIGNATURE');
});

test('partners and operators do not review', async () => {
  const given = await submission();
  assert.equal((await approve(partner, given)).status, 401);
  assert.ok([401, 403].includes((await call(operator, 'GET', '/api/v1/review/queue')).status));
});

test('the queue shows what waits, and a decided submission leaves it', async () => {
  const given = await submission();
  const ids = async () =>
    (await call(lin, 'GET', '/api/v1/review/queue')).body.submissions.map(({ id }: { id: string }) => id);
  assert.ok((await ids()).includes(given.id));
  const full = await call(lin, 'GET', `/api/v1/review/submissions/${given.id}`);
  assert.equal(full.body.manifest.appId, given.appId);
  await approve(lin, given);
  assert.ok((await ids()).includes(given.id));
  await approve(zhao, given);
  assert.equal((await ids()).includes(given.id), false);
});

test('a reviewer reads every file before anything is signed, and none of it can act', async () => {
  const given = await submission();
  const { files } = (await call(lin, 'GET', `/api/v1/review/submissions/${given.id}`)).body;
  assert.ok(files.some(({ type }: { type: string }) => type === 'text/html'));
  assert.ok(files.some(({ type }: { type: string }) => type === 'text/javascript'));
  assert.ok(files.some(({ type }: { type: string }) => type.startsWith('image/')));
  const base = `/api/v1/review/submissions/${given.id}/files`;
  const read = ({ token }: Person, path: string) =>
    app.inject({ url: `${base}/${path}`, headers: { host: '127.0.0.1:8080', authorization: `Bearer ${token}` } });
  for (const { path, size, digest, type } of files) {
    const { statusCode, headers, rawPayload } = await read(lin, path);
    assert.equal(statusCode, 200, path);
    assert.equal(createHash('sha256').update(rawPayload).digest('hex'), digest);
    assert.equal(rawPayload.length, size);
    const isText = type.startsWith('text/') || type === 'image/svg+xml' || type === 'application/json';
    assert.equal(headers['content-type'], isText ? 'text/plain; charset=utf-8' : 'application/octet-stream');
    assert.equal(headers['content-disposition'], isText ? 'inline' : 'attachment');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /^sandbox; default-src 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
  }
  for (const person of [partner, operator]) assert.ok([401, 403].includes((await read(person, 'app.js')).statusCode));
  assert.equal((await app.inject({ url: `${base}/app.js`, headers: { host: '127.0.0.1:8080' } })).statusCode, 401);
  for (const path of ['none.js', '../review.ts', '..%2f..%2fetc%2fpasswd', '']) {
    assert.equal((await read(lin, path)).statusCode, 404, path);
  }
  const other = await submission();
  assert.equal((await read(lin, `../../${other.id}/files/none.js`)).statusCode, 404);
});

test('a rejected submission tells the partner why and is not approved any more; an approved one is not rejected', async () => {
  const refused = await submission();
  const answer = await call(lin, 'POST', `/api/v1/review/submissions/${refused.id}/reject`, {
    reason: 'misleading name',
  });
  assert.equal(answer.body.state, 'REJECTED');
  const { history } = (await call(partner, 'GET', `/api/v1/submissions/${refused.id}`)).body;
  const { state, by, reason } = history.at(-1);
  assert.deepEqual([state, by, reason], ['REJECTED', 'bank', 'misleading name'], 'the partner reads why, not who');
  assert.equal((await approve(zhao, refused)).body.code, 'ERR_REVIEW_STATE');

  const taken = await submission();
  await approve(lin, taken);
  await approve(zhao, taken);
  const late = await call(lin, 'POST', `/api/v1/review/submissions/${taken.id}/reject`, { reason: 'too late' });
  assert.equal(late.body.code, 'ERR_REVIEW_STATE');
  const withdrawn = await call(partner, 'POST', `/api/v1/submissions/${taken.id}/withdraw`);
  assert.equal(withdrawn.body.code, 'ERR_PUBLISHING_STATE');
});

test('a reviewer who belongs to the partner is refused', async () => {
  const given = await submission();
  const entered = await call(operator, 'POST', '/api/v1/review/affiliations', {
    staffId: zhao.id,
    partnerId: partner.id,
  });
  assert.equal(entered.status, 204);
  assert.equal((await approve(zhao, given)).body.code, 'ERR_REVIEW_AFFILIATED');
  assert.equal((await approve(lin, given)).status, 200);
});

test('the database signs nothing that two people did not approve, whatever code asks', async () => {
  const given = await submission();
  const { db } = platform;
  const step = (from: string, to: string) =>
    sql`INSERT INTO publishing.state_changes (submission_id, from_state, state, at, by)
        VALUES (${given.id}, ${from}, ${to}, now(), 'attacker')`.execute(db);
  await assert.rejects(step('IN_REVIEW', 'SECOND_APPROVAL'), /0 approvals/);
  await approve(lin, given);
  await assert.rejects(step('SECOND_APPROVAL', 'SIGNED'), /1 approvals/);
  const forge = (staffId: string, keyId: string, digest: string) =>
    sql`INSERT INTO review.approvals (submission_id, digest, ordinal, staff_id, key_id, signature, at)
        VALUES (${given.id}, ${digest}, 2, ${staffId}, ${keyId}, 'x', now())`.execute(db);
  await assert.rejects(forge(lin.id, 'another-key', given.digest), /approvals_two_people/);
  await assert.rejects(forge('somebody', lin.keyId, given.digest), /approvals_two_keys/);
  await assert.rejects(forge('somebody', 'key', 'f'.repeat(64)), /another release/);
  await assert.rejects(forge(partner.id, 'key', given.digest), /belongs to/);
  await assert.rejects(sql`DELETE FROM review.approvals`.execute(db), /permission denied|insert-only/);
});

test('every decision leaves an audit line in the same transaction', async () => {
  const given = await submission();
  await approve(lin, given);
  await approve(lin, given);
  const lines = await sql<{ actor: string; action: string }>`
    SELECT actor, action FROM review.audit WHERE submission_id = ${given.id} ORDER BY id`.execute(platform.db);
  assert.deepEqual(lines.rows, [{ actor: `staff:${lin.id}`, action: 'release.approved' }]);
});
