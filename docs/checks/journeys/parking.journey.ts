import assert from 'node:assert/strict';
import { addAuthenticator } from '../product/browser.ts';
import { readBooks } from './books.ts';
import {
  appFrame,
  bindPlate,
  deepText,
  fenIn,
  openParking,
  payWithPasskey,
  player,
  signIn,
  words,
} from './customer.ts';
import { journey, until } from './journey.ts';

journey('a customer pays a parking fee, from the home screen to the receipt', async ({ page, product }) => {
  await addAuthenticator(page);
  await openParking(page, product.origin);
  await signIn(page, product);
  const app = await bindPlate(page, '沪A12345');
  const fee = fenIn(await app.getByRole('button', { name: words.pay }).innerText());
  assert.ok(fee > 0, 'the fee is worked out by the partner’s server');

  await payWithPasskey(page, app);
  const receipt = page.locator('cashier-sheet portico-receipt-card');
  const receiptText = await deepText(receipt);
  assert.equal(fenIn(receiptText), fee, 'the receipt states what the app showed');
  assert.match(receiptText, /城市停车有限公司/);
  await page.getByRole('button', { name: words.done }).click();
  await (await appFrame(page)).getByText(words.mayLeave).first().waitFor();

  const books = await until(
    () => readBooks(product),
    ({ webhooks }) => webhooks.every(({ state }) => state !== 'pending'),
  );
  assert.equal(books.sum, 0n, 'the ledger sums to zero');
  assert.ok(books.entries >= 2);
  assert.deepEqual(books.violations, []);
  assert.deepEqual(
    books.webhooks.filter(({ type }) => type === 'order.paid'),
    [{ type: 'order.paid', state: 'delivered', status: 204 }],
    'the partner has been told by webhook',
  );

  await page.goto(`${product.origin}/orders`);
  const order = page
    .locator('orders-screen')
    .getByText(/停车费/)
    .first();
  await order.click();
  await page.locator('receipt-screen portico-receipt-card').waitFor();
  assert.equal(fenIn(await deepText(page.locator('receipt-screen portico-receipt-card'))), fee);
});

journey(
  'with the server stopped, home and Parking still open and say that paying needs the network',
  async ({ page, product }) => {
    await openParking(page, product.origin);
    await signIn(page, product, '13800000002');
    await bindPlate(page, '沪B12345');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await product.stop();

    await page.goto(product.origin);
    await page.locator('home-screen service-shelf').getByText(words.parking).first().click();
    await player(page).waitFor();
    const app = await appFrame(page);
    await app.getByRole('button', { name: words.payNeedsNetwork }).waitFor();
    assert.match(await app.locator('#pay-note').innerText(), words.payNeedsNetwork);

    await product.restart();
    await page.goto(product.origin);
    await page.locator('home-screen service-shelf').getByText(words.parking).first().click();
    await (await appFrame(page)).getByRole('button', { name: words.pay }).waitFor();
  },
);
