import type { Page } from 'playwright-core';
import { WallBreach } from './expect.ts';

/** How late a 10 ms timer of the page was while `run` ran, in milliseconds. */
export async function measureLateness(
  page: Page,
  run: () => Promise<unknown>,
): Promise<{ readonly p99: number; readonly most: number; readonly samples: number }> {
  await page.evaluate(() => {
    const late: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      late.push(now - last - 10);
      last = now;
    }, 10);
    Object.assign(window, { lateness: { late, timer } });
  });
  await run();
  const late = await page.evaluate(() => {
    const { late: measured, timer } = Reflect.get(window, 'lateness');
    clearInterval(timer);
    return measured as number[];
  });
  const sorted = late.sort((a, b) => a - b);
  const at = (share: number): number => Math.max(0, Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0));
  return { p99: at(0.99), most: at(1), samples: sorted.length };
}

/**
 * How late the host's timer was at most while an app did its worst, against how late it was in the same page just before,
 * when the app did nothing: a busy machine makes every timer late. Where the first look is over the limit two more are
 * taken, because a host that is held up is held up each time, and another program's moment passes.
 * @param limit milliseconds that are always allowed
 * @param look opens the app anew; `worst` resolves when the attack is over, and `page` is closed after it
 */
export async function assertNeverLate(
  what: string,
  limit: number,
  look: () => Promise<{ readonly page: Page; worst(): Promise<unknown> }>,
): Promise<void> {
  const looks: string[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    const { page, worst } = await look();
    const before = await measureLateness(page, () => page.waitForTimeout(700));
    const { most } = await measureLateness(page, worst);
    await page.close();
    if (most <= Math.max(limit, 4 * before.most)) return;
    looks.push(`${most} ms (${before.most} ms before)`);
  }
  throw new WallBreach(`during ${what} the host was late by ${looks.join(', ')}`);
}
