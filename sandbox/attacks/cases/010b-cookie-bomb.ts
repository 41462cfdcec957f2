import type { Attack } from '../attack.ts';
import { openBarePage } from '../bare-page.ts';
import { holds, same } from '../expect.ts';

function lay(): void {
  for (let index = 0; index < 30; index += 1) {
    // biome-ignore lint/suspicious/noDocumentCookie: a bomb of cookies is the attack
    document.cookie = `bomb${index}=${'x'.repeat(3900)}; Path=/; Domain=portico.localhost`;
  }
}

export const attack: Attack = {
  id: '10b',
  group: 'escape',
  title: 'make every request of the bank fail with 30 cookies of 3.9 kB on the common parent domain',
  expected: '431 with Clear-Site-Data, and the container works again by itself',
  parts: {
    lay() {
      lay();
      return null;
    },
  },
  async judge({ open, world }) {
    // The service worker would hide from us what the network answers; a site cannot do without its own.
    const context = await world.context(world.level === 'sealed' ? { serviceWorkers: 'block' } : {});
    const lab = await open({ context });
    const bare = world.level === 'sealed' ? await context.newPage() : undefined;
    if (bare) await openBarePage(bare, lab.frame()?.url() ?? '');
    // Any request, of the container or for an icon of the page, would defuse the bomb before we have seen it.
    await context.setOffline(true);
    await (bare ? bare.evaluate(lay) : lab.run('lay'));
    await lab.page.close();
    const bombs = async (): Promise<number> =>
      (await context.cookies(world.origin)).filter(({ name }) => name.startsWith('bomb')).length;
    holds((await bombs()) > 5, 'the bomb was not set');
    await context.setOffline(false);
    const statuses: number[] = [];
    const customer = await context.newPage();
    customer.on('response', (response) => statuses.push(response.status()));
    await customer.goto(world.origin).catch(() => null);
    await customer.goto(world.origin);
    await customer.locator('home-screen service-shelf').first().waitFor({ timeout: 10_000 });
    // A site's worker may ask for something of its own as soon as it is online, and have the answer instead of the page.
    if (world.level === 'sealed')
      holds(statuses.includes(431), `no request was answered 431: ${[...new Set(statuses)]}`);
    same(await bombs(), 0, 'cookies left');
  },
};
