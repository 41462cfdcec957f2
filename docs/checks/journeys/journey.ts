import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchProfile } from '../product/browser.ts';
import { type Product, startProduct } from '../product/product.ts';

const results = fileURLToPath(new URL('../../../test-results/', import.meta.url));

export interface Traveller {
  readonly product: Product;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The product that the journeys of this file, which is a process, share; started for the first of them. */
let shared: Promise<Product> | undefined;
function sharedProduct(): Promise<Product> {
  shared ??= startProduct();
  return shared;
}
after(async () => (await shared)?.close());

/**
 * One journey of one customer through the whole running product in a real browser with a profile on disk. Those of one file
 * go through one product, one after the other. A journey that fails leaves a screenshot of every page and a trace in
 * `test-results/`.
 */
export function journey(
  name: string,
  travel: (traveller: Traveller) => Promise<void>,
  options: {
    readonly browser?: BrowserContextOptions;
    /** A product that is nobody else's, for a journey that leaves it stopped or changed. */
    readonly alone?: boolean;
    /** More arguments for the browser; may make files in the folder it is given. */
    readonly args?: (folder: string, product: Product) => Promise<readonly string[]>;
  } = {},
): void {
  test(name, { timeout: 240_000 }, async () => {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const profile = mkdtempSync(join(tmpdir(), 'portico-profile-'));
    const product = await (options.alone ? startProduct() : sharedProduct());
    const context = await launchProfile(profile, options.browser, await options.args?.(profile, product));
    const noise: string[] = [];
    context.setDefaultTimeout(15_000);
    try {
      await context.tracing.start({ snapshots: true });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => noise.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') noise.push(`console: ${message.text()}`);
      });
      await travel({ product, context, page });
      await context.tracing.stop();
    } catch (error) {
      mkdirSync(results, { recursive: true });
      for (const [index, page] of context.pages().entries()) {
        await page
          .screenshot({ path: join(results, `${slug}-${index}.png`) })
          .catch((fault: unknown) => noise.push(`no screenshot: ${fault}`));
      }
      await context.tracing.stop({ path: join(results, `${slug}.zip`) });
      console.error(
        `journey "${name}" failed; see test-results/${slug}*\n${noise.join('\n')}\n${product.log().slice(-40).join('\n')}`,
      );
      throw error;
    } finally {
      await context.close();
      if (options.alone) await product.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

/** Asks again until the answer satisfies, for 15 s at most; the last answer either way. */
export async function until<T>(ask: () => Promise<T>, satisfies: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (satisfies(answer) || tries >= 75) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
