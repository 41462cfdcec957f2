import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '176',
  group: 'bridge',
  only: 'origin',
  title:
    'ask for ports over and over: twice in a document, in document after document, with used nonces and odd versions',
  expected:
    'one port a document, the one before it ends; a version nobody speaks or loading without end ends the session',
  parts: {
    async twice({ portico, pause }) {
      const ports: unknown[] = [];
      addEventListener('message', ({ ports: given }) => ports.push(...given));
      for (let times = 0; times < 5; times += 1)
        parent.postMessage({ portico: 'guest', versions: [1], nonce: crypto.randomUUID() }, '*');
      await pause(500);
      return { ports: ports.length, works: (await portico.app.info()).appId.length > 0 };
    },
    quiet() {
      setTimeout(() => location.assign('/quiet.html'), 50);
      return null;
    },
    where: () => location.pathname,
    odd() {
      parent.postMessage({ portico: 'guest', versions: [0, 2, 99], nonce: crypto.randomUUID() }, '*');
      return null;
    },
    endless() {
      setTimeout(() => location.reload(), 0);
      return null;
    },
  },
  async judge({ open }) {
    const first = await open();
    same(await first.run('twice'), { ports: 0, works: true });
    await first.page.close();

    const second = await open();
    await second.run('quiet');
    let where: unknown;
    for (let tries = 0; tries < 100 && where !== '/quiet.html'; tries += 1) {
      await second.page.waitForTimeout(50);
      where = await second.run('where', 1_000);
    }
    same(where, '/quiet.html', 'the second document');
    await second.run('odd');
    await second.ended(15_000);
    await second.page.close();

    const third = await open();
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    let reloads = 0;
    while (third.alive() && seconds() < 60 && (await third.page.locator('fault-page').count()) === 0) {
      // A document that is still on its way has not heard it.
      if ((await third.run('endless', 500)) === null) reloads += 1;
      await third.page.waitForTimeout(30);
    }
    // 20 at once and one every two seconds are an app's to make; a busy machine may not get to load more.
    const few = 25 + seconds() / 2;
    if (reloads > few || !third.alive()) await third.ended(15_000);
    holds(reloads <= few, `it loaded ${reloads} documents in ${seconds().toFixed()} s`);
  },
};
