import type { Attack } from '../attack.ts';
import { insert, node } from '../card-nodes.ts';
import { holds } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '155',
  group: 'card',
  only: 'sealed',
  title: 'spin in a card for ever, with nested workers that spin too',
  expected:
    'the card is closed by its heartbeat; the home page stays within 50 ms at p99 (or four times what it was before)',
  queue: 'alone',
  card: {
    spin({ say }) {
      say([insert(node('2'))]);
      try {
        new Worker(URL.createObjectURL(new Blob(['for (;;);'])));
      } catch {
        // Then it spins alone.
      }
      for (;;);
    },
  },
  async judge({ openCard }) {
    const { page, run, failed } = await openCard();
    const before = await measureLateness(page, () => page.waitForTimeout(1_500));
    const allowed = Math.max(50, 4 * before.p99);
    const late = await measureLateness(page, async () => {
      void run('spin', 500);
      await failed(15_000);
    });
    holds(late.p99 <= allowed, `the host’s timer was ${late.p99} ms late at p99, ${before.p99} ms before`);
    holds((await page.locator('home-screen service-shelf').count()) > 0, 'the home page is gone');
  },
};
