import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '23',
  group: 'bridge',
  atOrigin: {
    because: 'a site may load its own pages; each document gets a port of its own, and the one before it ends',
    expected: 'after a reload it is the same app with one port; another document than its own ends the session',
    async judge({ page, run, open, appId }) {
      let works: unknown;
      for (let tries = 0; tries < 100 && works !== appId; tries += 1) {
        await page.waitForTimeout(100);
        works = await run('works', 2_000);
      }
      same(works, appId, 'the app after its reload');
      for (const part of ['blob', 'data']) {
        const again = await open();
        await again.run(part, 1_000);
        await again.ended();
        await again.gone();
      }
    },
  },
  title: 'load its own frame page again, which has the right window, address and origin null',
  expected: 'the second document gets no port, and the session is over',
  guest() {
    // The loader of the second document greets with an empty nonce; a hostile one would guess.
    setTimeout(() => location.reload(), 100);
    return null;
  },
  async judge({ open, ended, gone }) {
    await ended();
    await gone();
    for (const part of ['same', 'guessed', 'blob', 'data']) {
      const again = await open();
      await again.run(part, 1_000);
      await again.ended();
      await again.gone();
    }
  },
  parts: {
    works: async ({ portico }) => (await portico.app.info()).appId,
    same() {
      setTimeout(() => location.replace(`${location.pathname}?again`), 100);
      return null;
    },
    guessed() {
      setTimeout(() => location.replace(`${location.pathname}?again#${crypto.randomUUID()}`), 100);
      return null;
    },
    blob() {
      const greeting = `<script>parent.postMessage({portico:'loader',versions:[1],nonce:''},'*')</script>`;
      const url = URL.createObjectURL(new Blob([greeting], { type: 'text/html' }));
      setTimeout(() => location.replace(url), 100);
      return null;
    },
    data() {
      setTimeout(() => location.replace('data:text/html,<p>mine'), 100);
      return null;
    },
  },
};
