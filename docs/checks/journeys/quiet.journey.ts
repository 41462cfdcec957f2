import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { addAuthenticator } from '../product/browser.ts';
import { appFrame, bindPlate, openParking, payWithPasskey, player, signIn, words } from './customer.ts';
import { journey, until } from './journey.ts';
import { demoSite, publish } from './origin/sites.ts';

/**
 * Chromium 156 says this of every sealed frame, from its first opening: a sandboxed document has an opaque origin, which
 * cannot be origin-keyed, whatever is sent before or after. Sealed frames of several apps were counted in a process each
 * with the header and without; it stays, because every other answer of the host needs it (decision 198).
 */
const SANDBOXED = /^The page requested an origin-keyed agent cluster .* could not be origin-keyed/;

/** Everything that any document of the browser says in its console, below the level of plain talk. */
function listen(context: BrowserContext): () => readonly string[] {
  const said: string[] = [];
  context.on('console', (message) => {
    const { url } = message.location();
    const counts = ['error', 'warning'].includes(message.type()) && !SANDBOXED.test(message.text());
    if (counts) said.push(`${message.type()}: ${message.text()} (${url})`);
  });
  context.on('weberror', (error) => said.push(`uncaught: ${error.error().message}`));
  return () => [...new Set(said)];
}

journey(
  'ordinary use leaves the console empty, of the container, of the sealed app and of the bank’s pages',
  async ({ page, product, context }) => {
    const said = listen(context);
    await addAuthenticator(page);
    await openParking(page, product.origin);
    await signIn(page, product);
    const app = await bindPlate(page, '沪A12345');
    await payWithPasskey(page, app);
    await page.getByRole('button', { name: words.done }).click();
    await (await appFrame(page)).getByText(words.mayLeave).first().waitFor();
    await page.getByRole('button', { name: words.close }).click();
    for (const path of ['/orders', '/search', '/wallet', '/me', '/settings', '/']) {
      await page.goto(`${product.origin}${path}`);
      await page.waitForLoadState('networkidle');
    }
    // The second opening goes by way of the service worker and the kept metadata.
    await openParking(page, product.origin);
    await (await appFrame(page)).getByText(words.mayLeave).first().waitFor();
    assert.deepEqual(said(), []);
  },
);

journey('nor does an app that has an origin of its own fill it', async ({ page, product, context }) => {
  const said = listen(context);
  const { appId } = await publish(product, await demoSite(product));
  await page.goto(`${product.origin}/app/${appId}/`);
  const isSite = () =>
    page.frames().find((frame) => /^http:\/\/a-/.test(frame.url()) && !frame.url().includes('/.portico/'));
  const site = await until(async () => isSite(), Boolean);
  await site?.getByText('screen /').waitFor();
  await player(page).locator('player-splash[gone]').waitFor({ state: 'attached' });
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen').waitFor();
  assert.deepEqual(said(), []);
});
