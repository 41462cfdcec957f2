import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

export const attack: Attack = {
  id: '45',
  group: 'denial',
  title: 'spin for ever in the frame',
  expected: 'the host’s 10 ms timer stays within 50 ms at p99, and the app can be closed',
  patienceMs: 1000,
  guest() {
    for (;;);
  },
  async judge({ page }) {
    const lateness = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const late: number[] = [];
          let last = performance.now();
          const timer = setInterval(() => {
            const now = performance.now();
            late.push(now - last - 10);
            last = now;
            if (late.length >= 250) {
              clearInterval(timer);
              resolve(late);
            }
          }, 10);
        }),
    );
    late99(lateness);
    await page
      .locator('player-bar')
      .getByRole('button', { name: /关闭|Close/ })
      .click({ timeout: 5000 });
    await page.locator('home-screen').waitFor({ timeout: 5000 });
  },
};

function late99(lateness: readonly number[]): void {
  const sorted = [...lateness].sort((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.POSITIVE_INFINITY;
  holds(p99 <= 50, `the host’s timer was ${p99.toFixed(0)} ms late at p99`);
}
