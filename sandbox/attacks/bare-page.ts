import type { Page } from 'playwright-core';

/** A page of an app's own origin with no policy at all: what an app would have if every other defence had failed. */
export async function openBarePage(page: Page, frameUrl: string): Promise<void> {
  const address = `${new URL(frameUrl).origin}/bare`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bare</title>' }),
  );
  await page.goto(address);
}
