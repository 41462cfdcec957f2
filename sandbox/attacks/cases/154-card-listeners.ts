import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { insert, node } from '../card-nodes.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '154',
  group: 'card',
  only: 'sealed',
  title: 'forge listener ids and words: name other listeners, disguise a button, open elsewhere with a tap',
  expected: 'a card hears only that its own button was tapped; words are made plain; a tap opens its own app',
  card: {
    draw({ say }) {
      const button = node('2', 'card-button', {
        properties: { text: '付\u202e款\u200b \u0301\u0301\u0301\u0301', opens: '/pay?to=evil' },
        eventListeners: { press: 'l7' },
      });
      say([insert(button)]);
      // The same listener's name again, on nothing that can be tapped.
      say([[3, '2', 'press', 'l9', 3]]);
      return null;
    },
    heard: ({ heard }): JsonValue => JSON.parse(JSON.stringify(heard())),
  },
  async judge({ openCard, world }) {
    const { page, run } = await openCard();
    await run('draw');
    const button = page.locator('card-shelf-item card-button').getByRole('button');
    await button.waitFor();
    const text = await button.innerText();
    holds(!/[\p{Cf}\p{Cc}]/u.test(text) && !/\p{M}{3}/u.test(text), `the button says ${JSON.stringify(text)}`);
    await page.locator('card-shelf-item card-text').first().click();
    await page.locator('card-shelf-item').dispatchEvent('press');
    await page.waitForTimeout(200);
    const presses = (said: JsonValue | undefined): unknown[] =>
      (said as readonly { name?: string; payload?: unknown }[]).filter(({ name }) => name === 'card.press');
    same(presses(await run('heard')), [], 'presses that nobody made');
    const { appId } = await world.app('carded');
    await button.click();
    await page.waitForURL((url) => url.pathname.startsWith('/app/'));
    holds(new URL(page.url()).pathname.startsWith(`/app/${appId}/`), `the tap led to ${page.url()}`);
  },
};
