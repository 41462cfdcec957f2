import type { Frame } from 'playwright-core';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '48',
  group: 'denial',
  title: 'use up the memory of its process',
  expected: 'the app’s process dies alone; the container lives, says so and can open apps again',
  queue: 'alone',
  async judge({ open, world }) {
    // A small heap for every renderer, so that the bomb goes off without taking this machine's memory along.
    const browser = await world.launch(['--js-flags=--max-old-space-size=192']);
    const context = await browser.newContext();
    const lab = await open({ context });
    const late = await measureLateness(lab.page, async () => {
      const bomb = (lab.frame() as Frame)
        .evaluate(() => {
          const kept: unknown[] = [];
          for (;;) kept.push(Array.from({ length: 100_000 }, (_none, index) => ({ index })));
        })
        .catch(() => 'died');
      await Promise.race([bomb, lab.page.waitForTimeout(20_000)]);
    });
    holds(late.most <= 500, `the host was ${late.most} ms late`);
    await lab.ended(30_000);
    await lab.page
      .locator('fault-page')
      .getByRole('button', { name: /重新进入|Open again/ })
      .click();
    await lab.page.locator('player-splash[gone]').waitFor({ state: 'attached', timeout: 20_000 });
  },
};
