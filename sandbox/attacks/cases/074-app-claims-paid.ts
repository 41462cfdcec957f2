import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { newOrder, orderState } from '../stage/cashier.ts';

export const attack: Attack = {
  id: '74',
  group: 'money',
  title: 'claim that an order is paid: by title, toast, a receipt of its own, forged events and results',
  expected: 'the container’s orders and the registry say what is true; the app’s words carry its name',
  signedIn: true,
  parts: {
    async claim({ takePort, pause }) {
      document.body.innerHTML = '<h1>✓ 支付成功 ¥100.00</h1><p>凭证号 2026 0001</p>';
      const port = takePort();
      let id = 0;
      const say = (method: string, args: unknown): void => {
        id += 1;
        port.postMessage({ type: 'call', id, method, args });
      };
      say('app.setTitle', { title: '支付成功 · 银行' });
      say('ui.toast', { text: '银行：支付成功 ¥100.00' });
      for (const name of ['payment', 'ready', 'paid', 'receipt'])
        port.postMessage({ type: 'event', name, payload: { hint: 'maybe_paid' } });
      await pause(300);
      return null;
    },
  },
  async judge({ open, world, appId }) {
    const order = await newOrder(world, appId, '10000');
    const { page, run } = await open();
    await run('claim');
    const toast = await page.locator('sheet-layer .toast').innerText();
    holds(toast.startsWith('实验室'), `the toast says ${toast}`);
    same(await page.locator('cashier-sheet, portico-receipt-card').count(), 0, 'receipts of the container');
    same(await orderState(world, order), 'CREATED');
    const receipts = await page.evaluate(async () => (await (await fetch('/api/v1/payments/orders')).json()).orders);
    holds(!JSON.stringify(receipts).includes(order.orderId), 'the order is among the customer’s receipts');
  },
};
