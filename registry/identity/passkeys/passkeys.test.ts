import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { parseUserId, type UserId } from '../../../sandbox/contract/index.ts';
import { type Authenticator, type CeremonyFaults, createAuthenticator } from '../../platform/testing/authenticator.ts';
import type { IdentityTables } from '../tables.ts';
import { createTestBrowser, type TestBrowser } from '../testing/browser.ts';
import { startTestRegistry } from '../testing/registry.ts';
import { signIn } from '../testing/sign-in.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const { origin, identity, test: bench } = registry;
const rpId = 'bank.portico.localhost';

async function call(visitor: TestBrowser, path: string, body: unknown) {
  const answer = await visitor.call('POST', origin + path, body);
  return { status: answer.status, ...JSON.parse(answer.text) };
}
const options = (visitor: TestBrowser, proof?: unknown) =>
  call(visitor, '/api/v1/identity/passkeys/options', proof === undefined ? {} : { proof });
const add = (visitor: TestBrowser, attestation: unknown) => call(visitor, '/api/v1/identity/passkeys', { attestation });

async function userOf(visitor: TestBrowser): Promise<UserId> {
  const userId = parseUserId(JSON.parse((await visitor.call('GET', `${origin}/api/v1/session`)).text).userId);
  assert.ok(userId);
  return userId;
}

async function enrolled(phone: string): Promise<{ visitor: TestBrowser; userId: UserId; passkey: Authenticator }> {
  const visitor = await signIn(registry, phone);
  const passkey = createAuthenticator(origin);
  const { challenge } = await options(visitor);
  const added = await add(visitor, passkey.attest(challenge));
  assert.deepEqual(added, { status: 201, credentialId: passkey.credentialId });
  return { visitor, userId: await userOf(visitor), passkey };
}

