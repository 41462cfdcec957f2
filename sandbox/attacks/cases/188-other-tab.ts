import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '188',
  group: 'money',
  title: 'go on with what one customer kept, after another tab of the container signed them out',
  expected: 'once the page is looked at again, the app starts anew for whoever is there',
  parts: {
    async keep({ portico }) {
      await portico.storage.set({ key: 'mine', value: 'alone' });
      return (await portico.storage.get({ key: 'mine' })).value;
    },
    look: async ({ portico }) => (await portico.storage.get({ key: 'mine' })).value,
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const { page, run, alive, gone } = await open({ context });
    same(await run('keep'), 'alone', 'what the customer kept');
    await context.clearCookies();
    // A browser without windows shows every page all the time, and so tells none that it is looked at again.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await gone();
    same(alive(), false, 'the app of before is alive');
    const again = await open({ context });
    same(await again.run('look'), null, 'what the next one finds');
  },
};
