import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '30',
  group: 'bridge',
  title: 'have the frame vanish without a word while calls are under way',
  expected: 'the host notices by its heartbeat, closes its end and says so, within 25 s',
  signedIn: true,
  patienceMs: 500,
  async guest({ portico }) {
    await portico.net.request({ backend: 'slow', method: 'GET', path: '/slow/30' });
    return null;
  },
  async judge({ page, gone, ended }) {
    await page.evaluate(() => {
      const screens: Element[] = [...document.querySelectorAll('*')];
      // The player is below shadow roots of ours; the mount of the frame is the only child of `.frames`.
      for (const element of screens) if (element.shadowRoot) screens.push(...element.shadowRoot.querySelectorAll('*'));
      for (const element of screens) if (element.parentElement?.className === 'frames') element.remove();
    });
    await page.waitForTimeout(200);
    await gone();
    await ended(25_000);
  },
};
