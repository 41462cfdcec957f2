import type { Attack } from '../attack.ts';
import type { World } from '../bench.ts';
import { holds, same } from '../expect.ts';
import { confirmIntent, type Intent, newOrder, openIntent, settledState, signWithPasskey } from '../stage/cashier.ts';

/** The books once nothing has been posted for a second: an order is paid a moment before its last entries are there. */
async function booksAtRest(world: World): ReturnType<World['books']> {
  let books = await world.books();
  for (let quiet = 0, looks = 0; quiet < 4 && looks < 60; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = await world.books();
    quiet = now.entries === books.entries ? quiet + 1 : 0;
    books = now;
  }
  return books;
}

export const attack: Attack = {
  id: '68',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  queue: 'money',
  title: 'pay one order twice at once: two cashiers, one assertion five times, two assertions',
  expected: 'one settles; the books hold one payment and balance',
  async judge({ world, appId }) {
    const page = await world.payer();
    const payOnce = async (): Promise<void> => {
      const single = await newOrder(world, appId, '250');
      const intent = (await openIntent(page, appId, single)).body as Intent;
      await confirmIntent(page, intent, await signWithPasskey(page, intent));
      same(await settledState(world, single), 'PAID');
    };
    // A customer's first payment opens their account, which has entries of its own.
    await payOnce();
    const order = await newOrder(world, appId, '250');
    const before = await booksAtRest(world);
    const opened = await Promise.all([1, 2, 3].map(() => openIntent(page, appId, order)));
    const intents = opened.filter(({ status }) => status === 201).map(({ body }) => body as Intent);
    holds(intents.length >= 1, `no cashier opened: ${JSON.stringify(opened.map(({ status }) => status))}`);
    const assertions: [Intent, unknown][] = [];
    for (const intent of intents) assertions.push([intent, await signWithPasskey(page, intent)]);
    const confirmed = await Promise.all(
      [...assertions, ...assertions, ...assertions.slice(0, 1)].map(([intent, assertion]) =>
        confirmIntent(page, intent, assertion),
      ),
    );
    holds(
      confirmed.some(({ status }) => status === 200),
      `nothing was confirmed, so nothing was tried: ${JSON.stringify(confirmed)}`,
    );
    same(await settledState(world, order), 'PAID');
    const after = await booksAtRest(world);
    same(String(after.sum ?? 0n), '0', 'sum of the ledger');
    same(after.violations.length, 0, 'breaches of the ledger’s rules');
    const orders = await page.evaluate(async () => (await (await fetch('/api/v1/payments/orders')).json()).orders);
    const mine = (orders as readonly { orderId: string }[]).filter(({ orderId }) => orderId === order.orderId);
    same(mine.length, 1, 'receipts');
    // One order at the same price, paid once by itself, makes as many entries.
    await payOnce();
    const last = await booksAtRest(world);
    same(after.entries - before.entries, last.entries - after.entries, 'entries of the contested payment');
  },
};
