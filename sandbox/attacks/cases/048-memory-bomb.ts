import type { Frame } from 'playwright-core';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

/** In the host: how late its timer was at most, and whether the page that says why the app is gone is there. */
const LOOK = `(() => {
  const roots = [document];
  let ended = false;
  for (const root of roots) for (const element of root.querySelectorAll('*')) {
    ended ||= element.localName === 'fault-page';
    if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return JSON.stringify({ ended, late: window.latest ?? 0 });
})()`;
const WATCH = `{ let last = performance.now(); window.latest = 0;
  setInterval(() => { const now = performance.now(); latest = Math.max(latest, now - last - 10); last = now; }, 10); }`;

export const attack: Attack = {
  id: '48',
  group: 'denial',
  title: 'use up the memory of its process',
  expected: 'the app’s process dies alone; the container lives, is at most 500 ms late and says what happened',
  queue: 'alone',
  async judge({ open, world }) {
    // A small heap for every renderer, so that the bomb goes off without taking this machine's memory along.
    const browser = await world.launch(['--js-flags=--max-old-space-size=192']);
    const context = await browser.newContext();
    const lab = await open({ context });
    // Playwright gives a page up when a frame of it crashes; the debugger itself still speaks with the host.
    const host = await context.newCDPSession(lab.page);
    const ask = async (expression: string): Promise<string> => {
      const { result } = await host.send('Runtime.evaluate', { expression, returnByValue: true });
      return String(result.value);
    };
    await ask(WATCH);
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await pause(1_000);
    const before = JSON.parse(await ask(LOOK)).late as number;
    const bomb = (lab.frame() as Frame)
      .evaluate(() => {
        const kept: unknown[] = [];
        for (;;) kept.push(Array.from({ length: 100_000 }, (_none, index) => ({ index })));
      })
      .then(
        () => 'returned',
        () => 'died',
      );
    const outcome = await Promise.race([bomb, pause(30_000).then(() => 'lived')]);
    holds(outcome === 'died', `the bomb ${outcome}, so nothing was tried`);
    let seen = { ended: false, late: 0 };
    for (let tries = 0; tries < 150 && !seen.ended; tries += 1) {
      await pause(200);
      seen = JSON.parse(await ask(LOOK));
    }
    holds(seen.ended, 'the container did not say that the app is gone within 30 s');
    holds(
      seen.late <= Math.max(500, 4 * before),
      `the host was ${seen.late.toFixed(0)} ms late, ${before.toFixed(0)} ms before`,
    );
  },
};
