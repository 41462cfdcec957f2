import type { Attack, GuestCode } from '../attack.ts';
import { same } from '../expect.ts';

/** Calls whose sheet waits for the registry first, made by whoever feels the customer's finger on the way out. */
const calls = {
  login: ({ portico }) => void portico.identity.login().catch(() => undefined),
  level: ({ portico }) => void portico.identity.requireLevel({ level: 5 }).catch(() => undefined),
  pay: ({ portico }) => void portico.payment.request({ orderToken: 'x' }).catch(() => undefined),
} as const satisfies Record<string, (lab: Parameters<GuestCode>[0]) => void>;

const started =
  (start: (lab: Parameters<GuestCode>[0]) => void): GuestCode =>
  (lab) => {
    start(lab);
    return null;
  };

export const attack: Attack = {
  id: '185',
  group: 'interface',
  title:
    'ask just before the customer leaves, so that the answer of a slow registry puts the question over another page',
  expected: 'no sheet of an app over another place of the container',
  parts: Object.fromEntries(Object.entries(calls).map(([name, start]) => [name, started(start)])),
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const visitor = await world.context();
    const app = await world.publish({ appId: 'com.attacklab.leaving', name: 'Leaving Lab' });
    const seen: string[] = [];
    for (const [call, from] of [
      ['login', context],
      ['level', context],
      ['pay', context],
      ['pay', visitor],
    ] as const) {
      const { page, run } = await open({ app, context: from });
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/api/v1/session', async (route) => {
        await answered;
        await route.continue();
      });
      await page.mouse.click(195, 500);
      await run(call);
      await page
        .locator('player-bar')
        .getByRole('button', { name: /返回|Back/ })
        .click();
      await page.locator('home-screen').waitFor({ timeout: 5_000 });
      // Whatever an app that was left is given to save itself is over.
      await page.waitForTimeout(1_000);
      answer();
      for (let look = 0; look < 20; look += 1) {
        const open = await page.locator('sheet-layer').first().locator('portico-sheet').count();
        if (open > 0) seen.push(`${call}: a sheet`);
        await page.waitForTimeout(50);
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
    }
    same([...new Set(seen)], [], 'seen at home');
  },
};
