/** The mini-app of the capability journeys, from its source to the customer's screen. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import type { Product } from '../product/product.ts';
import { appFrame } from './customer.ts';
import { publish } from './publish.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const TRY_OUT = 'com.tryout.app';

export const publishTryOut = (product: Product): Promise<unknown> =>
  publish(product, join(root, 'docs/checks/journeys/capabilities-app'), 'try-out');

export async function openTryOut(page: Page, product: Product): Promise<Frame> {
  await page.goto(`${product.origin}/app/${TRY_OUT}`);
  const app = await appFrame(page);
  await app.waitForFunction(() => window.tryOut !== undefined);
  // The splash takes taps until it has faded.
  await page.locator('player-splash[gone]').waitFor({ state: 'attached' });
  await page.waitForTimeout(700);
  return app;
}

/** Taps the app's button, which calls the method; the outcome comes when the customer has answered. */
export async function tap(app: Frame, method: string, args: object = {}): Promise<() => Promise<unknown>> {
  await app.evaluate(
    ([name = '', given = '']) => window.tryOut?.prepare(name, JSON.parse(given)),
    [method, JSON.stringify(args)],
  );
  await app.locator('#go').click();
  return () => app.evaluate(() => window.tryOut?.outcome());
}
