import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOf } from '../outcome.ts';

const hostile: readonly string[] = [
  'https://a.example; script-src *',
  "https://a.example 'unsafe-inline'",
  'https://a.example,https://b.example',
  'https://a.example\r\nSet-Cookie: a=b',
  'https://a.example\n',
  'https://a.example"',
  'https://*.example.com',
  '*',
  'https://*',
  'https:',
  'data:',
  'blob:',
  'http://a.example',
  'wss://a.example',
  'https://a.example/path',
  'https://user@a.example',
  'https://A.example',
  'https://a.example.',
  'https://127.0.0.1',
  'https://[::1]',
  'https://0x7f.1',
  'https://evil.localhost',
  'https://bank.portico.localhost',
  'https://xn--80ak6aa92e.com\u200b',
  'https://а.example',
  "'self'",
];

export const attack: Attack = {
  id: '6',
  group: 'escape',
  atOrigin: { because: 'the registry is attacked, not the wall: it is the same whatever the level' },
  title: `declare a domain with ; " newline * and the like, in ${hostile.length} ways`,
  expected: 'each manifest is refused',
  async judge({ world }) {
    for (const domain of hostile) {
      for (const list of ['connect', 'image', 'media']) {
        const { status, body } = await world.submit({
          appId: 'com.attacklab.domains',
          portico: { domains: { [list]: [domain] } },
        });
        same([status, codeOf(body)], [422, 'ERR_MANIFEST_INVALID'], `${list}: ${JSON.stringify(domain)}`);
      }
    }
  },
};
