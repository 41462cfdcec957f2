import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '58',
  group: 'interface',
  title: 'have the page resized, scrolled or covered just before the tap on Confirm lands',
  expected: 'a tap within 500 ms of any of it does not count; a calm one does',
  parts: {
    ask({ portico, notes }) {
      notes.delete('answer');
      portico.ui.confirm({ text: 'Tap now' }).then(
        ({ confirmed }) => notes.set('answer', confirmed),
        () => notes.set('answer', 'refused'),
      );
      return null;
    },
    answer: ({ notes }) => notes.get('answer') ?? 'none yet',
  },
  async judge({ open }) {
    const { page, run } = await open();
    await run('ask');
    const button = page.locator('confirm-sheet armed-button button');
    await button.waitFor();
    await page.waitForTimeout(800);
    const box = await button.boundingBox();
    if (!box) throw new TypeError('Confirm has no place');
    const tap = (): Promise<void> => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    /** Moves something and taps at once. A tap that a slow machine lets land late counts as a calm one, so it is tried again. */
    const tapAfter = async (what: string, move: () => Promise<unknown>): Promise<void> => {
      for (let tries = 0; tries < 5; tries += 1) {
        await page.waitForTimeout(700);
        const started = performance.now();
        await move();
        await tap();
        const took = performance.now() - started;
        const answer = await run('answer');
        if (took < 450) {
          same(answer, 'none yet', `after ${what}`);
          return;
        }
        if (answer === 'none yet') continue;
        await run('ask');
        await button.waitFor();
      }
      throw new TypeError('this machine is too slow to tap within half a second');
    };
    const viewport = page.viewportSize() ?? { width: 390, height: 844 };
    let narrower = 0;
    await tapAfter('a resize', async () => {
      narrower += 1;
      const width = viewport.width - narrower;
      await page.setViewportSize({ ...viewport, width });
      // What the page has not heard of yet has not moved anything that is on the screen.
      await page.waitForFunction((wanted) => innerWidth === wanted, width);
    });
    for (const type of ['blur', 'focus', 'orientationchange', 'scroll'] as const) {
      await tapAfter(type, () =>
        page.evaluate((name) => {
          const target = name === 'scroll' ? document : window;
          target.dispatchEvent(new Event(name));
        }, type),
      );
    }
    await page.waitForTimeout(700);
    await tap();
    await page.locator('confirm-sheet').waitFor({ state: 'detached' });
    same(await run('answer'), true, 'a calm tap');
  },
};
