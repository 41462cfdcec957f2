import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '133',
  group: 'escape',
  title: 'ask the bank’s own hosts from the frame: API, TUF, blobs, console, issuer, loopback, other apps’ hosts',
  expected: 'no request leaves the frame',
  async guest({ pause }): Promise<JsonValue> {
    const { port, protocol } = new URL(document.baseURI === 'about:blank' ? location.href : document.baseURI);
    const hosts = [
      'bank.portico.localhost',
      'console.localhost',
      'id.localhost',
      '127.0.0.1',
      'localhost',
      '[::1]',
      `a-${'a'.repeat(20)}.portico.localhost`,
      location.hostname,
    ];
    const reached: string[] = [];
    for (const host of hosts) {
      for (const path of ['/api/v1/session', '/tuf/timestamp.json', '/healthz', '/attack-133']) {
        const url = `${protocol}//${host}:${port}${path}`;
        await fetch(url, { mode: 'no-cors', credentials: 'include' }).then(
          () => reached.push(url),
          () => null,
        );
        new Image().src = url;
      }
    }
    await pause(300);
    return reached;
  },
  atOrigin: {
    because: 'its own host is its own origin, where its worker answers and the server has nothing but its release',
    expected: 'no request leaves for any other host than its own',
    judge({ report, frame }) {
      const own = new URL(frame()?.url() ?? '').origin;
      holds(Array.isArray(report), `got ${JSON.stringify(report)}`);
      const others = (report as readonly string[]).filter((address) => !address.startsWith(`${own}/`));
      same(others, [], 'other hosts that were reached');
    },
  },
  async judge({ report, open }) {
    same(report, []);
    const requests: string[] = [];
    const lab = await open({
      before: async (page) => {
        page.on('response', (response) => {
          if (response.url().includes('attack-133')) requests.push(response.url());
        });
      },
    });
    await lab.run('again');
    holds(requests.length === 0, `answered: ${requests.join(', ')}`);
  },
  parts: {
    async again({ pause }) {
      for (const host of ['bank.portico.localhost', location.hostname])
        new Image().src = `//${host}:${location.port}/attack-133`;
      await pause(400);
      return null;
    },
  },
};
