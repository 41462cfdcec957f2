import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keyIdOf, parsePrivateJwk, parsePublicKey, privateJwkFromSeed, signEd25519, verifyEd25519 } from './ed25519.ts';
import { readOrCreatePrivateKey, writeOnce } from './key-files.ts';
import { secretsFrom } from './secrets.ts';
import { createSigningKeys } from './signing-keys.ts';

const random = {
  bytes: (length: number) => new Uint8Array(randomBytes(length)),
  uuid: () => crypto.randomUUID(),
  token: (bytes: number) => randomBytes(bytes).toString('base64url'),
};
const folder = await mkdtemp(join(tmpdir(), 'portico-keys-'));
after(() => rm(folder, { recursive: true, force: true }));
const newKey = () => privateJwkFromSeed(random.bytes(32));

test('the first test vector of RFC 8032 comes out', () => {
  const jwk = privateJwkFromSeed(
    Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
  );
  assert.equal(
    Buffer.from(jwk.x, 'base64url').toString('hex'),
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  assert.equal(jwk.kid, keyIdOf(jwk.x));
  const signature = Buffer.from(signEd25519(jwk, ''), 'base64url').toString('hex');
  assert.match(signature, /^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215/);
});

test('what was not signed does not verify, and malformed signatures are just wrong', () => {
  const jwk = newKey();
  const signature = signEd25519(jwk, 'text');
  assert.equal(verifyEd25519(jwk.x, 'text', signature), true);
  assert.equal(verifyEd25519(jwk.x, 'texts', signature), false);
  assert.equal(verifyEd25519(newKey().x, 'text', signature), false);
  for (const wrong of ['', 'AAAA', `${signature}=`, signature.slice(1)])
    assert.equal(verifyEd25519(jwk.x, 'text', wrong), false);
});

test('keys are read strictly', () => {
  const jwk = newKey();
  assert.deepEqual(parsePrivateJwk(JSON.parse(JSON.stringify(jwk))), jwk);
  assert.equal(parsePrivateJwk({ ...jwk, x: newKey().x }), undefined, 'halves of two keys');
  assert.equal(parsePrivateJwk({ ...jwk, d: 'AAAA' }), undefined);
  assert.equal(parsePrivateJwk(null), undefined);
  assert.equal(parsePublicKey(jwk.x), jwk.x);
  assert.equal(parsePublicKey(`${'A'.repeat(42)}B`), undefined, 'not the canonical base64url');
});

test('a key under which signatures of nobody verify is no key', () => {
  const neutral = Buffer.from([1, ...new Uint8Array(31)]);
  const forged = Buffer.concat([neutral, new Uint8Array(32)]).toString('base64url');
  assert.equal(verifyEd25519(neutral.toString('base64url'), 'whatever', forged), true, 'which is why');
  for (const weak of [
    neutral.toString('hex'),
    '00'.repeat(32),
    `${'00'.repeat(31)}80`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    `ec${'ff'.repeat(30)}7f`,
    // Not reduced, and not on the curve.
    `ee${'ff'.repeat(30)}7f`,
    `02${'00'.repeat(31)}`,
  ]) {
    assert.equal(parsePublicKey(Buffer.from(weak, 'hex').toString('base64url')), undefined, weak);
  }
});

test('processes that start together end up with the same key', async () => {
  const path = join(folder, 'deep', 'key.json');
  const keys = await Promise.all(
    Array.from({ length: 8 }, () => readOrCreatePrivateKey(path, { random, create: true })),
  );
  assert.equal(new Set(keys.map(({ kid }) => kid)).size, 1);
  assert.deepEqual(await readdir(join(folder, 'deep')), ['key.json'], 'no drafts are left behind');
});

test('a missing key is made in a demo only, and a broken one never replaced', async () => {
  await assert.rejects(readOrCreatePrivateKey(join(folder, 'none.json'), { random, create: false }), {
    code: 'ERR_IDENTITY_KEY_FILE',
  });
  await writeOnce(join(folder, 'broken.json'), '{"kty":"OKP"}', random);
  await assert.rejects(readOrCreatePrivateKey(join(folder, 'broken.json'), { random, create: true }), {
    code: 'ERR_IDENTITY_KEY_FILE',
  });
});

test('a sealed value opens for its own purpose, whole, under the same key', () => {
  const secrets = secretsFrom(randomBytes(32), random);
  const sealed = secrets.seal('whsec_x', 'webhook-secret:tea');
  assert.equal(secrets.open(sealed, 'webhook-secret:tea'), 'whsec_x');
  assert.throws(() => secrets.open(sealed, 'webhook-secret:cinema'));
  assert.throws(() => secretsFrom(randomBytes(32), random).open(sealed, 'webhook-secret:tea'));
  sealed[15] = (sealed[15] ?? 0) ^ 1;
  assert.throws(() => secrets.open(sealed, 'webhook-secret:tea'));
});

test('service tokens verify by alg, key, typ and time, all of them', async () => {
  let now = new Date('2030-01-01T00:00:00Z');
  const [current, former] = [newKey(), newKey()];
  const keys = createSigningKeys(async () => [current, former], { now: () => now });
  const exp = now.getTime() / 1000 + 60;
  const token = await keys.sign({ orderId: '1', exp }, { typ: 'order' });
  assert.deepEqual(await keys.verify(token, { typ: 'order' }), { orderId: '1', exp });
  assert.equal(await keys.verify(token, { typ: 'identity' }), undefined);

  const rotated = createSigningKeys(async () => [newKey(), current], { now: () => now });
  assert.ok(await rotated.verify(token, { typ: 'order' }), 'a token of the former key is still good');
  const gone = createSigningKeys(async () => [newKey()], { now: () => now });
  assert.equal(await gone.verify(token, { typ: 'order' }), undefined);

  const [header = '', payload = '', signature = ''] = token.split('.');
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const confused = `${part({ alg: 'HS256', kid: current.kid, typ: 'order' })}.${payload}`;
  const mac = createHmac('sha256', Buffer.from(current.x, 'base64url')).update(confused).digest('base64url');
  for (const forged of [
    `${part({ alg: 'none', typ: 'order' })}.${payload}.`,
    `${confused}.${mac}`,
    `${header}.${part({ orderId: '2', exp })}.${signature}`,
    `${header}.${payload}`,
    '',
  ]) {
    assert.equal(await keys.verify(forged, { typ: 'order' }), undefined, forged);
  }
  now = new Date(exp * 1000);
  assert.equal(await keys.verify(token, { typ: 'order' }), undefined, 'expired');
  assert.deepEqual(
    (await keys.jwks()).keys.map(({ kid }) => kid),
    [current.kid, former.kid],
  );
  assert.ok(!JSON.stringify(await keys.jwks()).includes(current.d));
});
