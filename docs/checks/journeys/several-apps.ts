/** Several small apps for the journeys of the apps that are alive: the try-out app under other names. */
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import type { Submission } from '../demo/seed.ts';
import type { Product } from '../product/product.ts';
import { until } from './journey.ts';
import { publish } from './publish.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tryOut = join(root, 'docs/checks/journeys/capabilities-app');

export interface SmallApp {
  readonly appId: string;
  readonly name: string;
}
const named = { tea: '茶馆', bus: '公交', film: '电影', meal: '点餐', flower: '花店', shop: '超市' } as const;
const inEnglish = { tea: 'Tea house', bus: 'Bus', film: 'Cinema', meal: 'Meals', flower: 'Flowers', shop: 'Groceries' };
export type SmallAppName = keyof typeof named;

/** Packs, submits and approves one, as a partner and two reviewers do; once a product. */
export async function publishSmall(product: Product, which: SmallAppName, code = 1): Promise<SmallApp & Submission> {
  const name = named[which];
  const appId = `com.small.${which}`;
  const folder = join(product.dataDir, `${which}-${code}`);
  if (!existsSync(folder)) writeSmall(folder, { appId, which, code });
  return { ...(await publish(product, folder, `${which}-${code}`)), appId, name };
}

function writeSmall(
  folder: string,
  { appId, which, code }: { readonly appId: string; readonly which: SmallAppName; readonly code: number },
): void {
  const name = named[which];
  mkdirSync(folder);
  cpSync(join(tryOut, 'icons'), join(folder, 'icons'), { recursive: true });
  const page = readFileSync(join(tryOut, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.replace('Nothing prepared', name));
  writeFileSync(join(folder, 'main.ts'), `import '${join(tryOut, 'main.ts')}';\n`);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const manifest = JSON.parse(readFileSync(join(tryOut, 'manifest.json'), 'utf8'));
  Object.assign(manifest, { app_id: appId, name, short_name: name, version: { name: `1.0.${code}`, code } });
  Object.assign(manifest.portico.listing.texts.en, { name: inEnglish[which], short_name: inEnglish[which] });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** The document of the app on the screen, once it can be told what to do. Each opening of an app gets a mark of its own. */
export async function smallApp(page: Page, name: string): Promise<Frame> {
  await page.locator('player-screen:not([hidden]) player-splash[gone]').waitFor({ state: 'attached' });
  const found = await until(
    async () => {
      for (const frame of page.mainFrame().childFrames()) {
        const says = await frame
          .evaluate(() => (window.tryOut ? document.querySelector('#what')?.textContent : ''))
          .catch(() => '');
        if (says === name) return frame;
      }
      return undefined;
    },
    (frame) => frame !== undefined,
  );
  if (!found) throw new Error(`no app that says ${name}`);
  return found;
}

/** By its link inside the running container, as a scanned code leads there: the page is not loaded again. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    const state: unknown = history.state;
    history.pushState(state, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  }, address);
}

/** How many of the small apps run in this page. A frame that was got ready for a tap has no app in it yet. */
export async function running(page: Page): Promise<number> {
  const frames = page.mainFrame().childFrames();
  const apps = await Promise.all(
    frames.map((frame) => frame.evaluate(() => window.tryOut !== undefined).catch(() => false)),
  );
  return apps.filter(Boolean).length;
}
