import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '116',
  group: 'denial',
  title: 'change its address without end: pushState, replaceState, fragments',
  expected: 'the host stays within 100 ms at p99, its own address and Back are its own',
  queue: 'alone',
  parts: {
    flood() {
      let entry = 0;
      // For a second and a half: the debugger that watches us tells of every change, and drowns long before the host.
      const until = performance.now() + 1_500;
      const timer = setInterval(() => {
        if (performance.now() > until) clearInterval(timer);
        for (let change = 0; change < 20; change += 1) {
          entry += 1;
          try {
            history.pushState({ entry }, '', `#${entry}`);
            history.replaceState({ entry }, '', `?${entry}`);
            location.hash = String(entry);
          } catch {
            // The browser limits how often; the next round tries again.
          }
        }
      }, 50);
      return null;
    },
  },
  async judge({ open, world }) {
    const { page, run, leave } = await open();
    const address = page.url();
    const before = await measureLateness(page, () => page.waitForTimeout(1_000));
    const late = await measureLateness(page, async () => {
      await run('flood');
      await page.waitForTimeout(2_000);
    });
    holds(late.p99 <= Math.max(100, 6 * before.p99), `the host was ${late.p99} ms late at p99`);
    same(page.url(), address, 'the container’s address');
    await leave();
    same(page.url(), `${world.origin}/`, 'after leaving');
  },
};
