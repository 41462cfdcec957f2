import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing that keeps somebody with a screen reader, a keyboard or weak sight from using what is on the screen. */
export async function isAccessible(page: Page, what: string): Promise<void> {
  // Movement in: what fades in, or is not armed yet, has no colours to measure.
  await page.locator('armed-button button[aria-disabled=true]').waitFor({ state: 'detached' });
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).exclude('player-screen .frames').analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  assert.deepEqual(told, [], what);
}
