import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Product } from '../product/product.ts';
import { appFrame, openParking, player, signIn } from './customer.ts';
import { journey, until } from './journey.ts';
import { demoSite, gameApp, publish, todoSite } from './origin/sites.ts';
import { revoke } from './publish.ts';

/** Opens an app by its link and waits for the site's own document, which is never one of our pages. */
async function open(page: Page, product: Product, appId: string): Promise<Frame> {
  await page.goto(`${product.origin}/app/${appId}/`);
  return siteFrame(page);
}

async function siteFrame(page: Page): Promise<Frame> {
  const isSite = (frame: Frame): boolean => /^http:\/\/a-/.test(frame.url()) && !frame.url().includes('/.portico/');
  const frame = await until(async () => page.frames().find(isSite), Boolean);
  assert.ok(frame, `no site opened: ${page.frames().map((found) => found.url())}`);
  await frame.waitForLoadState();
  await player(page).locator('player-splash[gone]').waitFor({ state: 'attached' });
  return frame;
}

journey(
  'an unmodified site runs on an origin of its own, with its own storage, routing and pages',
  async (traveller) => {
    const { page, product } = traveller;
    const { appId } = await publish(product, await demoSite(product));
    let site = await open(page, product, appId);
    await site.getByText('screen /').waitFor();
    await site.getByText('fee 1500').waitFor();
    assert.equal(await site.evaluate(() => Reflect.get(window, 'inlineRan')), 'inline', 'the hashed inline script ran');
    assert.equal(await site.locator('#screen').evaluate((screen) => getComputedStyle(screen).color), 'rgb(1, 2, 3)');
    assert.equal(await site.evaluate(() => top?.length), 0, 'the frame cannot be reached by number');

    await site.getByLabel('Note').fill('level 2, row F');
    await site.getByRole('button', { name: 'Keep' }).click();
    await site.getByRole('link', { name: 'List' }).click();
    await site.getByText('screen /list').waitFor();
    await site.evaluate(() => location.reload());
    await site.getByText('screen /list').waitFor();
    assert.equal(await site.getByLabel('Note').inputValue(), 'level 2, row F');
    await site.getByRole('link', { name: 'Guide' }).click();
    await site.getByRole('heading', { name: 'Guide' }).waitFor();
    await site.getByRole('link', { name: 'Home' }).click();
    await site.getByText('screen /').waitFor();

    await site.getByRole('button', { name: 'Ask the container' }).click();
    await site.getByText('container says').waitFor();

    await page
      .getByRole('button', { name: /关闭|返回|Close|Back/ })
      .first()
      .click();
    await page.locator('home-screen').waitFor();
    await until(
      async () => page.frames().length,
      (count) => count === 1,
    );

    await product.stop();
    site = await open(page, product, appId);
    await site.getByText('fee 1500').waitFor();
    assert.equal(await site.getByLabel('Note').inputValue(), 'level 2, row F', 'offline, with what it kept');
  },
  { alone: true },
);

