import type { Attack } from '../attack.ts';
import { openBarePage } from '../bare-page.ts';
import { same } from '../expect.ts';

function toss(): void {
  const domain = 'Domain=portico.localhost';
  for (const cookie of [
    `__Host-sid=tossed; Secure; Path=/; ${domain}`,
    `__Host-sid=tossed; Path=/; ${domain}`,
    '__Host-sid=tossed; Secure; Path=/',
    `__host-sid=tossed; Secure; Path=/; ${domain}`,
    `=__Host-sid=tossed; Secure; Path=/; ${domain}`,
    `__Host-sid =tossed; Path=/api; ${domain}`,
    `sid=tossed; Path=/api/v1; ${domain}`,
  ]) {
    // biome-ignore lint/suspicious/noDocumentCookie: tossing a cookie is the attack
    document.cookie = cookie;
  }
}

export const attack: Attack = {
  id: '10',
  group: 'escape',
  title: 'toss cookies at the bank from a page of an app’s origin',
  expected: 'the __Host- session is intact and the customer stays signed in',
  signedIn: true,
  parts: {
    toss() {
      toss();
      return null;
    },
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const lab = await open({ context });
    const session = async () =>
      (await context.cookies(world.origin)).filter(({ name }) => name === '__Host-sid').map(({ value }) => value);
    const before = await session();
    same(before.length, 1);
    // A sealed app has no cookies to toss; the page that could is one of its host's with no policy at all.
    if (world.level === 'origin') await lab.run('toss');
    else {
      const page = await context.newPage();
      await openBarePage(page, lab.frame()?.url() ?? '');
      await page.evaluate(toss);
    }
    same(await session(), before);
    const signedIn = await lab.page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).signedIn);
    same(signedIn, true, 'the customer’s session answered');
  },
};