/** A code that the bank's own app would open the container with. */
async function handOver(userId: UserId): Promise<string> {
  const { issuer, subject } = await personOf(userId);
  assert.equal(issuer, bench.platform.config.issuerOrigin);
  const answer = await registry.app.inject({
    method: 'POST',
    url: '/api/v1/session/handoff-codes',
    headers: { host: '127.0.0.1', authorization: `Bearer ${registry.demo.services[0]?.token}` },
    payload: { subject, authenticatedAt: bench.platform.clock.now().toISOString() },
  });
  return answer.json().code;
}
const personOf = (userId: UserId) =>
  bench.platform.db
    .withTables<IdentityTables>()
    .selectFrom('identity.customers')
    .select(['issuer', 'subject'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();

const refused = { code: 'ERR_IDENTITY_ASSERTION_REFUSED' };

test('a fresh sign-in enrols a passkey, which then confirms exactly what it was asked to', async () => {
  const { visitor, userId, passkey } = await enrolled('13600000001');
  const created = await options(visitor);
  assert.equal(created.code, 'ERR_IDENTITY_PASSKEY_PROOF_NEEDED');
  assert.deepEqual(await identity.passkeys.allowCredentials(userId), [
    { id: passkey.credentialId, transports: ['internal'] },
  ]);

  const challenge = randomBytes(32);
  const confirmed = await identity.passkeys.verify(userId, passkey.assert(challenge), challenge);
  assert.equal(confirmed.credentialId, passkey.credentialId);
  assert.ok(Math.abs(confirmed.enrolledAt.getTime() - bench.platform.clock.now().getTime()) < 10_000);
});

test('creation options ask for user verification at our own rpId', async () => {
  const created = await options(await signIn(registry, '13600000002'));
  assert.equal(created.rp.id, rpId);
  assert.equal(created.authenticatorSelection.userVerification, 'required');
  assert.equal(Buffer.from(created.challenge, 'base64url').length, 32);
});

test('an assertion for something else, from somewhere else or without its user is refused', async () => {
  const { userId, passkey } = await enrolled('13600000003');
  const someoneElse = await enrolled('13600000004');
  const challenge = randomBytes(32);
  const asked = challenge.toString('base64url');
  const attempt = (assertion: unknown) => identity.passkeys.verify(userId, assertion, challenge);

  await assert.rejects(attempt(passkey.assert(randomBytes(32))), refused, 'challenge');
  await assert.rejects(attempt(passkey.assert(asked, { origin: 'https://evil.example' })), refused, 'origin');
  await assert.rejects(attempt(passkey.assert(asked, { rpId: 'evil.example' })), refused, 'rpId');
  await assert.rejects(attempt(passkey.assert(asked, { userVerified: false })), refused, 'no user verified');
  await assert.rejects(attempt(someoneElse.passkey.assert(asked)), refused, 'another customer’s passkey');
  const forged = {
    ...createAuthenticator(origin).assert(asked),
    id: passkey.credentialId,
    rawId: passkey.credentialId,
  };
  await assert.rejects(attempt(forged), refused, 'another key under this id');
  for (const broken of [
    undefined,
    null,
    {},
    'x',
    { id: passkey.credentialId },
    { id: passkey.credentialId, rawId: passkey.credentialId, response: 1 },
  ]) {
    await assert.rejects(attempt(broken), refused, JSON.stringify(broken));
  }
  await attempt(passkey.assert(asked));
});

test('a counter that does not grow gives away a copied passkey', async () => {
  const { userId, passkey } = await enrolled('13600000005');
  const use = (counter: number) => {
    const challenge = randomBytes(32);
    const assertion = passkey.assert(challenge, { counter });
    return identity.passkeys.verify(userId, assertion, challenge);
  };
  await use(5);
  await assert.rejects(use(5), refused);
  await assert.rejects(use(4), refused);
  await use(6);
  const together = await Promise.allSettled([use(7), use(7), use(7)]);
  assert.equal(together.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a revoked passkey confirms nothing from that moment', async () => {
  const { visitor, userId, passkey } = await enrolled('13600000006');
  const stranger = await signIn(registry, '13600000007');
  const url = `${origin}/api/v1/identity/passkeys/${passkey.credentialId}`;
  assert.equal((await stranger.call('DELETE', url)).status, 404);
  assert.equal((await visitor.call('DELETE', url)).status, 204);
  const challenge = randomBytes(32);
  const assertion = passkey.assert(challenge);
  await assert.rejects(identity.passkeys.verify(userId, assertion, challenge), refused);
  assert.deepEqual(await identity.passkeys.allowCredentials(userId), []);
});

test('signing in, as whoever stole the SIM card can, does not replace a passkey; the bank’s word does', async () => {
  const { userId, passkey } = await enrolled('13600000011');
  const signInAgain = async () => {
    await bench.time.advance({ seconds: 61 });
    return signIn(registry, '13600000011');
  };
  const thief = await signInAgain();
  assert.equal(await userOf(thief), userId);
  assert.equal((await thief.call('DELETE', `${origin}/api/v1/identity/passkeys/${passkey.credentialId}`)).status, 204);
  assert.equal((await options(thief)).code, 'ERR_IDENTITY_PASSKEY_REMOVED');
  assert.equal((await options(await signInAgain())).code, 'ERR_IDENTITY_PASSKEY_REMOVED');

  const customer = createTestBrowser();
  const code = await handOver(userId);
  assert.equal((await customer.call('POST', `${origin}/api/v1/session/handoff`, { code })).status, 204);
  const { challenge } = await options(customer);
  assert.equal((await add(customer, createAuthenticator(origin).attest(challenge))).status, 201);
});

test('of two browsers that ask for the first passkey only one gets it', async () => {
  const one = await signIn(registry, '13600000012');
  await bench.time.advance({ seconds: 61 });
  const other = await signIn(registry, '13600000012');
  const asked = [await options(one), await options(other)];
  const answers = await Promise.all(
    [one, other].map((visitor, index) =>
      add(visitor, createAuthenticator(origin).attest(asked[index]?.challenge ?? '')),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 400]);
});

test('a second passkey needs the first, however fresh the sign-in', async () => {
  const { visitor, passkey } = await enrolled('13600000009');
  const asked = await options(visitor);
  assert.equal(asked.code, 'ERR_IDENTITY_PASSKEY_PROOF_NEEDED');
  assert.deepEqual(asked.allowCredentials, [{ id: passkey.credentialId, transports: ['internal'] }]);

  const thief = createAuthenticator(origin);
  assert.equal((await options(visitor, thief.assert(asked.challenge))).code, refused.code);
  const spent = await options(visitor, passkey.assert(asked.challenge));
  assert.equal(spent.code, refused.code, 'the challenge was spent by the failed try');

  const anew = await options(visitor);
  const granted = await options(visitor, passkey.assert(anew.challenge));
  assert.equal(granted.status, 200);
  assert.deepEqual(granted.excludeCredentials, [{ id: passkey.credentialId, type: 'public-key' }]);
  assert.equal((await add(visitor, createAuthenticator(origin).attest(granted.challenge))).status, 201);
});

test('a new passkey is refused without its user, for another site, or over a spent challenge', async () => {
  const visitor = await signIn(registry, '13600000010');
  const attempt = async (changes: CeremonyFaults) => {
    const { challenge } = await options(visitor);
    return (await add(visitor, createAuthenticator(origin).attest(challenge, changes))).code;
  };
  assert.equal(await attempt({ userVerified: false }), 'ERR_IDENTITY_ATTESTATION_REFUSED');
  assert.equal(await attempt({ origin: 'https://evil.example' }), 'ERR_IDENTITY_ATTESTATION_REFUSED');
  assert.equal(await attempt({ rpId: 'evil.example' }), 'ERR_IDENTITY_ATTESTATION_REFUSED');
  assert.equal(await attempt({ challenge: 'AAAA' }), 'ERR_IDENTITY_ATTESTATION_REFUSED');

  const { challenge } = await options(visitor);
  const passkey = createAuthenticator(origin);
  assert.equal((await add(visitor, passkey.attest(challenge))).status, 201);
  assert.equal((await add(visitor, passkey.attest(challenge))).code, 'ERR_IDENTITY_ATTESTATION_REFUSED');
});

// Last, because the issuer's own clock does not move with the platform's.
test('five minutes after signing in it is too late for the first passkey', async () => {
  const visitor = await signIn(registry, '13600000008');
  await bench.time.advance({ seconds: 301 });
  assert.equal((await options(visitor)).code, 'ERR_IDENTITY_LOGIN_TOO_OLD');
});
