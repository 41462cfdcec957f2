import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '58',
  group: 'interface',
  title: 'have the page resized, scrolled or covered just before the tap on Confirm lands',
  expected: 'a tap within 500 ms of any of it does not count; a calm one does',
  parts: {
    ask({ portico, notes }) {
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
    /** Moves something and taps at once; a machine too slow for that tells nothing and is asked again. */
    const tapAfter = async (what: string, move: () => Promise<unknown>): Promise<void> => {
      for (let tries = 0; tries < 3; tries += 1) {
        await page.waitForTimeout(700);
        const started = performance.now();
        await move();
        await tap();
        const took = performance.now() - started;
        const answer = await run('answer');
        if (answer === 'none yet' && took < 450) return;
        if (took < 450) same(answer, 'none yet', `after ${what}`);
        same(answer, 'none yet', `after ${what}, ${took.toFixed(0)} ms later`);
      }
    };
    const viewport = page.viewportSize() ?? { width: 390, height: 844 };
    await tapAfter('a resize', async () => {
      await page.setViewportSize({ ...viewport, width: viewport.width - 1 });
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
