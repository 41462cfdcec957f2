import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTestBrowser, type TestBrowser } from '../testing/browser.ts';
import { startTestRegistry } from '../testing/registry.ts';

const registry = await startTestRegistry();
after(() => registry.close());
const { origin, issuer, messages } = registry;
const browser = () => createTestBrowser();
const codeSentTo = (phone: string) => messages.findLast((message) => message.phone === phone)?.code ?? '';

async function toPhonePage(visitor: TestBrowser, returnTo = '/orders?open=1', lang = 'en') {
  const page = await visitor.follow(`${origin}/api/v1/session/login?${new URLSearchParams({ returnTo, lang })}`);
  assert.equal(page.status, 200, page.text);
  assert.match(page.url, new RegExp(`^${issuer}/interaction/`));
  return page;
}

test('a customer signs in by phone and one-time password, and is known afterwards', async () => {
  const visitor = browser();
  const phonePage = await toPhonePage(visitor);
  assert.match(phonePage.text, /<html lang="en">/);

  const codePage = await visitor.submit(`${phonePage.url}/phone`, { phone: '138 0000 0001' });
  assert.equal(codePage.status, 200, codePage.text);
  assert.match(codePage.text, /138\*\*\*\*0001/);

  const landed = await visitor.submit(`${phonePage.url}/code`, { code: codeSentTo('13800000001') });
  assert.equal(landed.url, `${origin}/orders?open=1`, landed.text);

  const session = JSON.parse((await visitor.call('GET', `${origin}/api/v1/session`)).text);
  assert.equal(session.signedIn, true);
  assert.equal(session.phone, '138****0001');
  assert.equal(session.level, 4);
  assert.equal(session.passkeys, 0);

  const logout = await visitor.call('POST', `${origin}/api/v1/session/logout`);
  assert.equal(logout.status, 204, logout.text);
  assert.deepEqual(JSON.parse((await visitor.call('GET', `${origin}/api/v1/session`)).text), { signedIn: false });
});
