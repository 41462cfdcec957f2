import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { isAccessible } from './accessible.ts';
import { openParking, player, signIn, words } from './customer.ts';
import { journey, until } from './journey.ts';
import { follow, publishSmall, running, type SmallApp, smallApp } from './several-apps.ts';

const bar = (page: Page) => page.locator('live-bar');
const sheet = (page: Page) => page.locator('live-apps-sheet');
const onScreen = (page: Page): Promise<number> => page.locator('player-screen:not([hidden])').count();
const openSheet = (page: Page): Promise<void> =>
  bar(page)
    .getByRole('button', { name: /全部正在使用的服务|All open services/ })
    .click();
const minimise = (page: Page): Promise<void> => player(page).getByRole('button', { name: words.minimise }).click();

const open = (page: Page, { appId }: SmallApp, path = ''): Promise<void> => follow(page, `/app/${appId}${path}`);

const call = (method: string, args: object = {}) => [method, JSON.stringify(args)] as const;

journey('an app that is minimised is there again at once, as it was left', async ({ page, product }) => {
  const tea = await publishSmall(product, 'tea');
  const bus = await publishSmall(product, 'bus');
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
  await open(page, tea);
  const app = await smallApp(page, tea.name);
  await app.evaluate(() => {
    document.body.style.height = '4000px';
    history.pushState(null, '', '#deep');
    scrollTo(0, 900);
    Reflect.set(window, 'mark', 'the same document');
  });

  await minimise(page);
  await bar(page).getByText(tea.name).waitFor();
  assert.equal(await onScreen(page), 0);
  assert.equal(new URL(page.url()).pathname, '/');
  assert.ok((await app.evaluate(() => window.tryOut?.heard ?? [])).includes('hide'));
  assert.deepEqual(
    await app.evaluate(
      ([method = '', args = '']) => window.tryOut?.call(method, JSON.parse(args)),
      call('ui.toast', { text: 'psst' }),
    ),
    { code: 'ERR_BRIDGE_HIDDEN' },
    'nothing of an app out of sight is seen',
  );
  assert.equal(
    await app.evaluate(
      ([method = '', args = '']) => window.tryOut?.call(method, JSON.parse(args)),
      call('storage.set', { key: 'k', value: 1 }),
    ),
    null,
    'it may keep things',
  );
  await isAccessible(page, 'home with an open app');

  await bar(page)
    .getByRole('button', { name: new RegExp(tea.name) })
    .click();
  await page.locator('player-screen:not([hidden])').waitFor();
  const left = await until(
    () => app.evaluate(() => [Reflect.get(window, 'mark'), location.hash, scrollY]),
    ([, , y]) => y === 900,
  );
  assert.deepEqual(left, ['the same document', '#deep', 900]);

  await open(page, bus);
  const question = '座位还会保留 8 分钟';
  await (await smallApp(page, bus.name)).evaluate(
    ([method = '', args = '']) => window.tryOut?.call(method, JSON.parse(args)),
    call('app.confirmClose', { text: question }),
  );
  await player(page)
    .getByRole('button', { name: /返回|Back/ })
    .click();
  await until(
    () => onScreen(page),
    (count) => count === 0,
  );
  await openSheet(page);
  await sheet(page)
    .getByRole('button', { name: new RegExp(`^${tea.name}`) })
    .waitFor();
  await isAccessible(page, 'the list of open apps');
  assert.equal(
    await page.evaluate(() => document.activeElement?.tagName),
    'PORTICO-SHELL',
    'the keyboard is in the sheet',
  );
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  const asked = sheet(page).locator('close-question');
  await asked.getByText(question).waitFor();
  await isAccessible(page, 'what an app wants asked before it is closed');
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  assert.equal(await sheet(page).getByRole('listitem').count(), 2);
  // Back on the button the question came from; what closes it answers to no key before it could be read.
  await page.keyboard.press('Enter');
  await asked.locator('armed-button [aria-disabled="false"]').waitFor();
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await asked.waitFor({ state: 'detached' });
  await until(
    () => sheet(page).getByRole('listitem').count(),
    (count) => count === 1,
  );
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'detached' });
  await until(
    () => running(page),
    (count) => count === 1,
  );
  assert.equal(await running(page), 1, 'what was closed in the list has no frame');

  await bar(page)
    .getByRole('button', { name: /返回“|Return to/ })
    .click();
  await player(page).getByRole('button', { name: words.close }).click();
  await until(
    () => running(page),
    (count) => count === 0,
  );
  assert.equal(await running(page), 0, 'closing ends it');
  assert.equal(await bar(page).getByRole('button').count(), 0);
});

