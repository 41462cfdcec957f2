/** A page of the container that was loaded before the bank renewed its apps' frames and the container itself. */
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import type { Product } from '../product/product.ts';
import { type Change, type ChangingProxy, startChangingProxy } from './changing-proxy.ts';
import { player } from './customer.ts';
import { journey } from './journey.ts';
import { publishSmall, smallApp } from './several-apps.ts';

const says = {
  outdated: /有新版本|newer version/,
  update: /^(更新|Update)$/,
} as const;

/** The build of the container that the page came from, by a mark that the proxy puts into later ones. */
const BUILD = 'meta[name="build"]';
const paths = /\/frame\.html|^\/service-worker\.js|^\/index\.html|^\/$|^\/assets\/offline-/;

/** Frames of a registry whose loader no longer speaks the container's version of the bridge. */
const newerFrames = (path: string, honest: string): string | undefined => {
  if (!path.includes('/frame.html')) return undefined;
  assert.ok(honest.includes('versions:[1]'), 'the loader names the versions it speaks');
  return honest.replace('versions:[1]', 'versions:[2]');
};
/** The container that goes with them; it speaks their version, so they are as before to it. */
const newerContainer = (path: string, honest: string): string | undefined => {
  if (path === '/service-worker.js') {
    const revised = honest.replace(/(url:"index\.html",revision:")\w+/, '$1the-newer-one');
    assert.notEqual(revised, honest, 'the worker lists the page with a revision');
    return revised;
  }
  if (path !== '/' && !path.startsWith('/index.html')) return undefined;
  return honest.replace('<head>', '<head><meta name="build" content="2">');
};

/** The page's own later scripts, which the newer build no longer has. */
const scriptsGone = (path: string, honest: string): string | undefined =>
  path.startsWith('/assets/offline-') ? "throw new Error('gone')" : newerFrames(path, honest);

let proxy: ChangingProxy | undefined;
afterEach(() => proxy?.close());

/** For a browser that finds the product behind a proxy, which changes answers as told. */
const through =
  (to: Change) =>
  async (_folder: string, { port }: Product): Promise<readonly string[]> => {
    proxy = await startChangingProxy(port, { paths, to });
    return [`--host-resolver-rules=MAP *.portico.localhost 127.0.0.1:${proxy.port}`];
  };

journey(
  'a page that is older than the frames says so, and becomes the newest container when the customer asks for it',
  async ({ page, product }) => {
    const tea = await publishSmall(product, 'tea');
    await page.goto(`${product.origin}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(`${product.origin}/app/${tea.appId}`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const fault = player(page).locator('fault-page');
    await fault.getByText(says.outdated).waitFor();

    // Nothing newer is there yet: the page is loaded again as it is, and says the same.
    const loaded = page.waitForEvent('load');
    await fault.getByRole('button', { name: says.update }).click();
    await loaded;
    await fault.getByText(says.outdated).waitFor();
    assert.equal(await page.locator(BUILD).count(), 0);

    if (proxy) proxy.change = { paths, to: newerContainer };
    await fault.getByRole('button', { name: says.update }).click();
    await page.locator(BUILD).waitFor({ state: 'attached' });
    await smallApp(page, tea.name);
    assert.equal(await fault.count(), 0);
  },
  { args: through(newerFrames) },
);

journey(
  'a page without a service worker, whose later scripts are gone, is at least loaded again',
  async ({ page, product }) => {
    const tea = await publishSmall(product, 'tea');
    await page.goto(`${product.origin}/app/${tea.appId}`);
    const fault = player(page).locator('fault-page');
    await fault.getByText(says.outdated).waitFor();
    const loaded = page.waitForEvent('load');
    await fault.getByRole('button', { name: says.update }).click();
    await loaded;
  },
  { browser: { serviceWorkers: 'block' }, args: through(scriptsGone) },
);
