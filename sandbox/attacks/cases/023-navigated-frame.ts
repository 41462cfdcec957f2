import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '23',
  group: 'bridge',
  title: 'load its own frame page again, which has the right window, address and origin null',
  expected: 'the second document gets no port, and the session is over',
  guest() {
    // The loader of the second document greets with an empty nonce; a hostile one would guess.
    setTimeout(() => location.reload(), 100);
    return null;
  },
  async judge({ open, ended, page }) {
    await ended();
    same(page.frames().length, 1, 'frames left');
    for (const part of ['same', 'guessed', 'blob', 'data']) {
      const again = await open();
      await again.run(part, 1_000);
      await again.ended();
      same(again.page.frames().length, 1, `frames left after ${part}`);
    }
  },
  parts: {
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
