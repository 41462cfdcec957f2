import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import {
  asCustomer,
  confirmIntent,
  type Intent,
  newOrder,
  openIntent,
  settledState,
  signWithPasskey,
} from '../stage/cashier.ts';

export const attack: Attack = {
  id: '73',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  queue: 'money',
  title: 'crash, or be cut off, between the passkey and the answer, then pay again',
  expected: 'the second time there is only something to ask: paid once, never twice',
  async judge({ world, appId }) {
    const page = await world.payer();
    const order = await newOrder(world, appId, '300');
    const intent = (await openIntent(page, appId, order)).body as Intent;
    const assertion = await signWithPasskey(page, intent);
    const before = await world.books();
    // The request leaves and nobody is there for its answer.
    await page.evaluate(
      ([attemptId, body]) => {
        const leaving = new AbortController();
        fetch(`/api/v1/payments/intents/${attemptId}/confirm`, {
          method: 'POST',
          keepalive: true,
          headers: { 'content-type': 'application/json' },
          body,
          signal: leaving.signal,
        }).catch(() => null);
        setTimeout(() => leaving.abort(), 5);
      },
      [intent.attemptId, JSON.stringify({ assertion })] as const,
    );
    await page.reload();
    const again = await openIntent(page, appId, order);
    const state = again.status === 201 ? await pay(again.body as Intent) : await settledState(world, order);
    same(state, 'PAID');
    const hint = await asCustomer(page, '/api/v1/payments/query', { appId, orderToken: order.orderToken });
    same((hint.body as { hint: string }).hint, 'maybe_paid', 'the hint');
    const replay = await confirmIntent(page, intent, assertion);
    const third = await openIntent(page, appId, order);
    holds(third.status >= 400, `a paid order opened a cashier: ${third.status}`);
    holds(replay.status !== 500, 'the replay broke the server');
    const after = await world.books();
    same([String(after.sum ?? 0n), after.violations.length], ['0', 0], 'books');
    const receipts = await page.evaluate(async () => (await (await fetch('/api/v1/payments/orders')).json()).orders);
    const mine = (receipts as readonly { orderId: string; state: string }[]).filter(
      ({ orderId, state: reached }) => orderId === order.orderId && reached === 'PAID',
    );
    same(mine.length, 1, 'paid receipts');
    holds(after.entries > before.entries, 'nothing was posted');

    async function pay(second: Intent): Promise<string> {
      await confirmIntent(page, second, await signWithPasskey(page, second));
      return settledState(world, order);
    }
  },
};
