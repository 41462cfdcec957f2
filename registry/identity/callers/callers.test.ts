import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import type { PartnerId } from '../../../sandbox/contract/index.ts';
import { privateJwkFromSeed } from '../keys/ed25519.ts';
import { addPartner, type SignedCall, signedHeaders } from '../testing/partner.ts';
import { startTestRegistry } from '../testing/registry.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const { identity, demo, test: bench } = registry;
const tea = await addPartner(registry, 'teahouse');
const newPublicKey = () => privateJwkFromSeed(bench.platform.random.bytes(32)).x;

async function send(options: InjectOptions): Promise<string | number> {
  const answer = await registry.app.inject({ ...options, headers: { host: '127.0.0.1', ...options.headers } });
  return answer.statusCode < 300 ? answer.statusCode : answer.json().code;
}
const addKey = (authorization: string, publicKey = newPublicKey()) =>
  send({ method: 'POST', url: '/api/v1/partner/keys', headers: { authorization }, payload: { publicKey } });

const target = { method: 'POST', url: '/api/v1/identity/introspect?x=1' } as const;
const BODY = '{"session":"none"}';
function signed(call: Partial<SignedCall> = {}, sent: { body?: string; url?: string } = {}, key = tea.key) {
  const at = bench.platform.clock.now();
  const headers = signedHeaders(key, { ...target, body: BODY, at, ...call });
  return send({ method: 'POST', url: sent.url ?? target.url, headers, payload: sent.body ?? BODY });
}

test('a partner’s token registers a key that can sign releases and nothing else', async () => {
  const publicKey = newPublicKey();
  assert.equal(await addKey(`Bearer ${tea.token}`, publicKey), 201);
  assert.equal(await addKey(`Bearer ${tea.token}`, publicKey), 'ERR_IDENTITY_KEY_TAKEN');
  const uses = await Promise.all(
    [tea.key, tea.releaseKey].map(async ({ kid }) => (await identity.partners.key(kid))?.uses),
  );
  assert.deepEqual(uses, [['api'], ['release']]);
});

test('a token without the scope, of the wrong kind, unknown or mangled is refused', async () => {
  const [staff] = demo.operators;
  assert.equal(await addKey(''), 'ERR_IDENTITY_TOKEN_REFUSED');
  assert.equal(await addKey(`Bearer pt_${'a'.repeat(43)}`), 'ERR_IDENTITY_TOKEN_REFUSED');
  assert.equal(await addKey(`Bearer ${staff?.token}`), 'ERR_IDENTITY_TOKEN_REFUSED');
  assert.equal(await addKey(`bearer ${tea.token}`), 'ERR_IDENTITY_TOKEN_REFUSED');
  assert.equal(await addKey(`Bearer ${tea.token}x`), 'ERR_IDENTITY_TOKEN_REFUSED');
});

test('what is not an Ed25519 key is refused', async () => {
  for (const publicKey of ['', 'AAAA', `${newPublicKey()}=`, `${'A'.repeat(42)}B`]) {
    assert.equal(await addKey(`Bearer ${tea.token}`, publicKey), 'ERR_IDENTITY_KEY_REFUSED', publicKey);
  }
});

test('a signed request passes, once', async () => {
  const nonce = randomUUID();
  assert.equal(await signed({ nonce }), 200);
  assert.equal(await signed({ nonce }), 'ERR_IDENTITY_NONCE_REUSED');
  const together = await Promise.all(Array.from({ length: 6 }, () => signed({ nonce: `${nonce}-2` })));
  assert.equal(together.filter((answer) => answer === 200).length, 1);
});

test('changing the body, the path, the key or its use after signing is refused', async () => {
  assert.equal(await signed({}, { body: '{"session":"nons"}' }), 'ERR_IDENTITY_SIGNATURE_REFUSED');
  assert.equal(await signed({}, { body: '{"session": "none"}' }), 'ERR_IDENTITY_SIGNATURE_REFUSED');
  assert.equal(await signed({}, { url: '/api/v1/identity/introspect?x=2' }), 'ERR_IDENTITY_SIGNATURE_REFUSED');
  assert.equal(await signed({}, {}, { ...tea.releaseKey, kid: tea.key.kid }), 'ERR_IDENTITY_SIGNATURE_REFUSED');
  assert.equal(await signed({}, {}, tea.releaseKey), 'ERR_IDENTITY_SIGNATURE_REFUSED');
  assert.equal(await signed({ method: 'PUT' }), 'ERR_IDENTITY_SIGNATURE_REFUSED');
});

test('a clock may be 300 seconds off and no more', async () => {
  const at = (seconds: number) => new Date(bench.platform.clock.now().getTime() + seconds * 1000);
  assert.equal(await signed({ at: at(-299) }), 200);
  assert.equal(await signed({ at: at(299) }), 200);
  assert.equal(await signed({ at: at(-302) }), 'ERR_IDENTITY_TIMESTAMP_REFUSED');
  assert.equal(await signed({ at: at(302) }), 'ERR_IDENTITY_TIMESTAMP_REFUSED');
});

test('a nonce is remembered for as long as its timestamp is accepted', async () => {
  const nonce = randomUUID();
  const at = new Date(bench.platform.clock.now().getTime() + 290_000);
  assert.equal(await signed({ nonce, at }), 200);
  await bench.time.advance({ seconds: 580 });
  assert.equal(await signed({ nonce, at }), 'ERR_IDENTITY_NONCE_REUSED');
  await bench.time.advance({ seconds: 30 });
  assert.equal(await signed({ nonce, at }), 'ERR_IDENTITY_TIMESTAMP_REFUSED');
});

test('a partner’s routes do not answer on the container’s host', async () => {
  const host = new URL(registry.origin).host;
  assert.equal(
    await send({ ...target, headers: { ...signedHeaders(tea.key, { ...target, body: BODY }), host }, payload: BODY }),
    'ERR_PLATFORM_WRONG_HOST',
  );
});

test('an app belongs to the partner who named it first', async () => {
  const cinema = await addPartner(registry, 'cinema');
  const partner = await identity.partners.ownerOf(cinema.appId);
  assert.equal(partner, 'cinema');
  const claim = (id: PartnerId) =>
    bench.platform.db.transaction().execute((tx) => identity.partners.claimApp(tx, id, cinema.appId));
  await claim(cinema.id);
  await assert.rejects(claim(tea.id), { code: 'ERR_IDENTITY_APP_TAKEN' });
});