journey(
  'TodoMVC as it is published opens, keeps its todos and routes by hash',
  async ({ page, product }) => {
    const { appId } = await publish(product, todoSite(product));
    let site = await open(page, product, appId);
    const add = async (text: string): Promise<void> => {
      await site.getByPlaceholder('What needs to be done?').fill(text);
      await site.getByPlaceholder('What needs to be done?').press('Enter');
      await site.locator('#todo-list').getByText(text).waitFor();
    };
    await add('Pay for parking');
    await add('Fetch the car');
    await site.locator('#todo-list li', { hasText: 'Pay for parking' }).getByRole('checkbox').check();
    await site.getByText('1 item left').waitFor();

    await site.getByRole('link', { name: 'Completed' }).click();
    await until(
      () => site.locator('#todo-list li').allInnerTexts(),
      (texts) => texts.length === 1,
    );
    assert.deepEqual(await site.locator('#todo-list li').allInnerTexts(), ['Pay for parking']);
    assert.match(site.url(), /#\/completed$/);
    await site.evaluate(() => history.back());
    await until(
      () => site.locator('#todo-list li').count(),
      (count) => count === 2,
    );

    await page.reload();
    site = await siteFrame(page);
    await site.locator('#todo-list').getByText('Fetch the car').waitFor();
    assert.equal(await site.locator('#todo-list li').count(), 2, 'the todos are still there');
    await product.stop();
    site = await open(page, product, appId);
    await site.locator('#todo-list').getByText('Pay for parking').waitFor();
  },
  { alone: true },
);

journey('a sealed app made of the same kind of public site opens and plays', async ({ page, product }) => {
  const { appId } = await publish(product, gameApp(product));
  await page.goto(`${product.origin}/app/${appId}/`);
  await player(page).locator('player-splash[gone]').waitFor({ state: 'attached' });
  const game = await appFrame(page);
  assert.equal(await game.evaluate(() => self.origin), 'null');
  const tiles = (): Promise<string> => game.locator('.tile-container').innerHTML();
  await until(
    () => game.locator('.tile').count(),
    (count) => count >= 2,
  );
  const before = await tiles();
  await game.locator('body').click();
  for (const key of ['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  assert.notEqual(await until(tiles, (now) => now !== before), before, 'the tiles moved');
});

journey(
  'without service workers a site says so in words, and a sealed app still opens',
  async ({ page, product }) => {
    const { appId } = await publish(product, await demoSite(product));
    const sealed = await publish(product, gameApp(product));
    await page.goto(`${product.origin}/app/${appId}/`);
    await player(page).locator('fault-page').getByText('当前环境无法打开').waitFor();
    assert.equal(page.frames().length, 1, 'its frame is gone');
    await page.goto(`${product.origin}/app/${sealed.appId}/`);
    await player(page).locator('player-splash[gone]').waitFor({ state: 'attached' });
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker?.getRegistration()) === undefined),
      true,
    );
    const game = await appFrame(page);
    assert.equal(await game.evaluate(() => self.origin), 'null');
    await game.locator('.tile').first().waitFor();
  },
  { browser: { serviceWorkers: 'block' } },
);

journey('what a site keeps is gone when its customer signs out', async ({ page, product, context }) => {
  const { appId } = await publish(product, await demoSite(product));
  await openParking(page, product.origin);
  await signIn(page, product);
  let site = await open(page, product, appId);
  const { origin } = new URL(site.url());
  await site.getByLabel('Note').fill('mine alone');
  await site.getByRole('button', { name: 'Keep' }).click();
  await site.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what an old site does
    document.cookie = 'mine=alone; Path=/';
    indexedDB.open('mine');
  });
  const bank = async (): Promise<boolean> =>
    (await context.cookies(product.origin)).some(({ name }) => name === '__Host-sid');
  assert.ok(await bank());

  // A second of the customer's tabs, where the app has been left.
  await page.goto(`${product.origin}/settings`);
  const cleared = page.waitForResponse(
    (response) => response.url().startsWith(origin) && response.url().endsWith('/cleared'),
  );
  await page.getByRole('button', { name: /退出登录|Sign out/ }).click();
  assert.equal((await (await cleared).allHeaders())['clear-site-data'], '"storage"');
  await until(
    async () => page.frames().length,
    (count) => count === 1,
  );
  assert.deepEqual(await context.cookies(origin), []);

  site = await open(page, product, appId);
  await site.getByText('fee 1500').waitFor();
  assert.equal(await site.getByLabel('Note').inputValue(), '');
  assert.deepEqual(await site.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
});

journey('what a release of a site kept is gone when the bank takes back its trust in it', async ({ page, product }) => {
  const identity = { app_id: 'com.cityparking.distrusted', name: 'Distrusted' };
  const first = await publish(product, await demoSite(product, identity, 'distrusted'));
  const open1 = await open(page, product, first.appId);
  const { origin } = new URL(open1.url());
  await open1.getByLabel('Note').fill('left by the first');
  await open1.getByRole('button', { name: 'Keep' }).click();
  await page.goto(`${product.origin}/`);
  const second = { ...identity, version: { name: '1.1.0', code: 2 } };
  await publish(product, renamed(await demoSite(product, second, 'distrusted-2')));
  // A device that has not heard of it yet opens the first once more, and is told.
  await page.goto(`${product.origin}/app/${first.appId}/`);
  const again = player(page).locator('fault-page').getByRole('button', { name: '重新进入' });
  await until(
    async () => {
      if (await again.isVisible()) await again.click();
      const found = page.frames().find((frame) => frame.url().startsWith(origin));
      return found?.title().catch(() => '');
    },
    (title) => title === 'Notes 2',
  );
  let site = await siteFrame(page);
  assert.equal(await site.getByLabel('Note').inputValue(), 'left by the first', 'an update keeps it');

  // While the second one, which nobody distrusts, is open.
  const cleared = () =>
    page.waitForResponse((response) => response.url().startsWith(origin) && response.url().endsWith('/cleared'));
  const wiped = cleared();
  await revoke(product, { digest: first.digest });
  await player(page).locator('fault-page').getByText('服务已更新').waitFor();
  assert.equal((await (await wiped).allHeaders())['clear-site-data'], '"storage"');
  await again.click();
  site = await siteFrame(page);
  await site.getByText('fee 1500').waitFor();
  assert.equal(await site.getByLabel('Note').inputValue(), '');

  // And where the whole app goes, nobody need open it again.
  await site.getByLabel('Note').fill('left by the second');
  await site.getByRole('button', { name: 'Keep' }).click();
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen').waitFor();
  const wipedAgain = cleared();
  await revoke(product, { appId: first.appId });
  await wipedAgain;
  await until(
    () => page.evaluate(() => localStorage.getItem('portico.origin-apps')),
    (kept) => !kept?.includes('distrusted'),
  );
});

