import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '180',
  group: 'interface',
  title:
    'run before it is opened: as the app used last, while home makes likely apps ready, under a finger that does not tap',
  expected: 'a frame may stand ready; no code of the app runs before the tap',
  async judge({ open }) {
    const { page, leave } = await open();
    await leave();
    const tile = page.locator('home-screen service-shelf a, home-screen service-shelf button').first();
    await tile.waitFor();
    const box = await tile.boundingBox();
    if (box) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height + 200, { steps: 5 });
      await page.mouse.up();
    }
    for (let look = 0; look < 15; look += 1) {
      for (const frame of page.mainFrame().childFrames()) {
        const runs = await frame.evaluate(() => window.attackLab !== undefined).catch(() => false);
        same(runs, false, `the code of ${frame.url()} ran`);
      }
      await page.waitForTimeout(100);
    }
  },
};
