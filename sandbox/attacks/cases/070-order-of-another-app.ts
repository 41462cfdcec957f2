import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOf } from '../outcome.ts';
import { newOrder, openIntent, orderState } from '../stage/cashier.ts';

export const attack: Attack = {
  id: '70',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  queue: 'money',
  title: 'have another app’s order, a forged token and a foreign customer’s order paid through this one',
  expected: 'refused; the customer’s cashier never opens for it',
  async judge({ world, appId }) {
    const page = await world.payer();
    const order = await newOrder(world, appId);
    for (const through of [(await world.app('other')).appId, 'com.cityparking.app']) {
      const { status, body } = await openIntent(page, through, order);
      holds(status >= 400, `${through} opened a cashier for the order of ${appId}: ${status}`);
      holds(/^ERR_PAYMENT_/.test(codeOf(body)), codeOf(body));
    }
    const { orderToken } = order;
    const turned = (at: number): string =>
      orderToken.slice(0, at) + (orderToken[at] === 'A' ? 'B' : 'A') + orderToken.slice(at + 1);
    const dots = [...orderToken.matchAll(/\./g)].map(({ index }) => index);
    for (const forged of [
      `${orderToken}x`,
      orderToken.slice(0, -2),
      orderToken.split('.').reverse().join('.'),
      ...dots.map((dot) => turned(dot + 10)),
      turned(10),
      order.orderId,
    ]) {
      const { status } = await openIntent(page, appId, { ...order, orderToken: forged });
      holds(status >= 400, `the forged token ${forged.slice(0, 20)}… opened a cashier`);
    }
    const { status, body } = await world.asPartner('POST', '/api/v1/orders', {
      appId,
      outOrderNo: `70-${crypto.randomUUID()}`,
      currency: 'CNY',
      amountMinor: '100',
      title: 'x',
      openid: 'o-of-somebody-else-000000',
    });
    if (status === 201) {
      const opened = await openIntent(page, appId, body as typeof order);
      holds(opened.status >= 400, 'an order bound to somebody else opened a cashier');
    }
    same(await orderState(world, order), 'CREATED');
    same((await openIntent(page, appId, order)).status, 201, 'the control');
  },
};
