import type { Page } from 'playwright-core';

/** What a page shows, for whoever has to find out why it is not what was expected. */
export async function lookOf(page: Page): Promise<string> {
  const patience = { timeout: 5_000 };
  const says = await page
    .locator('body')
    .ariaSnapshot(patience)
    .catch((error: unknown) => String(error));
  const frames = page.frames().map((frame) => frame.url());
  return `${frames.join(', ')} ${says.replaceAll(/\s+/g, ' ')}`;
}
