import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOf } from '../outcome.ts';
import { confirmIntent, type Intent, newOrder, openIntent, orderState, signWithPasskey } from '../stage/cashier.ts';

/** In the container's own page: whatever the registry says an intent costs, the page hears one fen. */
const alteredAnswers = `{
  const ask = window.fetch;
  window.fetch = async (address, init) => {
    const answer = await ask(address, init);
    if (!String(address).endsWith('/payments/intents') || answer.status !== 201) return answer;
    const body = await answer.json();
    body.intent.amountMinor = '1';
    window.altered = true;
    return new Response(JSON.stringify(body), { status: 201 });
  };
}`;

export const attack: Attack = {
  id: '67',
  group: 'money',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  queue: 'money',
  title: 'change the order between what is shown and what is signed',
  expected:
    'what is signed is the hash of what is shown; another amount, order or challenge is refused and no money moves',
  async judge({ world, appId, open }) {
    const page = await world.payer();
    const order = await newOrder(world, appId);
    const intent = (await openIntent(page, appId, order)).body as Intent & { intent: Record<string, unknown> };
    const other = await newOrder(world, appId, '9900');

    // Another challenge than this intent's, e.g. of a dearer order.
    const dearer = (await openIntent(page, appId, other)).body as Intent;
    const assertion = await signWithPasskey(page, intent);
    const moved = await confirmIntent(page, dearer, assertion);
    holds(moved.status >= 400, `one order's assertion confirmed another: ${moved.status}`);
    const changed = { ...intent.intent, amountMinor: '1' };
    const bytes = new TextEncoder().encode(`portico-intent-v1\n${JSON.stringify(changed)}`);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
    const forged = await confirmIntent(page, intent, await signWithPasskey(page, intent, hash));
    holds(forged.status >= 400, `a changed intent was confirmed: ${forged.status} ${codeOf(forged.body)}`);
    same([await orderState(world, order), await orderState(world, other)].includes('PAID'), false, 'paid');

    // The container itself, when the amount on its screen is not what the registry would have it sign.
    const context = await world.context({ signedIn: true, serviceWorkers: 'block' });
    const third = await newOrder(world, appId);
    const lab = await open({
      context,
      before: async (tab) => {
        await tab.addInitScript({ content: alteredAnswers });
      },
    });
    await lab.frame()?.evaluate((token) => Object.assign(window, { token }), third.orderToken);
    await lab.page.mouse.click(195, 500);
    await lab.run('pay', 1_000);
    await lab.page
      .locator('cashier-sheet')
      .getByText(/没有完成付款|Not paid|not completed/i)
      .waitFor({ timeout: 10_000 });
    same(await lab.page.evaluate(() => Reflect.get(window, 'altered')), true, 'the answer was altered');
    same(await lab.page.locator('cashier-sheet armed-button').count(), 0, 'buttons that pay');
    same((await orderState(world, third)) === 'PAID', false, 'paid');
  },
  parts: {
    pay({ portico }) {
      portico.payment.request({ orderToken: String(Reflect.get(window, 'token')) }).catch(() => null);
      return null;
    },
  },
};
