import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '59',
  group: 'interface',
  title: 'bait a double tap, so that the second one lands on Confirm',
  expected: 'taps in the first 500 ms of a sheet are ignored, however many',
  parts: {
    bait({ portico, notes }) {
      const button = document.createElement('button');
      button.textContent = 'Tap me twice';
      button.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
      button.onclick = () => {
        portico.ui.confirm({ text: 'Pay everything' }).then(
          ({ confirmed }) => notes.set('answer', confirmed),
          // One sheet at a time: the later taps of the bait are told so.
          () => null,
        );
      };
      document.body.append(button);
      return null;
    },
    answer: ({ notes }) => notes.get('answer') ?? 'none yet',
  },
  async judge({ open }) {
    // Once, to learn where Confirm appears and to have its code loaded.
    const first = await open();
    await first.run('bait');
    await first.page.mouse.click(195, 500);
    const button = first.page.locator('confirm-sheet armed-button button');
    await button.waitFor();
    await first.page.waitForTimeout(600);
    const box = await button.boundingBox();
    if (!box) throw new TypeError('Confirm has no place');
    await first.page.close();

    const { page, run } = await open();
    await run('bait');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const started = performance.now();
    for (let tap = 0; performance.now() - started < 300 || tap < 2; tap += 1) await page.mouse.click(x, y);
    await page.waitForTimeout(100);
    same(await run('answer'), 'none yet');
    same(await page.locator('confirm-sheet').count(), 1, 'the sheet');
  },
};
