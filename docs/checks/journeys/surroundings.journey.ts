/** What changes around an app while it is open, or before it opens: the device, the network, the customer's choices, the bank's trust. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Frame } from 'playwright-core';
import { launchProfile } from '../product/browser.ts';
import { startProduct } from '../product/product.ts';
import { player, words } from './customer.ts';
import { journey, until } from './journey.ts';
import { revoke } from './publish.ts';
import { follow, publishSmall, running, smallApp } from './several-apps.ts';

declare global {
  interface Window {
    /** The native side of the tests says something that nobody asked for. */
    nativeSays?: (event: string, payload: object) => void;
  }
}

/** A bank's native app whose device can tell that it is short of memory, and nothing else. As text: compiled, it would name its functions. */
const nativeApp = `if (window.top === window) {
  const native = {
    onmessage: undefined,
    postMessage(text) {
      const { id, method } = JSON.parse(text);
      const value = method === 'hello' ? { version: 1, origin: location.origin, features: ['memory'] } : null;
      queueMicrotask(() => native.onmessage?.({ data: JSON.stringify({ portico: 1, id, ok: true, value }) }));
    },
  };
  window.porticoNative = native;
  window.nativeSays = (event, payload) => native.onmessage?.({ data: JSON.stringify({ portico: 1, event, payload }) });
}`;

const heard = (app: Frame): Promise<readonly string[]> => app.evaluate(() => window.tryOut?.heard ?? []);
const hears = (app: Frame, what: string): Promise<void> =>
  until(
    () => heard(app),
    (events) => events.includes(what),
  ).then((events) => assert.ok(events.includes(what), `${what} is not among ${events.join(', ')}`));

journey(
  'apps hear of what changes around them, and those out of sight end before a device short of memory ends the page',
  async ({ page, product, context }) => {
    const tea = await publishSmall(product, 'tea');
    const bus = await publishSmall(product, 'bus');
    await page.addInitScript(nativeApp);
    await page.goto(`${product.origin}/`);
    await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
    await follow(page, `/app/${tea.appId}`);
    const first = await smallApp(page, tea.name);
    await follow(page, `/app/${bus.appId}`);
    const second = await smallApp(page, bus.name);

    await page.emulateMedia({ colorScheme: 'dark' });
    await hears(second, 'theme dark');
    await hears(first, 'theme dark');
    await context.setOffline(true);
    await hears(second, 'network false');
    await context.setOffline(false);
    await hears(second, 'network true');
    await page.evaluate(() => window.nativeSays?.('memory', { level: 'low' }));
    await hears(first, 'memory low');
    await hears(second, 'memory low');

    await follow(page, '/settings');
    await page.locator('settings-screen').getByText('English').click();
    await follow(page, `/app/${bus.appId}`);
    await hears(second, 'locale en');

    assert.equal(await running(page), 2);
    await page.evaluate(() => window.nativeSays?.('memory', { level: 'critical' }));
    await until(
      () => running(page),
      (count) => count === 1,
    );
    assert.equal(await (await smallApp(page, bus.name)).evaluate(() => window.tryOut !== undefined), true);
    assert.equal(await running(page), 1, 'the one on the screen stays');
    await hears(second, 'memory critical');
  },
  { browser: { locale: 'zh-CN', colorScheme: 'light' } },
);

journey('an app whose files are long on their way shows how far they have come', async ({ page, product }) => {
  const { appId, name } = await publishSmall(product, 'film');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let through = 0;
  let stopped = 0;
  await page.route(/\/blobs\/[0-9a-f]{64}$/, async (route) => {
    const file = await fetch(`${product.api}${new URL(route.request().url()).pathname}`);
    // The page is small, its script is not.
    if ((await file.arrayBuffer()).byteLength < 2_000) {
      stopped += 1;
      await held;
    } else {
      through += 1;
    }
    await route.continue();
  });
  await page.goto(`${product.origin}/app/${appId}`);
  const seen = page.locator('player-splash:not([gone]) .track.seen');
  await seen.waitFor();
  const share = await until(
    async () => Number(await seen.getAttribute('aria-valuenow')),
    (value) => value > 0,
  );
  assert.ok(through > 0 && stopped > 0, `${through} files came, ${stopped} were held up`);
  assert.ok(share > 0 && share < 100, `${share} % had come`);
  release();
  await smallApp(page, name);
});

journey('an app that was made ready, and then revoked, never starts', async ({ page, product }) => {
  const meal = await publishSmall(product, 'meal');
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
  await follow(page, `/app/${meal.appId}`);
  await smallApp(page, meal.name);
  await player(page).getByRole('button', { name: words.close }).click();
  await page.locator('player-screen').waitFor({ state: 'detached' });
  // The app used last is the likeliest: its frame stands ready, with nothing of the app in it that runs.
  const waiting = (): Promise<number> =>
    until(
      async () => page.frames().filter((frame) => frame.url().includes(meal.digest)).length,
      (count) => count === 1,
    );
  await page.reload();
  assert.equal(await waiting(), 1, 'a frame waits for a tap');
  assert.equal(await running(page), 0);

  // Opened, and left in the same moment: it has started, is seen, and goes with the customer.
  const left = await until(
    () =>
      page.evaluate((address) => {
        const stage = document.body.lastElementChild;
        let seen = false;
        for (const to of [address, '/']) {
          history.pushState(history.state, '', to);
          dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
          seen ||= stage?.localName === 'div' && stage.checkVisibility({ opacityProperty: true });
        }
        return { seen, stays: stage?.isConnected };
      }, `/app/${meal.appId}`),
    ({ seen }) => seen,
  );
  assert.deepEqual(left, { seen: true, stays: false });
  assert.equal(await waiting(), 1, 'the next tap finds it ready again');
  assert.equal(await running(page), 0);
  assert.equal(await page.locator('player-screen').count(), 0);

  await revoke(product, { appId: meal.appId });
  const lying = await until(
    async () => page.frames().filter((frame) => frame.url().includes(meal.digest)).length,
    (count) => count === 0,
  );
  assert.equal(lying, 0, 'it does not lie ready any longer');
  await follow(page, `/app/${meal.appId}`);
  await player(page)
    .locator('fault-page')
    .getByText(/Charges twice/)
    .waitFor();
  assert.equal(page.frames().length, 1);
  assert.equal(await running(page), 0);
});

test('with the browser started again and no server, an app that was opened before opens, and another says what it needs', {
  timeout: 240_000,
}, async () => {
  const product = await startProduct();
  const profile = mkdtempSync(join(tmpdir(), 'portico-profile-'));
  try {
    const tea = await publishSmall(product, 'tea');
    const flower = await publishSmall(product, 'flower');
    const before = await launchProfile(profile);
    const page = before.pages()[0] ?? (await before.newPage());
    await page.goto(`${product.origin}/app/${tea.appId}`);
    await smallApp(page, tea.name);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await until(
      () => page.evaluate(async () => (await caches.keys()).length),
      (count) => count > 0,
    );
    await before.close();
    await product.stop();

    const after = await launchProfile(profile);
    try {
      const again = after.pages()[0] ?? (await after.newPage());
      await again.goto(`${product.origin}/app/${tea.appId}`);
      const app = await smallApp(again, tea.name);
      assert.equal(await app.evaluate(() => self.origin), 'null');
      await again.goto(`${product.origin}/app/${flower.appId}`);
      await player(again)
        .locator('fault-page')
        .getByText(/需要联网一次|needs? the network/i)
        .waitFor();
    } finally {
      await after.close();
    }
  } finally {
    await product.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
