import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '109',
  group: 'interface',
  title: 'freeze the screen with view transitions, top-layer elements and endless animations',
  expected: 'the container’s bar still answers',
  parts: {
    freeze() {
      const start: unknown = Reflect.get(document, 'startViewTransition');
      const hang = (): void => {
        if (typeof start === 'function') start.call(document, () => new Promise(() => undefined));
      };
      hang();
      setInterval(hang, 100);
      const popover = document.createElement('div');
      popover.popover = 'manual';
      popover.style.cssText = 'width:100vw;height:100vh;background:#fff';
      document.body.append(popover);
      popover.showPopover();
      document.body.animate([{ transform: 'rotate(0)' }, { transform: 'rotate(360deg)' }], {
        duration: 1,
        iterations: 1e9,
      });
      return null;
    },
  },
  async judge({ open }) {
    const { page, run, leave } = await open();
    await run('freeze');
    await page.waitForTimeout(500);
    await leave();
  },
};
