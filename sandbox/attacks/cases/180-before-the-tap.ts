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
    // Whoever is closed has half a second to save what it must.
    const running = async (): Promise<string[]> => {
      const found = await Promise.all(
        page
          .mainFrame()
          .childFrames()
          .map((frame) =>
            frame
              .evaluate(() => window.attackLab !== undefined)
              .then(
                (runs) => (runs ? [frame.url()] : []),
                () => [],
              ),
          ),
      );
      return found.flat();
    };
    for (let waited = 0; waited < 5_000 && (await running()).length > 0; waited += 100) await page.waitForTimeout(100);
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
      same(await running(), [], 'apps whose code ran');
      await page.waitForTimeout(100);
    }
  },
};
