import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { leakEverything } from '../leaks/index.ts';

export const attack: Attack = {
  id: '122',
  group: 'exfiltration',
  title: 'every piece of markup and style from which a browser has ever loaded by itself, after cure53’s HTTPLeaks',
  expected: '0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const techniques = leakEverything(evil, '122');
    await pause(1_000);
    // Last, because a link that is clicked may end the session.
    setTimeout(() => {
      for (const target of document.querySelectorAll('a, area, button, p'))
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }, 100);
    return techniques;
  },
  async judge({ report, page }) {
    holds(Number(report) > 500, `${JSON.stringify(report)} techniques`);
    await page.waitForTimeout(700);
  },
};
