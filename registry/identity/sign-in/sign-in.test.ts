import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ABSOLUTE_SECONDS, IDLE_SECONDS } from '../sessions/session-store.ts';
import { createTestBrowser, type TestBrowser } from '../testing/browser.ts';
import { startTestRegistry } from '../testing/registry.ts';
import { codeSentTo, openPhonePage, signIn } from '../testing/sign-in.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const { origin, issuer, test: bench } = registry;
const host = new URL(origin).host;

const session = async (visitor: TestBrowser) =>
  JSON.parse((await visitor.call('GET', `${origin}/api/v1/session`)).text);
const isSignedIn = async (visitor: TestBrowser): Promise<boolean> => (await session(visitor)).signedIn;

test('a customer signs in by phone and one-time password, and is known until they sign out', async () => {
  const visitor = createTestBrowser();
  const phonePage = await openPhonePage(registry, visitor, { returnTo: '/orders?open=1#top', lang: 'en' });
  assert.match(phonePage.text, /<html lang="en">/);

  const codePage = await visitor.submit(`${phonePage.url}/phone`, { phone: '+86 138-0000-0001' });
  assert.equal(codePage.status, 200, codePage.text);
  assert.match(codePage.text, /138\*\*\*\*0001/);
  assert.doesNotMatch(codePage.text, /13800000001/);

  const landed = await visitor.submit(`${phonePage.url}/code`, { code: codeSentTo(registry, '13800000001') });
  assert.equal(landed.url, `${origin}/orders?open=1#top`, landed.text);

  const { userId, authenticatedAt, ...rest } = await session(visitor);
  assert.deepEqual(rest, { signedIn: true, phone: '138****0001', level: 4, passkeys: 0 });
  assert.match(userId, /^[0-9a-f-]{36}$/);
  assert.ok(Math.abs(Date.parse(authenticatedAt) - Date.now()) < 10_000);

  assert.equal((await visitor.call('POST', `${origin}/api/v1/session/logout`)).status, 204);
  assert.deepEqual(await session(visitor), { signedIn: false });
});

