import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '60',
  group: 'interface',
  title: 'draw a bank’s own bar and PIN pad over everything it can reach',
  expected: 'the container’s bar with the verified name is still there, on top, and still closes the app',
  parts: {
    cover() {
      const fake = document.createElement('dialog');
      fake.style.cssText =
        'position:fixed;inset:0;width:100vw;height:200vh;max-width:none;max-height:none;margin:-50vh 0 0;z-index:2147483647;background:#fff';
      fake.innerHTML = '<h1>Your Bank — verified</h1><p>Enter your PIN</p><input type="password" autofocus>';
      document.body.append(fake);
      fake.showModal();
      fake.popover = 'manual';
      document.documentElement.requestFullscreen?.().catch(() => null);
      document.title = 'Your Bank';
      return null;
    },
  },
  async judge({ open, world }) {
    const { page, run, frame, leave } = await open();
    await page.mouse.click(195, 500);
    await run('cover');
    await page.waitForTimeout(300);
    const bar = await page.locator('player-bar').boundingBox();
    const box = await (await frame()?.frameElement())?.boundingBox();
    if (!bar || !box) throw new TypeError('the bar or the frame has no box');
    holds(box.y >= bar.y + bar.height - 1 && bar.height >= 40, `the frame at ${box.y} reaches over the bar`);
    holds(box.y + box.height <= (page.viewportSize()?.height ?? 0) + 1, 'the frame is larger than the page');
    const onTop = await page.evaluate(
      ([x, y]) => {
        let element = document.elementFromPoint(x, y);
        while (element?.shadowRoot) {
          const inner = element.shadowRoot.elementFromPoint(x, y);
          if (inner === null || inner === element) break;
          element = inner;
        }
        const root = element?.getRootNode();
        return root instanceof ShadowRoot ? root.host.localName : element?.localName;
      },
      [bar.x + bar.width / 2, bar.y + bar.height / 2] as const,
    );
    same(onTop, 'player-bar', 'on top of the bar');
    same(await page.locator('player-bar h1').innerText(), '实验室', 'the verified name');
    holds(!(await page.title()).includes('Your Bank'), 'the app named the container’s window');
    same(await page.evaluate(() => document.fullscreenElement), null, 'full screen');
    same(new URL(page.url()).origin, world.origin);
    await leave();
  },
};
