import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '45',
  group: 'denial',
  title: 'spin for ever, in a worker and in the frame',
  expected:
    'the host’s 10 ms timer stays within 50 ms at p99 (or four times what it was before), and the app can be closed',
  queue: 'alone',
  parts: {
    spin() {
      new Worker(URL.createObjectURL(new Blob(['for (;;);'], { type: 'text/javascript' })));
      for (;;);
    },
  },
  async judge({ open }) {
    const { page, run, leave } = await open();
    // On a busy machine the timer is late without any attack.
    const before = await measureLateness(page, () => page.waitForTimeout(1_500));
    const late = await measureLateness(page, async () => {
      void run('spin', 500);
      await page.waitForTimeout(3_000);
    });
    holds(late.samples > 60, `only ${late.samples} beats in 3 s`);
    const allowed = Math.max(50, 4 * before.p99);
    holds(late.p99 <= allowed, `the host’s timer was ${late.p99} ms late at p99, ${before.p99} ms before`);
    await leave();
  },
};