/** Its page has another title, by which a newer release is told from the first. */
function renamed(folder: string): string {
  const file = join(folder, 'public/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<title>Notes</title>', '<title>Notes 2</title>'));
  return folder;
}

journey('a site that leads its frame elsewhere is ended, wherever it goes', async ({ page, product }) => {
  const { appId } = await publish(product, await demoSite(product));
  const other = await publish(
    product,
    await demoSite(product, { app_id: 'com.cityparking.other', name: 'Other' }, 'other'),
  );
  // The other site's worker is in force on this device, so that its origin would answer.
  const victim = new URL((await open(page, product, other.appId)).url()).origin;
  const places: Readonly<Record<string, string>> = {
    elsewhere: 'http://evil.localhost:9/',
    'the bank': product.origin,
    'another site': `${victim}/`,
    'another site’s way in': `${victim}/.portico/${other.digest}/enter.html`,
    'an address of ours': `/.portico/${'0'.repeat(64)}/frame.html`,
    'a file that is none': '/none.html',
  };
  for (const [what, place] of Object.entries(places)) {
    const site = await open(page, product, appId);
    await site.evaluate((address) => {
      setTimeout(() => location.assign(address), 0);
    }, place);
    // A busy machine may need a second question to find out.
    await player(page).locator('fault-page').getByText('已为您拦截').waitFor({ timeout: 30_000 });
    assert.equal(
      await until(
        async () => page.frames().length,
        (count) => count === 1,
      ),
      1,
      what,
    );
  }
});

journey('bytes that a site put into its own cache never run, and its worker comes back', async ({ page, product }) => {
  const { appId } = await publish(product, await demoSite(product));
  let site = await open(page, product, appId);
  await site.getByText('fee 1500').waitFor();
  const poisoned = await site.evaluate(async () => {
    const cache = await caches.open('portico-files');
    let count = 0;
    for (const request of await cache.keys()) {
      await cache.put(request, new Response('document.body.textContent = "poisoned"'));
      count += 1;
    }
    return count;
  });
  assert.ok(poisoned >= 4, `${poisoned} files were there to poison`);
  await site.evaluate(() => location.reload());
  await site.getByText('fee 1500').waitFor();
  assert.doesNotMatch(await site.locator('body').innerText(), /poisoned/);

  const refused = await site.evaluate(() =>
    navigator.serviceWorker.register('/site.js').then(
      () => 'registered',
      (error: Error) => error.name,
    ),
  );
  assert.equal(refused, 'SecurityError');
  assert.equal(await site.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister()), true);
  site = await open(page, product, appId);
  await site.getByText('fee 1500').waitFor();
});

journey('a new release takes over from the old one, in every tab', async ({ page, product, context }) => {
  const renewed = { app_id: 'com.cityparking.renewed', name: 'Renewed' };
  const { appId } = await publish(product, await demoSite(product, renewed, 'renewed'));
  await open(page, product, appId);
  const folder = await demoSite(product, { ...renewed, version: { name: '1.1.0', code: 2 } }, 'newer');
  await publish(product, renamed(folder));
  const tab = await context.newPage();
  const site = await open(tab, product, appId);
  assert.equal(await site.title(), 'Notes 2');
  await player(page).locator('fault-page').getByText('服务已更新').waitFor();
  await player(page).locator('fault-page').getByRole('button', { name: '重新进入' }).click();
  await until(
    async () => (await siteFrame(page)).title(),
    (title) => title === 'Notes 2',
  );
});