test('the session cookie is bound to this host, unreadable for scripts and never sent from other sites', async () => {
  const visitor = createTestBrowser();
  const page = await openPhonePage(registry, visitor);
  await visitor.submit(`${page.url}/phone`, { phone: '13700000001' });
  await visitor.submit(`${page.url}/code`, { code: codeSentTo(registry, '13700000001') });
  const cookie = visitor.setCookies.find((line) => line.startsWith('__Host-sid='));
  assert.match(cookie ?? '', /^__Host-sid=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

test('signing out ends the session itself, not only the cookie', async () => {
  const visitor = await signIn(registry, '13700000002');
  const stolen = new Map(visitor.cookies);
  await visitor.call('POST', `${origin}/api/v1/session/logout`);
  for (const [key, value] of stolen) visitor.cookies.set(key, value);
  assert.equal(await isSignedIn(visitor), false);
});

test('an unknown phone number registers a new customer at level 1, the same one next time', async () => {
  const first = await session(await signIn(registry, '13700000003'));
  assert.equal(first.level, 1);
  await bench.time.advance({ seconds: 61 });
  const second = await session(await signIn(registry, '13700000003'));
  assert.equal(second.userId, first.userId);
});

test('a session ends when nobody used it, and ends for good after half a day', async () => {
  const visitor = await signIn(registry, '13700000004');
  for (let used = 0; used < ABSOLUTE_SECONDS; used += IDLE_SECONDS - 60) {
    assert.equal(await isSignedIn(visitor), true, `after ${used} s`);
    await bench.time.advance({ seconds: IDLE_SECONDS - 60 });
  }
  assert.equal(await isSignedIn(visitor), false);

  const idle = await signIn(registry, '13700000005');
  await bench.time.advance({ seconds: IDLE_SECONDS + 1 });
  assert.equal(await isSignedIn(idle), false);
});

test('only pages of the container can be returned to', async () => {
  const refused = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'evil',
    '/a\nb',
    '/api/v1/session',
    '/%61pi/v1/session/login',
    '/%zz',
    `/${'a'.repeat(1100)}`,
  ];
  for (const returnTo of refused) {
    const answer = await createTestBrowser().get(`${origin}/api/v1/session/login?${new URLSearchParams({ returnTo })}`);
    assert.equal(JSON.parse(answer.text).code, 'ERR_IDENTITY_RETURN_REFUSED', returnTo);
  }
});

test('a callback that another browser started, or that comes twice, signs nobody in', async () => {
  const attacker = createTestBrowser();
  const page = await openPhonePage(registry, attacker);
  await attacker.submit(`${page.url}/phone`, { phone: '13700000006' });
  attacker.stopAt(`${origin}/api/v1/session/callback`);
  const stopped = await attacker.submit(`${page.url}/code`, { code: codeSentTo(registry, '13700000006') });
  const callback = stopped.headers.location ?? '';
  assert.match(callback, /callback\?/);

  const victim = createTestBrowser();
  assert.equal((await victim.follow(callback)).url, `${origin}/?signin=failed`);
  assert.equal(await isSignedIn(victim), false);

  attacker.stopAt(undefined);
  const login = new Map(attacker.cookies);
  assert.equal((await attacker.follow(callback)).url, `${origin}/`);
  assert.equal(await isSignedIn(attacker), true);
  const again = createTestBrowser();
  for (const [key, value] of login) again.cookies.set(key, value);
  assert.equal((await again.follow(callback)).url, `${origin}/?signin=failed`);
  assert.equal(await isSignedIn(again), false);
});

test('a forged state or code signs nobody in', async () => {
  for (const query of ['code=forged&state=forged', 'error=server_error', '']) {
    const visitor = createTestBrowser();
    await openPhonePage(registry, visitor);
    const ended = await visitor.follow(`${origin}/api/v1/session/callback?${query}`);
    assert.equal(ended.url, `${origin}/?signin=failed`, query);
    assert.equal(await isSignedIn(visitor), false);
  }
});

test('a customer who chooses not to sign in comes back where they were', async () => {
  const visitor = createTestBrowser();
  const page = await openPhonePage(registry, visitor, { returnTo: '/search' });
  const landed = await visitor.submit(`${page.url}/cancel`, {});
  assert.equal(landed.url, `${origin}/search`);
  assert.equal(await isSignedIn(visitor), false);
});

test('a sign-in page opened elsewhere, posted from elsewhere or mistyped is answered with a page', async () => {
  const visitor = createTestBrowser();
  const page = await openPhonePage(registry, visitor);
  const elsewhere = await createTestBrowser().get(page.url);
  assert.deepEqual([elsewhere.status, elsewhere.headers['content-type']], [400, 'text/html; charset=utf-8']);
  const forged = await visitor.submit(`${page.url}/phone`, { phone: '13700000010' }, 'https://evil.example');
  assert.equal(forged.status, 403);
  assert.ok(!registry.messages.some(({ phone }) => phone === '13700000010'));
  const mistyped = await visitor.submit(`${page.url}/phone`, { phone: '12345' });
  assert.equal(mistyped.status, 422);
  assert.match(mistyped.text, /role="alert"/);
});

test('signing in again asks for a code again, although the issuer still remembers', async () => {
  const visitor = await signIn(registry, '13700000007');
  const page = await openPhonePage(registry, visitor);
  assert.match(page.text, /name="phone"/);
});

test('the issuer’s redirect goes to the container alone, and needs PKCE', async () => {
  const authorize = (query: Record<string, string>) =>
    createTestBrowser().get(
      `${issuer}/auth?${new URLSearchParams({ client_id: 'portico', response_type: 'code', scope: 'openid', ...query })}`,
    );
  const elsewhere = await authorize({
    redirect_uri: 'https://evil.example/',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  });
  assert.equal(elsewhere.status, 400);
  assert.match(elsewhere.text, /<!doctype html>/);
  const bare = await authorize({ redirect_uri: `${origin}/api/v1/session/callback` });
  assert.match(bare.headers.location ?? '', /error=invalid_request/);
});

test('the bank’s app hands its customer over with a code that works once and for a minute', async () => {
  const [service] = registry.demo.services;
  const mint = async (authorization = `Bearer ${service?.token}`) => {
    const answer = await registry.app.inject({
      method: 'POST',
      url: '/api/v1/session/handoff-codes',
      headers: { host: '127.0.0.1', authorization },
      payload: {
        subject: 'bank-customer-1',
        phone: '13700000008',
        authenticatedAt: bench.platform.clock.now().toISOString(),
      },
    });
    return answer.json();
  };
  const redeem = (visitor: TestBrowser, code: string) =>
    visitor.call('POST', `${origin}/api/v1/session/handoff`, { code });

  const { code } = await mint();
  const visitor = createTestBrowser();
  assert.equal((await redeem(visitor, code)).status, 204);
  assert.equal((await session(visitor)).phone, '137****0008');
  const again = await redeem(createTestBrowser(), code);
  assert.equal(JSON.parse(again.text).code, 'ERR_IDENTITY_HANDOFF_REFUSED');

  const late = await mint();
  await bench.time.advance({ seconds: 61 });
  assert.equal(JSON.parse((await redeem(createTestBrowser(), late.code)).text).code, 'ERR_IDENTITY_HANDOFF_REFUSED');
  assert.equal((await mint(`Bearer ${registry.demo.operators[0]?.token}`)).code, 'ERR_IDENTITY_TOKEN_REFUSED');
});

test('the session of the customer before ends when the bank’s app hands over another', async () => {
  const [service] = registry.demo.services;
  const visitor = await signIn(registry, '13700000010');
  const thief = createTestBrowser();
  for (const [key, value] of visitor.cookies) thief.cookies.set(key, value);
  assert.equal(await isSignedIn(thief), true);
  const minted = await registry.app.inject({
    method: 'POST',
    url: '/api/v1/session/handoff-codes',
    headers: { host: '127.0.0.1', authorization: `Bearer ${service?.token}` },
    payload: { subject: 'bank-customer-2', authenticatedAt: bench.platform.clock.now().toISOString() },
  });
  const refused = { code: 'x'.repeat(43) };
  assert.equal((await visitor.call('POST', `${origin}/api/v1/session/handoff`, refused)).status, 400);
  assert.equal(await isSignedIn(thief), true, 'a code that is refused changes nothing');
  const { code } = minted.json();
  assert.equal((await visitor.call('POST', `${origin}/api/v1/session/handoff`, { code })).status, 204);
  assert.deepEqual([await isSignedIn(visitor), await isSignedIn(thief)], [true, false]);
});

test('an app’s page, which is same-site, can neither read nor end the session', async () => {
  const visitor = await signIn(registry, '13700000009');
  const cookie = [...visitor.cookies].map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; ');
  const from = (method: 'GET' | 'POST', url: string, headers: Record<string, string>) =>
    registry.app.inject({ method, url, headers: { host, cookie, ...headers } });
  const appOrigin = `http://a-${'a'.repeat(20)}.${bench.platform.config.contentDomain}`;
  const read = await from('GET', '/api/v1/session', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' });
  assert.equal(read.json().code, 'ERR_PLATFORM_CROSS_SITE');
  const end = await from('POST', '/api/v1/session/logout', { origin: appOrigin, 'sec-fetch-site': 'same-site' });
  assert.equal(end.json().code, 'ERR_PLATFORM_CROSS_SITE');
  assert.equal(await isSignedIn(visitor), true);
});
