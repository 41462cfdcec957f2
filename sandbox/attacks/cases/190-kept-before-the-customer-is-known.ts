import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '190',
  group: 'money',
  title: 'keep something, and look for what others kept, before the registry has said who the customer is',
  expected: 'it waits for that word: nothing of one customer lies where the next one’s app finds it',
  parts: {
    async keep({ portico }) {
      await portico.storage.set({ key: 'plate', value: 'alone' });
      return null;
    },
    look: async ({ portico }) => (await portico.storage.get({ key: 'plate' })).value,
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const early = await open({
      context,
      // The registry takes its time to say who the customer is, as on a slow network.
      async before(page) {
        await page.route('**/api/v1/session', async (route) => {
          await asked;
          await route.continue();
        });
      },
    });
    const kept = early.run('keep');
    await early.page.waitForTimeout(300);
    answer();
    same(await kept, null, 'the customer keeps something');
    same(await early.run('look'), 'alone', 'what the customer finds again');
    await early.page.close();
    await context.clearCookies();
    const next = await open({ context });
    same(await next.run('look'), null, 'what the next one finds');
  },
};
