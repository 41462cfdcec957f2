import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isAccessible } from './accessible.ts';
import { codeCamera } from './code-camera.ts';
import { atTheBank, words } from './customer.ts';
import { journey } from './journey.ts';
import { openTryOut, publishTryOut, TRY_OUT, tap } from './try-out.ts';

/** Agrees to what the app asks for; fails at once, with what the app was told, when it was refused before anybody was asked. */
async function allow(page: Page, outcome: () => Promise<unknown>): Promise<void> {
  const agreed = page.getByRole('button', { name: words.allow }).click();
  // When the app was refused, nobody comes to the button any more.
  agreed.catch(() => undefined);
  const early = await Promise.race([agreed, outcome()]);
  const { code } = (early ?? {}) as { readonly code?: string };
  assert.doesNotMatch(code ?? '', /^ERR_/, 'the app was refused before anybody was asked');
  await agreed;
}

const here = { latitude: 31.230416, longitude: 121.473701 };
const grants = (page: Page): Promise<{ scope: string }[]> =>
  page.evaluate(async () => (await (await fetch('/api/v1/identity/grants')).json()).grants);

journey(
  'a customer agrees to what an app learns, reads what it did with it, and has it forget them',
  async ({ page, product, context }) => {
    await publishTryOut(product);
    await context.grantPermissions(['geolocation'], { origin: product.origin });
    await context.setGeolocation(here);
    let app = await openTryOut(page, product);

    assert.deepEqual(await app.evaluate(() => window.tryOut?.call('device.location', {})), {
      code: 'ERR_BRIDGE_NEEDS_GESTURE',
    });
    const login = await tap(app, 'identity.login');
    void login;
    await page.getByRole('button', { name: words.goToBank }).waitFor();
    await isAccessible(page, 'the sheet before signing in');
    await page.getByRole('button', { name: words.goToBank }).click();
    await atTheBank(page, product);
    app = await openTryOut(page, product);

    const loggedIn = await tap(app, 'identity.login');
    await page.locator('consent-sheet dialog').waitFor();
    await isAccessible(page, 'the consent sheet');
    await allow(page, loggedIn);
    assert.match(((await loggedIn()) as { code: string }).code, /^[\w-]{32,}$/);

    const refused = await tap(app, 'identity.profile', { scopes: ['phone'] });
    await page
      .locator('consent-sheet')
      .getByRole('button', { name: /^(不允许|Don’t allow)$/ })
      .last()
      .click();
    assert.deepEqual(await refused(), { code: 'ERR_BRIDGE_NOT_GRANTED' });
    assert.deepEqual(await app.evaluate(() => window.tryOut?.call('identity.profile', { scopes: ['phone'] })), {
      code: 'ERR_BRIDGE_NOT_GRANTED',
    });
    assert.equal(await page.locator('consent-sheet').count(), 0, 'the app cannot ask again at once');

    const named = await tap(app, 'identity.profile', { scopes: ['realname.verified'] });
    await allow(page, named);
    const profile = (await named()) as Record<string, unknown>;
    assert.equal(profile.realnameVerified, true);
    assert.equal(profile.phone, undefined);

    const located = await tap(app, 'device.location');
    await allow(page, located);
    const place = (await located()) as Record<string, unknown>;
    assert.deepEqual([place.latitude, place.longitude], [31.23, 121.47], 'rounded to about a kilometre');

    const subscribed = await tap(app, 'message.subscribe', { templateIds: ['parking-ends', 'refunded'] });
    await page.locator('consent-sheet').getByRole('switch').nth(1).click();
    await allow(page, subscribed);
    assert.deepEqual(await subscribed(), { results: { 'parking-ends': 'accepted', refunded: 'refused' } });

    const level = await tap(app, 'identity.requireLevel', { level: 5 });
    await page.locator('level-sheet dialog').waitFor();
    await isAccessible(page, 'the way to a level');
    await page
      .locator('level-sheet')
      .getByRole('button', { name: /知道了|I see/ })
      .click();
    assert.deepEqual(await level(), { code: 'ERR_CAPABILITY_LEVEL' });

    const scopes = (await grants(page)).map(({ scope }) => scope).sort();
    assert.deepEqual(scopes, ['base', 'device.location', 'message.parking-ends', 'realname.verified']);

    await page.getByRole('button', { name: /^(更多|More)$/ }).click();
    await page.getByRole('button', { name: /权限与使用记录|Permissions and activity/ }).click();
    const settings = page.locator('app-settings-screen');
    await settings.getByText(/停车到时提醒|Parking ends/).waitFor();
    await isAccessible(page, 'the settings of an app');
    const read = await settings.ariaSnapshot();
    for (const line of [/识别您的身份|Recognise you/, /读取位置|Read your location/, /您没有允许|You said no/]) {
      assert.match(read, line);
    }
    await settings.getByRole('button', { name: /^(撤回：是否已实名|Withdraw: Name verified)$/ }).click();
    await settings.getByRole('button', { name: /是否已实名|Name verified/ }).waitFor({ state: 'detached' });
    assert.equal((await grants(page)).length, 3);

    await settings.getByRole('button', { name: /忘记此服务|Forget this service/ }).click();
    await page.locator('confirm-sheet dialog').waitFor();
    await isAccessible(page, 'a question of the container');
    await page.locator('confirm-sheet armed-button button').click();
    await settings.getByText(/没有给过它任何授权|not allowed it anything/).waitFor();
    assert.deepEqual(await grants(page), []);
    await page.goto(`${product.origin}/settings/apps`);
    await page
      .locator('apps-screen')
      .getByText(/还没有内容|Nothing here yet/)
      .waitFor();
    assert.equal(await page.locator('apps-screen').getByText(TRY_OUT).count(), 0);
  },
);

