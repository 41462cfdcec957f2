import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '54',
  group: 'denial',
  title: 'walk the container’s history: back, forward, go, navigation API',
  expected: 'the container does not move and the app stays open',
  parts: {
    async walk({ pause }) {
      for (const delta of [-1, -2, -10, 1, -1]) {
        history.go(delta);
        await pause(150);
      }
      history.back();
      const { navigation } = window as { navigation?: { back(): unknown; traverseTo(key: string): unknown } };
      for (const go of [() => navigation?.back(), () => navigation?.traverseTo('x')]) {
        try {
          const result = go();
          for (const promise of Object.values((result ?? {}) as Record<string, Promise<unknown>>))
            promise.catch(() => 0);
        } catch {
          // Nothing to go back to, which is the point.
        }
      }
      await pause(500);
      return 'still here';
    },
  },
  async judge({ page, open, world }) {
    await page.close();
    const context = await world.context();
    const fresh = await context.newPage();
    await fresh.goto(`${world.origin}/orders`);
    await fresh.goto(`${world.origin}/`);
    await fresh.close();
    const lab = await open({
      context,
      before: async (tab) => {
        await tab.goto(`${world.origin}/orders`);
        await tab.goto(`${world.origin}/settings`);
      },
    });
    const address = lab.page.url();
    same(await lab.run('walk'), 'still here');
    same(lab.page.url(), address, 'address of the container');
    same(lab.alive(), true, 'the app is open');
  },
};
