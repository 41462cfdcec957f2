import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { parsePartnerId } from '../../../sandbox/contract/index.ts';
import { createTestPlatform } from '../../platform/testing/index.ts';
import { createIdentity, migrations } from '../index.ts';
import { parsePrivateJwk, signEd25519, verifyEd25519 } from '../keys/ed25519.ts';
import type { DemoFile } from './demo-file.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'portico-demo-'));
after(() => rm(dataDir, { recursive: true, force: true }));
const path = join(dataDir, 'demo.json');
const readDemo = async () => JSON.parse(await readFile(path, 'utf8')) as DemoFile;

async function start(config = {}) {
  const bench = await createTestPlatform({ migrations, config: { dataDir, ...config } });
  const identity = createIdentity(bench.platform, { otpSender: { send: async () => undefined } });
  const app = await bench.buildApp([identity.routes]);
  return { bench, identity, app };
}

const { bench, identity } = await start();
after(() => bench.close());
const demo = await readDemo();

test('demo.json names everybody, and only its owner can read it and the keys', async () => {
  assert.deepEqual(
    {
      partners: demo.partners.map(({ id }) => id),
      reviewers: demo.reviewers.map(({ id }) => id),
      operators: demo.operators.map(({ id }) => id),
    },
    { partners: ['cityparking'], reviewers: ['lin', 'zhao'], operators: ['wu'] },
  );
  await identity.signingKeys.jwks();
  const keyFiles = [...demo.partners, ...demo.reviewers].map(({ keyFile }) => keyFile);
  for (const file of [
    path,
    ...keyFiles,
    join(dataDir, 'keys', 'identity', 'secrets.key'),
    join(dataDir, 'keys', 'identity', 'service.json'),
  ]) {
    assert.equal((await stat(file)).mode & 0o777, 0o600, file);
  }
});

test('the partner of demo.json is the one the registry knows', async () => {
  const [partner] = demo.partners;
  assert.ok(partner);
  const id = parsePartnerId(partner.id);
  assert.ok(id);
  assert.deepEqual(await identity.partners.get(id), {
    id,
    name: '城市停车有限公司',
    webhookUrl: 'https://parking.example/webhooks/portico',
    webhookSecrets: [partner.webhookSecret],
  });
  const jwk = parsePrivateJwk(JSON.parse(await readFile(partner.keyFile, 'utf8')));
  const key = await identity.partners.key(partner.keyId);
  assert.ok(jwk && key);
  assert.deepEqual(key.uses, ['api', 'release']);
  assert.ok(verifyEd25519(key.publicKey, 'text', signEd25519(jwk, 'text')));
});

test('both reviewers have approval keys', async () => {
  const keys = await identity.staffKeys();
  assert.deepEqual(
    keys.map(({ staffId, keyId }) => ({ staffId, keyId })),
    demo.reviewers.map(({ id, keyId }) => ({ staffId: id, keyId })),
  );
});

test('webhook secrets, tokens and codes cannot be read from the database', async () => {
  const { rows } = await sql<{ all: string }>`
    select string_agg(t::text, ' ') as all from (
      select row_to_json(w)::text as t from identity.webhook_secrets w union all select row_to_json(k)::text from identity.tokens k
    ) everything`.execute(bench.platform.db);
  const text = rows[0]?.all ?? '';
  assert.ok(text.length > 0);
  const secrets = [...demo.partners, ...demo.reviewers, ...demo.operators, ...demo.services].map(({ token }) => token);
  for (const secret of [...secrets, ...demo.partners.map(({ webhookSecret }) => webhookSecret)]) {
    assert.ok(!text.includes(secret) && !text.includes(Buffer.from(secret).toString('hex')));
  }
});

test('audit rows and openids are added and never changed', async () => {
  for (const statement of [
    'update identity.audit set actor = $$x$$',
    'delete from identity.audit',
    'delete from identity.openids',
  ]) {
    await assert.rejects(sql.raw(statement).execute(bench.platform.db), /insert-only|permission denied/, statement);
  }
});

test('an installation that is no demo makes no people, and does not invent keys', async () => {
  const real = await createTestPlatform({
    migrations,
    config: { demo: false, embeddedIssuer: false, issuerOrigin: 'https://login.bank.example' },
  });
  const production = createIdentity(real.platform);
  await real.buildApp([production.routes]);
  assert.deepEqual(await production.staffKeys(), []);
  await assert.rejects(production.signingKeys.jwks(), { code: 'ERR_IDENTITY_KEY_FILE' });
  await real.close();
});

test('an embedded issuer with nobody to deliver codes does not start', async () => {
  const config = { ...bench.platform.config, demo: false };
  assert.throws(() => createIdentity({ ...bench.platform, config }), { code: 'ERR_IDENTITY_OTP_SENDER' });
});

test('starting again, even on a new database, keeps every credential', async () => {
  const keysBefore = await identity.staffKeys();
  await bench.close();
  const again = await start();
  assert.deepEqual(await readDemo(), demo);
  assert.deepEqual(await again.identity.staffKeys(), keysBefore);
  await again.bench.close();
});
