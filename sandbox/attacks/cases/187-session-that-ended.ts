import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '187',
  group: 'money',
  title: 'open an app that asks for a signed-in customer in a container which has not heard that the session ended',
  expected: 'the app may start, and is gone as soon as the registry has said so',
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const app = await world.publish({
      appId: `com.attacklab.members${world.level === 'origin' ? 'site' : ''}`,
      name: 'Members Lab',
      level: world.level,
      portico: { level: 1 },
    });
    const { page, leave } = await open({ app, context });
    await leave();
    // Home has asked who the customer is by then, and will not ask again.
    await page.waitForTimeout(1_500);
    await context.clearCookies();
    await page.locator('home-screen service-shelf a, home-screen service-shelf button').first().click();
    await page.locator('fault-page').waitFor({ timeout: 8_000 });
    same(
      await page
        .locator('fault-page')
        .getByRole('button', { name: /登录|Sign in/ })
        .count(),
      1,
      'ways to sign in',
    );
    const runs = page.frames().map((frame) => frame.evaluate(() => window.attackLab !== undefined).catch(() => false));
    same((await Promise.all(runs)).includes(true), false, 'the app runs on');
  },
};
