import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '177',
  group: 'escape',
  only: 'origin',
  title: 'crowd the bank’s session out of the browser with hundreds of cookies, and leave some for other apps',
  expected:
    'at worst the customer has to sign in again, and the container works; a sealed app sees none of it; another site of this level can: left over',
  signedIn: true,
  parts: {
    /** Browsers keep so many cookies a domain, and make room by priority and age: those of one kind alone would not do. */
    crowd() {
      for (let index = 0; index < 400; index += 1) {
        // biome-ignore lint/suspicious/noDocumentCookie: crowding others out is the attack
        document.cookie = `crowd${index}=x; Secure;${index % 2 ? ' Priority=High;' : ''} Path=/; Max-Age=600; Domain=portico.localhost`;
      }
      return document.cookie.length;
    },
    look: (): JsonValue => {
      try {
        return document.cookie.includes('crowd');
      } catch (error) {
        return error instanceof DOMException ? error.name : 'threw';
      }
    },
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const lab = await open({ context });
    holds(Number(await lab.run('crowd')) > 100, 'no cookie was set');
    await lab.page.close();
    const page = await context.newPage();
    await page.goto(world.origin);
    await page.locator('home-screen service-shelf').first().waitFor({ timeout: 15_000 });
    const signedIn = await page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).signedIn);
    same(typeof signedIn, 'boolean', 'what the registry says of the session');
    const names = (await context.cookies(world.origin)).map(({ name }) => name);
    same(
      names.filter((name) => name.startsWith('__') && name !== '__Host-sid'),
      [],
      'names that only the bank may set',
    );
    await page.close();
  },
};
