import type { Page } from 'playwright-core';
import { WallBreach } from './expect.ts';

const STEP_MS = 100;

/**
 * Holds when a count that an app drives several times a second stands still. What was on its way when the app ended may
 * still arrive, so it gets five seconds to stand still for one; an app that lives never does.
 */
export async function fallsSilent(page: Page, count: () => number, what: string): Promise<void> {
  let last = count();
  let quietMs = 0;
  for (let waited = 0; quietMs < 1_000; waited += STEP_MS) {
    if (waited > 5_000) throw new WallBreach(`${what} go on: ${count()}`);
    await page.waitForTimeout(STEP_MS);
    quietMs = count() === last ? quietMs + STEP_MS : 0;
    last = count();
  }
}
