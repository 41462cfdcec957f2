import type { Attack } from '../attack.ts';
import { openBarePage } from '../bare-page.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '10b',
  group: 'escape',
  title: 'make every request of the bank fail with 30 cookies of 3.9 kB on the common parent domain',
  expected: '431 with Clear-Site-Data, and the container works again by itself',
  async judge({ open, world }) {
    // The service worker would hide from us what the network answers.
    const context = await world.context({ serviceWorkers: 'block' });
    const lab = await open({ context });
    const page = await context.newPage();
    await openBarePage(page, lab.frame()?.url() ?? '');
    // Whatever the container asks next would defuse the bomb before we have seen it.
    await lab.page.close();
    await page.evaluate(() => {
      for (let index = 0; index < 30; index += 1) {
        // biome-ignore lint/suspicious/noDocumentCookie: a bomb of cookies is the attack
        document.cookie = `bomb${index}=${'x'.repeat(3900)}; Path=/; Domain=portico.localhost`;
      }
    });
    const bombs = async (): Promise<number> =>
      (await context.cookies(world.origin)).filter(({ name }) => name.startsWith('bomb')).length;
    holds((await bombs()) > 5, 'the bomb was not set');
    const statuses: number[] = [];
    const customer = await context.newPage();
    customer.on('response', (response) => statuses.push(response.status()));
    await customer.goto(world.origin).catch(() => null);
    await customer.goto(world.origin);
    await customer.locator('home-screen service-shelf').waitFor({ timeout: 10_000 });
    holds(statuses.includes(431), `no request was answered 431: ${[...new Set(statuses)]}`);
    same(await bombs(), 0, 'cookies left');
  },
};
