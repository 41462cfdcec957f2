import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { newOrder, orderState } from '../stage/cashier.ts';

export const attack: Attack = {
  id: '71',
  group: 'money',
  title: 'hide a payment in a link: order token, method and resume in the query, in the path, in the fragment',
  expected: 'nothing runs by itself; the app gets words, without a tap no cashier opens',
  signedIn: true,
  parts: {
    look: async ({ portico }) => JSON.parse(JSON.stringify(await portico.app.launchOptions())),
  },
  async judge({ open, world, appId }) {
    const order = await newOrder(world, appId);
    const token = encodeURIComponent(order.orderToken);
    for (const path of [
      `/pay?orderToken=${token}&method=payment.request&resume=payment.request&hint=maybe_paid`,
      `/?resume[method]=payment.request&resume[orderToken]=${token}&autopay=1`,
      `/#payment.request:${token}`,
      `/..%2f..%2fcashier?orderToken=${token}`,
    ]) {
      const { page, run } = await open({ path });
      await page.waitForTimeout(400);
      same(await page.locator('cashier-sheet, passkey-sheet').count(), 0, `sheets of ${path}`);
      const options = (await run('look')) as { resume?: unknown };
      same(options.resume, undefined, 'resume');
      await page.close();
    }
    same(await orderState(world, order), 'CREATED');
  },
};