const printed = 'https://park.example/p/12?gate=3';

journey(
  'a code in front of the camera is read by the container, with nothing but its own origin’s code',
  async ({ page, product }) => {
    await publishTryOut(product);
    const app = await openTryOut(page, product);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    const nothingToSee = await tap(app, 'device.scan', { kinds: ['barcode'] });
    await allow(page, nothingToSee);
    await page.locator('scan-sheet video').waitFor();
    await isAccessible(page, 'the scanner');
    await page
      .locator('scan-sheet')
      .getByRole('button', { name: /^(关闭|Close)$/ })
      .click();
    assert.deepEqual(await nothingToSee(), { code: 'ERR_CAPABILITY_CANCELLED' });

    const scanned = await tap(app, 'device.scan', { kinds: ['qr'] });
    assert.deepEqual(await scanned(), { text: printed, format: 'qr_code' });
    assert.equal(await page.locator('scan-sheet').count(), 0);

    const origins = new Set(asked.map((url) => new URL(url).origin));
    assert.deepEqual(
      [...origins].filter((origin) => origin !== product.origin && origin !== 'null'),
      [],
    );
    const worker = await page.evaluate(async () => {
      const path = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const script = path.find((name) => /^\/assets\/scanning-/.test(name)) ?? '';
      return (await fetch(script)).headers.get('content-security-policy');
    });
    assert.match(worker ?? '', /'wasm-unsafe-eval'/);
    const compiled = await page.evaluate(() => {
      try {
        return String(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    });
    assert.equal(compiled, 'CompileError', 'the page itself compiles nothing');
  },
  { args: async (folder) => codeCamera(printed, join(folder, 'camera.y4m')) },
);

/** One by one pixels, with a comment that says where it was taken. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

journey(
  'an app shows, asks and leaves only through the container, and the customer decides',
  async ({ page, product, context }) => {
    await publishTryOut(product);
    const app = await openTryOut(page, product);

    const confirmed = await tap(app, 'ui.confirm', { text: '删除\u202e这个车牌？', confirm: '删除', danger: true });
    await page.locator('confirm-sheet').getByText('删除这个车牌？').waitFor();
    await isAccessible(page, 'a question of an app');
    await page.locator('confirm-sheet armed-button button').click();
    assert.deepEqual(await confirmed(), { confirmed: true });

    const chosen = await tap(app, 'ui.actionSheet', { items: [{ text: '改签' }, { text: '退票', danger: true }] });
    await page.locator('action-sheet dialog').waitFor();
    await isAccessible(page, 'choices of an app');
    await page.locator('action-sheet').getByRole('button', { name: '退票' }).click();
    assert.deepEqual(await chosen(), { index: 1 });

    const picked = await tap(app, 'media.chooseImage', { count: 1 });
    await page.locator('photos-sheet dialog').waitFor();
    await isAccessible(page, 'choosing photos');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page
        .locator('photos-sheet')
        .getByRole('button', { name: /从相册选择|Choose from album/ })
        .click(),
    ]);
    await chooser.setFiles({ name: 'home.png', mimeType: 'image/png', buffer: photo });
    const { images } = (await picked()) as { images: { fileId: string; width: number }[] };
    assert.equal(images[0]?.width, 1);

    const shown = await tap(app, 'media.preview', { images: [{ fileId: images[0]?.fileId }] });
    await page.locator('preview-sheet img').waitFor();
    await isAccessible(page, 'pictures of an app');
    await page.keyboard.press('Escape');
    assert.equal(await shown(), null);

    const [download, saved] = await Promise.all([
      page.waitForEvent('download'),
      tap(app, 'media.saveImage', { image: { fileId: images[0]?.fileId } }).then(async (outcome) => {
        await page.locator('save-sheet armed-button button').click();
        return outcome();
      }),
    ]);
    assert.deepEqual(saved, { saved: true });
    assert.match(download.suggestedFilename(), /^com\.tryout\.app-[\d-]+\.png$/);

    const shared = await tap(app, 'nav.share', { title: '今晚的座位', path: '/session', query: { id: '42' } });
    await page.locator('share-sheet dialog').waitFor();
    await isAccessible(page, 'the share sheet');
    await page
      .locator('share-sheet')
      .getByRole('button', { name: /复制链接|Copy link/ })
      .click();
    assert.deepEqual(await shared(), { shared: true });

    const stayed = await tap(app, 'nav.openUrl', { url: 'https://tea.example/terms' });
    await page.locator('confirm-sheet').getByText('tea.example', { exact: true }).waitFor();
    await isAccessible(page, 'the warning before leaving the bank');
    await page.keyboard.press('Escape');
    assert.deepEqual(await stayed(), { opened: false });
    assert.equal(context.pages().length, 1);

    const opened = await tap(app, 'nav.openUrl', { url: 'https://tea.example/terms' });
    const [outside] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('confirm-sheet armed-button button').click(),
    ]);
    assert.deepEqual(await opened(), { opened: true });
    assert.equal(await outside.evaluate(() => window.opener), null);
    await outside.close();

    await app.evaluate(() => window.tryOut?.call('ui.pullToRefresh', { state: 'on' }));
    await page.getByRole('button', { name: /^(更多|More)$/ }).click();
    await page.getByRole('button', { name: /^(刷新|Refresh)$/ }).click();
    await page
      .locator('player-bar')
      .getByText(/正在刷新|Refreshing/)
      .waitFor();
    assert.ok((await app.evaluate(() => window.tryOut?.heard ?? [])).includes('refresh'));
    await app.evaluate(() => window.tryOut?.call('ui.pullToRefresh', { state: 'done' }));
    await page
      .locator('player-bar')
      .getByText(/正在刷新|Refreshing/)
      .waitFor({ state: 'detached' });

    await app.evaluate(() => window.tryOut?.call('app.confirmClose', { text: '座位还会保留 8 分钟' }));
    await page.getByRole('button', { name: words.close }).click();
    await page.locator('confirm-sheet').getByText('座位还会保留 8 分钟').waitFor();
    await page.locator('confirm-sheet .quiet').click();
    await page.locator('confirm-sheet').waitFor({ state: 'detached' });
    assert.equal(await page.locator('player-screen').count(), 1);
    await page.getByRole('button', { name: words.close }).click();
    await page.locator('confirm-sheet armed-button button').click();
    await page.locator('player-screen').waitFor({ state: 'detached' });
  },
);

journey('an app reads an answer of its server while it arrives, and only of a server it declared', async (world) => {
  const { page, product } = world;
  await publishTryOut(product);
  const app = await openTryOut(page, product);
  const stream = (backend: string) =>
    app.evaluate(
      (name) => window.tryOut?.call('net.stream', { backend: name, method: 'GET', path: '/healthz' }),
      backend,
    );
  const { status, headers, body } = (await stream('parking')) as Record<string, unknown>;
  assert.deepEqual([status, body], [200, '{"status":"ok"}']);
  assert.match((headers as Record<string, string>)['content-type'] ?? '', /^application\/json/);
  assert.deepEqual(await stream('elsewhere'), { code: 'ERR_GATEWAY_BACKEND_UNKNOWN' });
});
