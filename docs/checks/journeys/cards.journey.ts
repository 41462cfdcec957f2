import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addAuthenticator } from '../product/browser.ts';
import { appFrame, bindPlate, openParking, payWithPasskey, player, signIn, words } from './customer.ts';
import { journey, until } from './journey.ts';

const home = (page: Page) => page.locator('home-screen');
const card = (page: Page) => page.locator('card-shelf-item');
const leave = async (page: Page): Promise<void> => {
  await page.goBack();
  await home(page).locator('service-shelf').first().waitFor();
};
/** Frames of cards; the player's is gone by then. */
const cardFrames = (page: Page): number => page.frames().length - 1;

journey(
  'the parking card tells what is owed, opens the app, and counts down after paying',
  async ({ page, product }) => {
    await addAuthenticator(page);
    await page.goto(product.origin);
    await home(page).locator('service-shelf').first().waitFor();
    assert.equal(await card(page).count(), 0, 'who has used nothing has no cards');

    await openParking(page, product.origin);
    await signIn(page, product);
    await bindPlate(page, '沪A12345');
    await page.goto(product.origin);
    const shown = card(page);
    await shown.scrollIntoViewIfNeeded();
    await shown.locator('card-amount').waitFor();
    assert.match(await shown.ariaSnapshot(), /¥\d+\.\d\d/);
    await page.screenshot({ path: `${process.env.PORTICO_SHOTS ?? product.dataDir}/card-owed.png` });

    await page.evaluate(() => scrollTo(0, 0));
    await shown.locator('card-button').getByRole('button').click();
    await player(page).waitFor();
    const app = await appFrame(page);
    await app.getByRole('button', { name: words.pay }).waitFor();
    const apps = await until(
      async () => page.frames().length,
      (frames) => frames === 2,
    );
    assert.equal(apps, 2, 'the card is closed while its app is open');

    await payWithPasskey(page, app);
    await page.getByRole('button', { name: words.done }).click();
    await app.getByText(words.mayLeave).first().waitFor();
    await leave(page);
    await shown.locator('card-countdown').waitFor();
    await shown.locator('card-progress').waitFor();
    assert.equal(await shown.locator('card-amount').count(), 0);
    await page.screenshot({ path: `${process.env.PORTICO_SHOTS ?? product.dataDir}/card-leave.png` });

    // Beside the card's, the frame of the likeliest app may stand ready.
    const before = cardFrames(page);
    assert.ok(before >= 1);
    await page.locator('tab-bar').getByRole('link').nth(1).click();
    const after = await until(
      async () => cardFrames(page),
      (frames) => frames < before,
    );
    assert.equal(after, before - 1, 'the card is closed when home is not on the screen');
  },
);
