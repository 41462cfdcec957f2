import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '45',
  group: 'denial',
  title: 'spin for ever, in workers and in the frame',
  expected: 'the host’s 10 ms timer stays within 50 ms at p99, and the app can be closed',
  queue: 'alone',
  patienceMs: 1000,
  guest() {
    new Worker(URL.createObjectURL(new Blob(['for (;;);'], { type: 'text/javascript' })));
    for (;;);
  },
  async judge({ page, leave }) {
    const late = await measureLateness(page, () => page.waitForTimeout(2_500));
    holds(late.samples > 100, `only ${late.samples} beats in 2.5 s`);
    holds(late.p99 <= 50, `the host’s timer was ${late.p99} ms late at p99`);
    await leave();
  },
};
