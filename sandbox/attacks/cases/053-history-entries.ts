import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '53',
  group: 'denial',
  title: 'bury the container’s history under 60 entries of its own',
  expected: 'one press of the container’s Back leaves the app',
  async judge({ open, world }) {
    const context = await world.context();
    const lab = await open({ context });
    await lab.run('bury');
    await lab.page
      .locator('player-bar')
      .getByRole('button', { name: /返回|Back/ })
      .click();
    await lab.page.locator('home-screen').waitFor({ timeout: 5_000 });
    // It is kept, as every app that is left by Back, and not on the screen any more.
    await lab.page.locator('player-screen:not([hidden])').waitFor({ state: 'detached', timeout: 5_000 });
    same(new URL(lab.page.url()).pathname, '/', 'address');
  },
  parts: {
    bury() {
      for (let entry = 0; entry < 60; entry += 1) history.pushState(null, '', `#${entry}`);
      location.hash = 'last';
      return history.length;
    },
  },
};
