import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { addAuthenticator } from '../product/browser.ts';
import { bindPlate, openParking, signIn, words } from './customer.ts';
import { journey } from './journey.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const ARMED_MS = 800;

/** WCAG 2.2 A and AA by axe, the page and the mini-app in it, in light and in dark. */
async function assertAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    assert.deepEqual(found, [], `${what}, ${colorScheme}`);
  }
}

journey(
  'every page of a payment is accessible, in light and in dark',
  async ({ page, product }) => {
    await addAuthenticator(page);
    await page.goto(product.origin);
    await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
    await assertAccessible(page, 'home');
    await openParking(page, product.origin);
    await page.locator('fault-page').waitFor();
    await assertAccessible(page, 'asked to sign in');
    await signIn(page, product);
    await page.getByRole('button', { name: words.allow }).waitFor();
    // The button takes taps, and its full colour, half a second after it came up.
    await page.waitForTimeout(ARMED_MS);
    await assertAccessible(page, 'consent');
    const app = await bindPlate(page, '沪A12345');
    await assertAccessible(page, 'player');
    await app.getByRole('button', { name: words.pay }).click();
    await page.getByRole('button', { name: words.createPasskey }).click();
    await page.getByRole('button', { name: words.payWithPasskey }).waitFor();
    await page.waitForTimeout(ARMED_MS);
    await assertAccessible(page, 'cashier');
    await page.getByRole('button', { name: words.payWithPasskey }).click();
    await page.locator('cashier-sheet').getByText(words.paid).waitFor();
    await assertAccessible(page, 'result');
    await page.getByRole('button', { name: words.done }).click();
    for (const path of ['orders', 'settings', 'search']) {
      await page.goto(`${product.origin}/${path}`);
      await page.locator(`${path}-screen`).waitFor();
      await page.waitForTimeout(500);
      await assertAccessible(page, path);
    }
  },
  { browser: { reducedMotion: 'reduce' } },
);

journey('somebody who chose English finds English when they come back', async ({ page, product }) => {
  await page.goto(`${product.origin}/settings`);
  await page.locator('settings-screen').getByText('English').click();
  await page.locator('tab-bar').getByText('Home').waitFor();
  for (const path of ['', 'settings']) {
    await page.goto(`${product.origin}/${path}`);
    await page.locator('tab-bar').getByText('Home').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  }
});
