import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { PartnerId } from '../sandbox/contract/index.ts';
import { createIdentity, migrations } from './identity/index.ts';
import { builtProgram } from './platform/testing/built.ts';
import { createTestPlatform } from './platform/testing/index.ts';

const bench = await createTestPlatform({ migrations });
const identity = createIdentity(bench.platform, { otpSender: { send: async () => undefined } });
bench.platform.outbox.on('identity.key-stolen', 'test-stolen', async ({ payload }) => void stolen.push(payload));
const stolen: unknown[] = [];
const app = await bench.buildApp([identity.routes]);
after(() => bench.close());

const newPublicKey = () => String(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x);

const program = await builtProgram(new URL('people.ts', import.meta.url));

/** As an operator types it, beside the running server. */
function people(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, DATABASE_URL: bench.ownerUrl, PORTICO_DATA_DIR: bench.platform.config.dataDir },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
async function done(...args: string[]): Promise<Record<string, string>> {
  const { code, out, err } = await people(...args);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}
const addKey = async (token: string | undefined) =>
  (
    await app.inject({
      ...{ method: 'POST', url: '/api/v1/partner/keys', payload: { publicKey: newPublicKey() } },
      headers: { host: '127.0.0.1', authorization: `Bearer ${token}` },
    })
  ).statusCode;
const asStaff = (token: string | undefined, role: 'reviewer' | 'operator') => {
  const request = { headers: { authorization: `Bearer ${token}` } } as Parameters<typeof identity.staff>[0];
  return identity.staff(request, role);
};

test('a partner is entered with apps, a key, a token and a webhook secret, and can go to work', async () => {
  const key = newPublicKey();
  const answer = await done(
    ...['add-partner', 'teahouse', '--name', '示例茶馆有限公司', '--key', key],
    ...['--app', 'com.teahouse.app', '--webhook', 'https://tea.example/hooks'],
  );
  const partner = await identity.partners.get('teahouse' as PartnerId);
  assert.equal(partner?.name, '示例茶馆有限公司');
  assert.deepEqual(partner?.webhookSecrets, [answer.webhookSecret]);
  assert.deepEqual((await identity.partners.key(answer.keyId ?? ''))?.uses, ['api', 'release']);
  assert.equal(await addKey(answer.token), 201);
  const replaced = await done('new-token', 'partner', 'teahouse');
  assert.deepEqual([await addKey(answer.token), await addKey(replaced.token)], [401, 201]);
  await done('add-app', 'teahouse', 'com.teahouse.second');
  const taken = await people('add-app', 'teahouse', 'com.teahouse.app');
  assert.equal(taken.code, 2);
  assert.match(taken.err, /com\.teahouse\.app belongs to somebody already/);
  assert.doesNotMatch(taken.err, /\n\s+at /);
});

test('reviewers and operators are entered, work, and leave', async () => {
  const operator = await done('add-staff', 'wang', '--role', 'operator');
  assert.deepEqual(await asStaff(operator.token, 'operator'), { staffId: 'wang' });
  await assert.rejects(asStaff(operator.token, 'reviewer'), { code: 'ERR_IDENTITY_ROLE_MISSING' });
  assert.equal((await people('add-staff', 'chen', '--role', 'reviewer')).code, 2, 'a reviewer needs a key');
  const reviewer = await done('add-staff', 'chen', '--role', 'reviewer', '--key', newPublicKey());
  const listed = async () => (await identity.staffKeys()).map(({ staffId }) => String(staffId)).includes('chen');
  assert.equal(await listed(), true);
  await done('retire-staff', 'chen');
  assert.equal(await listed(), false);
  await assert.rejects(asStaff(reviewer.token, 'reviewer'), { code: 'ERR_IDENTITY_TOKEN_REFUSED' });
});

test('a public key that starts with a dash is a key like any other', async () => {
  let key = newPublicKey();
  while (!key.startsWith('-')) key = newPublicKey();
  await done('add-staff', 'dash', '--key', key, '--role', 'reviewer');
  assert.ok((await identity.staffKeys()).some(({ publicKey }) => publicKey === key));
  const missing = await people('add-staff', 'dashless', '--role', 'reviewer', '--key', '-short');
  assert.equal(missing.code, 2);
  assert.match(missing.err, /'--key' argument is ambiguous/);
});

test('a key is retired, or reported stolen, which the registry is told of', async () => {
  const { keyId = '' } = await done('add-partner', 'noodles', '--name', 'Noodles Ltd', '--key', newPublicKey());
  await done('revoke-key', keyId);
  assert.equal(await identity.partners.key(keyId), undefined);
  assert.ok(await identity.partners.keyOnRecord(keyId), 'what it signed before goes on counting');
  assert.deepEqual(stolen, []);
  await done('revoke-key', keyId, '--stolen');
  await bench.settled();
  assert.equal(await identity.partners.keyOnRecord(keyId), undefined);
  assert.deepEqual(stolen, [{ keyId }]);
});

test('a wrong command says how, changes nothing, and everything done is in the audit trail', async () => {
  const wrong = await people('add-partner', 'Tea House!', '--name', 'x', '--key', newPublicKey());
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /ID is missing or malformed/);
  assert.match(wrong.err, /add-staff ID --role/);
  const half = await people('add-partner', 'half', '--name', 'Half', '--key', 'AAAA', '--app', 'com.half.app');
  assert.match(half.err, /not 32 bytes of Ed25519/);
  assert.equal(await identity.partners.get('half' as PartnerId), undefined);
  const lines = await sql<{ action: string; actor: string }>`SELECT DISTINCT action, actor FROM identity.audit
    WHERE actor LIKE 'system:%'`.execute(bench.platform.db);
  for (const action of ['partner.added', 'reviewer.added', 'staff.retired', 'key.stolen', 'token.issued']) {
    assert.ok(
      lines.rows.some((line) => line.action === action),
      action,
    );
  }
});
