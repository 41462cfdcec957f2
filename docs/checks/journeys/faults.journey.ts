import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { player, words } from './customer.ts';
import { journey, until } from './journey.ts';
import { revoke } from './publish.ts';
import { publishSmall, running, type SmallApp, smallApp } from './several-apps.ts';

const says = {
  hung: /服务没有响应|does not respond/,
  flooding: /服务异常，已关闭|Closed because of a fault/,
  left: /已为您拦截|Stopped for you/,
  replaced: /服务已更新|was updated/,
  revoked: /Charges twice/,
  again: /^(重新进入|Open again)$/,
} as const;

/** Starts something that the app does to itself, without waiting for it. */
const have = (app: Frame, run: () => void): Promise<void> => app.evaluate(run);

const misdeeds: Readonly<Record<'hung' | 'flooding' | 'left', (app: Frame) => Promise<unknown>>> = {
  hung: (app) =>
    have(app, () => {
      setTimeout(() => {
        for (;;);
      });
    }),
  flooding: (app) =>
    have(app, () => {
      setInterval(() => {
        for (let n = 0; n < 500; n += 1) void window.tryOut?.call('app.info', {});
      }, 10);
    }),
  left: (app) =>
    have(app, () => {
      setTimeout(() => location.reload());
    }),
};

async function reEnter(page: Page, app: SmallApp): Promise<Frame> {
  await player(page).locator('fault-page').getByRole('button', { name: says.again }).click();
  const frame = await smallApp(page, app.name);
  assert.equal(await player(page).locator('fault-page').count(), 0);
  return frame;
}

journey(
  'an app that hangs, floods or leaves ends in a page of its own, and can be opened again',
  async ({ page, product }) => {
    const tea = await publishSmall(product, 'tea');
    await page.goto(`${product.origin}/app/${tea.appId}`);
    let app = await smallApp(page, tea.name);
    for (const [what, misbehave] of Object.entries(misdeeds)) {
      await misbehave(app);
      const fault = player(page)
        .locator('fault-page')
        .getByText(says[what as keyof typeof misdeeds]);
      await fault.waitFor({ timeout: 30_000 });
      assert.equal(await running(page), 0, `${what}: its frame is gone`);
      app = await reEnter(page, tea);
    }
  },
);

journey(
  'so does one that nobody looks at, and its page is there when the customer returns',
  async ({ page, product }) => {
    const tea = await publishSmall(product, 'tea');
    for (const [what, misbehave] of Object.entries(misdeeds)) {
      await page.goto(`${product.origin}/app/${tea.appId}`);
      const app = await smallApp(page, tea.name);
      await player(page).getByRole('button', { name: words.minimise }).click();
      await page.locator('live-bar').getByText(tea.name).waitFor();
      await misbehave(app);
      await page
        .locator('live-bar')
        .getByText(/已停止|Stopped/)
        .waitFor({ timeout: 30_000 });
      assert.equal(await running(page), 0, `${what}: its frame is gone`);
      await page.locator('live-bar').getByRole('button').first().click();
      await player(page)
        .locator('fault-page')
        .getByText(says[what as keyof typeof misdeeds])
        .waitFor();
      await reEnter(page, tea);
      await player(page).getByRole('button', { name: words.close }).click();
      await page.locator('player-screen').waitFor({ state: 'detached' });
    }
  },
);

journey('an app in the background ends when it is updated, and when it is revoked', async ({ page, product }) => {
  const bus = await publishSmall(product, 'bus');
  await page.goto(`${product.origin}/app/${bus.appId}`);
  await smallApp(page, bus.name);
  await player(page).getByRole('button', { name: words.minimise }).click();
  const stopped = page.locator('live-bar').getByText(/已停止|Stopped/);
  await publishSmall(product, 'bus', 2);
  await stopped.waitFor({ timeout: 30_000 });
  assert.equal(await running(page), 0);
  await page.locator('live-bar').getByRole('button').first().click();
  await player(page).locator('fault-page').getByText(says.replaced).waitFor();
  await reEnter(page, bus);
  await player(page).getByRole('button', { name: words.minimise }).click();

  await revoke(product, { appId: bus.appId });
  await stopped.waitFor({ timeout: 30_000 });
  assert.equal(await running(page), 0);
  await page.locator('live-bar').getByRole('button').first().click();
  await player(page).locator('fault-page').getByText(says.revoked).waitFor();
  assert.equal(await player(page).getByRole('button', { name: says.again }).count(), 0, 'nothing opens it again');
  await player(page)
    .getByRole('button', { name: /返回首页|Back to home/ })
    .click();
  await page.locator('player-screen').waitFor({ state: 'detached' });
});

/**
 * Playwright takes the crash of a frame's process for the end of the page, so the page is read and tapped over a session of
 * the protocol of its own.
 */
async function reader(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  return async (expression) =>
    (await session.send('Runtime.evaluate', { expression, awaitPromise: true })).result.value;
}
const inPlayer = (what: string): string =>
  `document.querySelector('portico-shell').shadowRoot.querySelector('live-players').shadowRoot.querySelector('player-screen').shadowRoot${what}`;

for (const where of ['on the screen', 'out of sight'] as const) {
  journey(
    `an app whose process crashes ${where} ends in a page of its own, and can be opened again`,
    async ({ page, product }) => {
      const tea = await publishSmall(product, 'tea');
      await page.goto(`${product.origin}/app/${tea.appId}`);
      const app = await smallApp(page, tea.name);
      if (where === 'out of sight') {
        await player(page).getByRole('button', { name: words.minimise }).click();
        await page.locator('live-bar').getByText(tea.name).waitFor();
      }
      const read = await reader(page);
      const target = await page.context().newCDPSession(app);
      void target.send('Page.crash').catch(() => undefined);
      const heading = inPlayer(".querySelector('fault-page')?.shadowRoot.querySelector('portico-notice').heading");
      // Nothing in a browser tells of it: the heartbeat does, after fifteen to twenty seconds.
      const asked = (): Promise<unknown> =>
        until(
          () => read(heading),
          (text) => text !== undefined,
        );
      assert.match(String((await asked()) ?? (await asked())), says.hung);
      if (where === 'out of sight') {
        await read(
          "document.querySelector('portico-shell').shadowRoot.querySelector('live-bar').shadowRoot.querySelector('button').click()",
        );
      }
      await read(inPlayer(".querySelector('fault-page').shadowRoot.querySelector('button').click()"));
      const gone = await until(
        () => read(inPlayer(".querySelector('player-splash')?.hasAttribute('gone')")),
        (value) => value === true,
      );
      assert.equal(gone, true, 'it has started again');
    },
  );
}
