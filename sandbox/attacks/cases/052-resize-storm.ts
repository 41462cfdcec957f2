import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '52',
  group: 'denial',
  title: 'grow and resize without end: window, document, viewport, zoom',
  expected: 'the frame keeps its box, the container’s page does not scroll or zoom',
  queue: 'alone',
  parts: {
    storm() {
      const grow = document.createElement('div');
      document.body.append(grow);
      let size = 1;
      const step = (): void => {
        size = size > 1e6 ? 1 : size * 2;
        grow.style.cssText = `width:${size}px;height:${size}px`;
        try {
          resizeTo(size, size);
          moveTo(size, 0);
          parent.postMessage({ type: 'resize', width: size, height: size }, '*');
          scrollTo(size, size);
        } catch {
          // Refused; the next step tries again.
        }
        document.documentElement.style.zoom = String((size % 7) + 0.1);
      };
      document.head.insertAdjacentHTML('beforeend', '<meta name="viewport" content="width=9999,initial-scale=9">');
      setInterval(step, 1);
      return null;
    },
  },
  async judge({ open }) {
    const { page, frame, run, leave } = await open();
    const box = async () => (await (await frame()?.frameElement())?.boundingBox()) ?? null;
    const looks = () =>
      page.evaluate(() => [innerWidth, innerHeight, scrollX, scrollY, visualViewport?.scale, screenX, screenY]);
    const before = [await box(), await looks()];
    const idle = await measureLateness(page, () => page.waitForTimeout(1_000));
    const late = await measureLateness(page, async () => {
      await run('storm');
      await page.waitForTimeout(1_500);
    });
    same([await box(), await looks()], before, 'frame and page');
    holds(late.p99 <= Math.max(100, 6 * idle.p99), `the host was ${late.p99} ms late at p99, ${idle.p99} ms before`);
    await leave();
  },
};
