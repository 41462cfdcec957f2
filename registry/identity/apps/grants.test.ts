import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { TestBrowser } from '../testing/browser.ts';
import { addPartner } from '../testing/partner.ts';
import { startTestRegistry } from '../testing/registry.ts';
import { signIn } from '../testing/sign-in.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const tea = await addPartner(registry, 'teahouse');
const cinema = await addPartner(registry, 'cinema');
const root = `${registry.origin}/api/v1/identity`;

const agree = (visitor: TestBrowser, scopes: readonly string[], declared: readonly string[] = ['identity.profile']) =>
  visitor.call('PUT', `${root}/grants/${tea.appId}`, { scopes, declared });
const ask = async (visitor: TestBrowser, scopes: readonly string[], appId: string = tea.appId) => {
  const answer = await visitor.call('POST', `${root}/profile`, { appId, scopes });
  return { status: answer.status, ...JSON.parse(answer.text) };
};
const scopesOf = async (visitor: TestBrowser): Promise<string[]> =>
  JSON.parse((await visitor.call('GET', `${root}/grants`)).text)
    .grants.map(({ scope }: { scope: string }) => scope)
    .sort();

test('an app learns only what the customer agreed to tell it, and no other app learns it with it', async () => {
  const visitor = await signIn(registry, '13900000021');
  assert.equal((await ask(visitor, ['phone'])).code, 'ERR_IDENTITY_SCOPE_NOT_GRANTED');
  assert.equal((await agree(visitor, ['phone'])).status, 204);
  assert.equal((await ask(visitor, ['phone'])).phone, '13900000021');
  const more = await ask(visitor, ['phone', 'realname.verified']);
  assert.deepEqual([more.status, more.code, more.phone], [403, 'ERR_IDENTITY_SCOPE_NOT_GRANTED', undefined]);
  assert.equal((await ask(visitor, ['phone'], cinema.appId)).code, 'ERR_IDENTITY_SCOPE_NOT_GRANTED');
});

test('a verified name is a yes or a no', async () => {
  const visitor = await signIn(registry, '13900000022');
  await agree(visitor, ['realname.verified']);
  const { realnameVerified, phone, token } = await ask(visitor, ['realname.verified']);
  assert.deepEqual([realnameVerified, phone], [false, undefined]);
  const keys = createLocalJWKSet({ keys: [...(await registry.identity.signingKeys.jwks()).keys] });
  const { payload } = await jwtVerify(token, keys, {
    typ: 'portico-profile+jwt',
    audience: tea.appId,
    issuer: registry.origin,
    currentDate: registry.test.platform.clock.now(),
  });
  assert.equal(payload.realnameVerified, false);
  assert.equal(payload.phone, undefined);
  assert.ok((payload.exp ?? 0) - (payload.iat ?? 0) <= 300);
});

test('the list says what was agreed to and under which release’s wishes; one thing is withdrawn by itself', async () => {
  const visitor = await signIn(registry, '13900000023');
  await agree(
    visitor,
    ['phone', 'device.location', 'message.ready'],
    ['identity.profile', 'device.location', 'message'],
  );
  assert.deepEqual(await scopesOf(visitor), ['device.location', 'message.ready', 'phone']);
  const { grants } = JSON.parse((await visitor.call('GET', `${root}/grants`)).text);
  assert.deepEqual(grants[0].declared, ['identity.profile', 'device.location', 'message']);

  assert.equal((await visitor.call('DELETE', `${root}/grants/${tea.appId}/phone`)).status, 204);
  assert.deepEqual(await scopesOf(visitor), ['device.location', 'message.ready']);
  assert.equal((await ask(visitor, ['phone'])).code, 'ERR_IDENTITY_SCOPE_NOT_GRANTED');
  assert.equal((await visitor.call('DELETE', `${root}/grants/${tea.appId}/phone`)).status, 404);

  assert.equal((await visitor.call('DELETE', `${root}/grants/${tea.appId}`)).status, 204);
  assert.deepEqual(await scopesOf(visitor), []);
});

test('agreeing anew, under a release that asks for more, replaces what it was agreed under', async () => {
  const visitor = await signIn(registry, '13900000024');
  await agree(visitor, ['phone'], ['identity.profile']);
  await agree(visitor, ['phone'], ['identity.profile', 'device.scan']);
  const { grants } = JSON.parse((await visitor.call('GET', `${root}/grants`)).text);
  assert.deepEqual(grants[0].declared, ['identity.profile', 'device.scan']);
  assert.equal(grants.length, 1);
});

test('nobody agrees to what does not exist, for an app that does not exist, or without being signed in', async () => {
  const visitor = await signIn(registry, '13900000025');
  for (const scope of ['name', 'message.', 'message.A', '__proto__', 'device.microphone']) {
    assert.equal(JSON.parse((await agree(visitor, [scope])).text).code, 'ERR_IDENTITY_SCOPE_UNKNOWN', scope);
  }
  const unknown = await visitor.call('PUT', `${root}/grants/com.nobody.app`, { scopes: ['phone'], declared: [] });
  assert.equal(JSON.parse(unknown.text).code, 'ERR_IDENTITY_APP_UNKNOWN');
  await visitor.call('POST', `${registry.origin}/api/v1/session/logout`);
  assert.equal(JSON.parse((await agree(visitor, ['phone'])).text).code, 'ERR_IDENTITY_SIGNED_OUT');
});
