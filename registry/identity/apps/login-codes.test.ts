import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { parseOpenId } from '../../../sandbox/contract/index.ts';
import type { TestBrowser } from '../testing/browser.ts';
import {
  type AssertionClaims,
  addPartner,
  clientAssertion,
  signedHeaders,
  type TestPartner,
} from '../testing/partner.ts';
import { startTestRegistry } from '../testing/registry.ts';
import { signIn } from '../testing/sign-in.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const tea = await addPartner(registry, 'teahouse');
const cinema = await addPartner(registry, 'cinema');
const RELEASE = 'a'.repeat(64);

async function codeFor(visitor: TestBrowser, appId: string): Promise<string> {
  const answer = await visitor.call('POST', `${registry.origin}/api/v1/identity/login-code`, {
    appId,
    releaseDigest: RELEASE,
  });
  assert.equal(answer.status, 200, answer.text);
  return JSON.parse(answer.text).code;
}

async function exchange(
  partner: TestPartner,
  code: string,
  options: { appId?: string; assertion?: string; claims?: AssertionClaims } = {},
) {
  const client_id = options.appId ?? partner.appId;
  const answer = await registry.app.inject({
    method: 'POST',
    url: '/api/v1/identity/token',
    headers: { host: '127.0.0.1' },
    payload: {
      grant_type: 'authorization_code',
      code,
      client_id,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: options.assertion ?? (await clientAssertion(registry, partner.key, client_id, options.claims)),
    },
  });
  return { status: answer.statusCode, ...answer.json() };
}

async function isActive(partner: TestPartner, session: string): Promise<boolean> {
  const body = JSON.stringify({ session });
  const url = '/api/v1/identity/introspect';
  const at = registry.test.platform.clock.now();
  const headers = signedHeaders(partner.key, { method: 'POST', url, body, at });
  const answer = await registry.app.inject({ method: 'POST', url, headers, payload: body });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().active;
}

test('a code becomes an openid and a session, which lasts two hours', async () => {
  const visitor = await signIn(registry, '13900000001');
  const first = await exchange(tea, await codeFor(visitor, tea.appId));
  assert.equal(first.status, 200);
  assert.equal(first.expires_in, 7200);
  assert.ok(parseOpenId(first.openid));
  const again = await exchange(tea, await codeFor(visitor, tea.appId));
  assert.equal(again.openid, first.openid, 'the same customer is the same openid in the same app');
  assert.equal(await isActive(tea, first.session), true);
  assert.equal(await isActive(cinema, first.session), false, 'another partner learns nothing of it');

  const { appId } = tea;
  const openid = parseOpenId(first.openid);
  assert.ok(openid);
  const userId = await registry.identity.userOfOpenid(appId, openid);
  assert.ok(userId);
  assert.equal(await registry.identity.openidFor(userId, appId), openid);
});

test('a code that comes a second time is refused, and ends the session that the first time gave', async () => {
  const visitor = await signIn(registry, '13900000002');
  const code = await codeFor(visitor, tea.appId);
  const first = await exchange(tea, code);
  assert.equal(first.status, 200);
  assert.equal((await exchange(tea, code)).code, 'ERR_IDENTITY_GRANT_REFUSED');
  assert.equal(await isActive(tea, first.session), false);
});

test('two exchanges of one code at once cannot both succeed', async () => {
  const visitor = await signIn(registry, '13900000003');
  const code = await codeFor(visitor, tea.appId);
  const results = await Promise.all(Array.from({ length: 8 }, () => exchange(tea, code)));
  assert.equal(results.filter(({ status }) => status === 200).length, 1);
});

test('a code of another app is refused, and stays good for its own', async () => {
  const visitor = await signIn(registry, '13900000004');
  const code = await codeFor(visitor, tea.appId);
  assert.equal((await exchange(cinema, code)).code, 'ERR_IDENTITY_GRANT_REFUSED');
  assert.equal((await exchange(cinema, code, { appId: tea.appId })).code, 'ERR_IDENTITY_CLIENT_REFUSED');
  assert.equal((await exchange(tea, code)).status, 200);
});

test('openids of one customer cannot be linked across partners', async () => {
  const visitor = await signIn(registry, '13900000005');
  const atTea = await exchange(tea, await codeFor(visitor, tea.appId));
  const atCinema = await exchange(cinema, await codeFor(visitor, cinema.appId));
  assert.notEqual(atTea.openid, atCinema.openid);
  const { appId } = cinema;
  const openid = parseOpenId(atTea.openid);
  assert.ok(openid);
  assert.equal(await registry.identity.userOfOpenid(appId, openid), undefined);
});