journey('at most five apps are open, and the one unused for longest goes first', async ({ page, product }) => {
  const sixth = await publishSmall(product, 'shop');
  const apps = [];
  for (const name of ['tea', 'bus', 'film', 'meal', 'flower'] as const) apps.push(await publishSmall(product, name));
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
  const marks = new Map<string, unknown>();
  for (const app of apps) {
    await open(page, app);
    const frame = await smallApp(page, app.name);
    marks.set(app.name, await frame.evaluate(() => performance.timeOrigin));
  }
  const [tea, bus] = apps;
  assert.ok(tea && bus);
  await open(page, tea);
  assert.equal(await (await smallApp(page, tea.name)).evaluate(() => performance.timeOrigin), marks.get(tea.name));
  assert.equal(await running(page), 5, 'all five');
  await open(page, sixth);
  await smallApp(page, sixth.name);
  await until(
    () => running(page),
    (count) => count === 5,
  );
  assert.equal(await running(page), 5, 'never more than five');
  await follow(page, '/');
  await openSheet(page);
  const shown = await sheet(page).getByRole('listitem').allInnerTexts();
  assert.equal(shown.length, 5);
  assert.equal(
    shown.some((text) => text.includes(bus.name)),
    false,
    'the one unused for longest',
  );
  await sheet(page)
    .getByRole('button', { name: /全部关闭|Close all/ })
    .click();
  await sheet(page).waitFor({ state: 'detached' });
  await until(
    () => running(page),
    (count) => count === 0,
  );
  assert.equal(await running(page), 0);
});

journey('an app out of sight is paused after five minutes and closed after thirty', async ({ page, product }) => {
  const tea = await publishSmall(product, 'tea');
  await page.clock.install();
  await page.goto(`${product.origin}/`);
  await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
  await open(page, tea);
  const app = await smallApp(page, tea.name);
  await minimise(page);
  await bar(page).getByText(tea.name).waitFor();
  const keep = (): Promise<unknown> =>
    app.evaluate(
      ([method = '', args = '']) => window.tryOut?.call(method, JSON.parse(args)),
      call('storage.set', { key: 'k', value: 1 }),
    );
  assert.equal(await keep(), null);
  await page.clock.fastForward('05:01');
  assert.deepEqual(await keep(), { code: 'ERR_BRIDGE_SUSPENDED' });
  await bar(page)
    .getByRole('button', { name: /返回“|Return to/ })
    .click();
  await page.locator('player-screen:not([hidden])').waitFor();
  await until(
    () => app.evaluate(() => window.tryOut?.heard.at(-1)),
    (last) => last === 'show',
  );
  assert.equal(await keep(), null, 'served again');
  await minimise(page);
  await page.clock.fastForward('30:01');
  await until(
    () => running(page),
    (count) => count === 0,
  );
  assert.equal(await running(page), 0);
});

journey('signing out ends every app', async ({ page, product }) => {
  const tea = await publishSmall(product, 'tea');
  await openParking(page, product.origin);
  await signIn(page, product);
  await page.locator('player-screen:not([hidden])').waitFor();
  await open(page, tea);
  await smallApp(page, tea.name);
  await follow(page, '/settings');
  await bar(page).getByText(tea.name).waitFor();
  await page
    .locator('settings-screen')
    .getByRole('button', { name: /退出登录|Sign out/ })
    .click();
  await until(
    () => running(page),
    (count) => count === 0,
  );
  assert.equal(await running(page), 0);
  assert.equal(await bar(page).getByRole('button').count(), 0);
});

journey(
  'a page that is loaded again opens its app where it was opened, and knows the others',
  async ({ page, product }) => {
    const tea = await publishSmall(product, 'tea');
    const bus = await publishSmall(product, 'bus');
    await page.goto(`${product.origin}/`);
    await page.locator('home-screen service-shelf').getByText(words.parking).first().waitFor();
    await open(page, tea, '/menu?table=7');
    await smallApp(page, tea.name);
    await open(page, bus, '/line/26?stop=4');
    await smallApp(page, bus.name);
    const launch = async (app: SmallApp): Promise<unknown> =>
      (await smallApp(page, app.name)).evaluate(
        ([method = '', args = '']) => window.tryOut?.call(method, JSON.parse(args)),
        call('app.launchOptions'),
      );

    await page.reload();
    assert.deepEqual(await launch(bus), { path: '/line/26', query: { stop: '4' } });
    assert.equal(await running(page), 1, 'only what is looked at is opened again');
    await minimise(page);
    await openSheet(page);
    await sheet(page)
      .getByText(/点按重新打开|Tap to open it again/)
      .waitFor();
    await sheet(page)
      .getByRole('button', { name: new RegExp(`^${tea.name}`) })
      .click();
    assert.deepEqual(await launch(tea), { path: '/menu', query: { table: '7' } });

    await page.reload();
    assert.deepEqual(await launch(tea), { path: '/menu', query: { table: '7' } });
    await minimise(page);
    await bar(page)
      .getByRole('button', { name: /全部正在使用的服务，共 2|All open services, 2/ })
      .waitFor();
  },
);
