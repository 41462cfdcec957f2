import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { measureLateness } from '../lateness.ts';

export const attack: Attack = {
  id: '115',
  group: 'denial',
  title:
    'use up the machine: a worker for every core and more, regular expressions, layouts, canvases, sockets of its own',
  expected: 'the host stays within 100 ms at p99 (or six times what it was before), and the app can be closed',
  queue: 'alone',
  parts: {
    burn() {
      for (let worker = 0; worker < 2; worker += 1)
        new Worker(
          URL.createObjectURL(new Blob(['/^(a+)+$/.test("a".repeat(40) + "b")'], { type: 'text/javascript' })),
        );
      const boxes = document.createElement('div');
      boxes.innerHTML = '<div style="float:left;width:33%">x</div>'.repeat(3_000);
      document.body.append(boxes);
      let width = 1;
      setInterval(() => {
        width = (width % 90) + 1;
        boxes.style.width = `${width}vw`;
        void boxes.offsetHeight;
        const canvas = document.createElement('canvas');
        canvas.width = 4_000;
        canvas.height = 400;
        canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
      }, 1);
      return null;
    },
  },
  async judge({ open }) {
    const { page, run, leave } = await open();
    const before = await measureLateness(page, () => page.waitForTimeout(1_500));
    const late = await measureLateness(page, async () => {
      await run('burn', 500);
      await page.waitForTimeout(2_500);
    });
    const allowed = Math.max(100, 6 * before.p99);
    holds(late.p99 <= allowed, `the host was ${late.p99} ms late at p99, ${before.p99} ms before`);
    await leave(10_000);
  },
};
