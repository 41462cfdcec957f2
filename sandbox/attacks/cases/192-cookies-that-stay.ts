import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

const kinds: readonly string[] = [
  'plain192=x; Path=/',
  'common192=x; Path=/; Domain=portico.localhost',
  'parted192=x; Path=/; Secure; Partitioned',
  'both192=x; Path=/; Secure; Partitioned; Domain=portico.localhost',
  'strict192=x; Path=/; SameSite=Strict; Secure',
  '__Host-own192=x; Path=/; Secure',
  'nameless192; Path=/',
];

export const attack: Attack = {
  id: '192',
  group: 'escape',
  only: 'origin',
  title: 'leave a mark in every kind of cookie, to know the device by when the next customer opens the site',
  expected: 'all of them are gone with the customer',
  parts: {
    mark(): JsonValue {
      for (const cookie of kinds) {
        // biome-ignore lint/suspicious/noDocumentCookie: leaving cookies is the attack
        document.cookie = `${cookie}; Max-Age=600`;
      }
      return document.cookie.split('192').length - 1;
    },
    look: () => document.cookie,
  },
  async judge({ open, world }) {
    const context = await world.context({ signedIn: true });
    const first = await open({ context });
    holds(Number(await first.run('mark')) >= kinds.length - 1, 'too few cookies were set');
    await first.page.close();
    await context.clearCookies({ name: '__Host-sid' });
    const next = await open({ context });
    same(await next.run('look'), '', 'what the next customer’s site finds');
  },
};