test('revoking an app ends its sessions and codes at once; a later login starts afresh with the same openid', async () => {
  const visitor = await signIn(registry, '13900000006');
  const before = await exchange(tea, await codeFor(visitor, tea.appId));
  const pending = await codeFor(visitor, tea.appId);
  const revoked = await visitor.call('DELETE', `${registry.origin}/api/v1/identity/grants/${tea.appId}`);
  assert.equal(revoked.status, 204, revoked.text);
  assert.equal(await isActive(tea, before.session), false);
  assert.equal((await exchange(tea, pending)).code, 'ERR_IDENTITY_GRANT_REFUSED');

  const { appId } = tea;
  const openid = parseOpenId(before.openid);
  assert.ok(openid);
  const userId = await registry.identity.userOfOpenid(appId, openid);
  assert.ok(userId, 'refunds still find the customer');
  assert.equal(await registry.identity.openidFor(userId, appId), undefined);

  await registry.test.time.advance({ seconds: 1 });
  const anew = await codeFor(visitor, tea.appId);
  assert.equal((await exchange(tea, pending)).code, 'ERR_IDENTITY_GRANT_REFUSED', 'the old code stays dead');
  assert.equal((await exchange(tea, anew)).openid, before.openid);
});

test('a code dies with the container session it was made in', async () => {
  const visitor = await signIn(registry, '13900000007');
  const code = await codeFor(visitor, tea.appId);
  await visitor.call('POST', `${registry.origin}/api/v1/session/logout`);
  assert.equal((await exchange(tea, code)).code, 'ERR_IDENTITY_GRANT_REFUSED');
});

test('a code is worth nothing after 60 seconds', async () => {
  const visitor = await signIn(registry, '13900000008');
  const code = await codeFor(visitor, tea.appId);
  await registry.test.time.advance({ seconds: 61 });
  assert.equal((await exchange(tea, code)).code, 'ERR_IDENTITY_GRANT_REFUSED');
});

test('a client assertion passes once', async () => {
  const visitor = await signIn(registry, '13900000009');
  const assertion = await clientAssertion(registry, tea.key, tea.appId);
  assert.equal((await exchange(tea, await codeFor(visitor, tea.appId), { assertion })).status, 200);
  const code = await codeFor(visitor, tea.appId);
  assert.equal((await exchange(tea, code, { assertion })).code, 'ERR_IDENTITY_CLIENT_REFUSED');
  assert.equal((await exchange(tea, code)).status, 200, 'a refused client does not spend the code');
});

test('client assertions that are not exactly right are refused', async () => {
  const code = 'x'.repeat(43);
  const refused = async (name: string, options: Parameters<typeof exchange>[2]) =>
    assert.equal((await exchange(tea, code, options)).code, 'ERR_IDENTITY_CLIENT_REFUSED', name);

  await refused('another audience', { claims: { aud: 'https://bank.example/api/v1/identity/token' } });
  await refused('a list of audiences', {
    claims: { aud: [`${registry.origin}/api/v1/identity/token`, 'https://other.example'] },
  });
  await refused('another issuer', { claims: { iss: cinema.appId } });
  await refused('another subject', { claims: { sub: cinema.appId } });
  await refused('already expired', { claims: { lifetime: -60 } });
  await refused('valid for an hour', { claims: { lifetime: 3600 } });
  await refused('a key for releases only', { assertion: await clientAssertion(registry, tea.releaseKey, tea.appId) });
  await refused('another partner’s key', { assertion: await clientAssertion(registry, cinema.key, tea.appId) });
  await refused('not a token', { assertion: 'not-a-token' });

  const claims = Buffer.from(JSON.stringify({ iss: tea.appId, sub: tea.appId, jti: randomUUID() })).toString(
    'base64url',
  );
  const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: tea.key.kid })).toString('base64url');
  await refused('alg none', { assertion: `${header('none')}.${claims}.` });
  const hs256 = `${header('HS256')}.${claims}`;
  const mac = createHmac('sha256', Buffer.from(tea.key.x, 'base64url')).update(hs256).digest('base64url');
  await refused('the public key as an HMAC secret', { assertion: `${hs256}.${mac}` });
});

test('an app nobody registered gives no codes, and nobody signed out gets any', async () => {
  const visitor = await signIn(registry, '13900000010');
  const url = `${registry.origin}/api/v1/identity/login-code`;
  const unknown = await visitor.call('POST', url, { appId: 'com.nobody.app', releaseDigest: RELEASE });
  assert.equal(JSON.parse(unknown.text).code, 'ERR_IDENTITY_APP_UNKNOWN');
  await visitor.call('POST', `${registry.origin}/api/v1/session/logout`);
  const signedOut = await visitor.call('POST', url, { appId: tea.appId, releaseDigest: RELEASE });
  assert.equal(JSON.parse(signedOut.text).code, 'ERR_IDENTITY_SIGNED_OUT');
});
