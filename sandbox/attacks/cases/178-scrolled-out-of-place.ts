import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '178',
  group: 'interface',
  title: 'scroll the container out of its place from within: scrollIntoView, focus, anchors, snapping, find-in-page',
  expected: 'bar and frame stay where they are, whatever the app scrolls into view',
  parts: {
    async scroll({ pause }) {
      document.body.innerHTML =
        '<div style="height:9000px;width:9000px"></div><input id="far" style="position:absolute;left:8000px;top:8000px"><div id="end" style="height:400vh;scroll-margin:4000px">end</div>';
      const end = document.querySelector('#end');
      const far = document.querySelector<HTMLInputElement>('#far');
      for (let round = 0; round < 5; round += 1) {
        for (const block of ['start', 'center', 'end', 'nearest'] as const)
          end?.scrollIntoView({ block, inline: block, ...{ container: 'all' } });
        far?.focus();
        far?.blur();
        location.hash = 'end';
        location.hash = 'far';
        Reflect.get(window, 'find')?.call(window, 'end');
        far?.select();
        document.documentElement.scrollIntoView({ block: 'end' });
        document.body.style.marginTop = '-300px';
        await pause(50);
      }
      return null;
    },
  },
  async judge({ open }) {
    const { page, run, frame, leave } = await open();
    const places = async () => ({
      bar: await page.locator('player-bar').boundingBox(),
      frame: (await (await frame()?.frameElement())?.boundingBox()) ?? null,
      page: await page.evaluate(() => [scrollX, scrollY, visualViewport?.offsetTop, visualViewport?.pageTop]),
      scrolled: await page.evaluate(() => {
        const roots: (Document | ShadowRoot)[] = [document];
        const moved: string[] = [];
        for (const root of roots) {
          for (const element of root.querySelectorAll('*')) {
            if (element.scrollTop !== 0 || element.scrollLeft !== 0) moved.push(element.localName);
            if (element.shadowRoot) roots.push(element.shadowRoot);
          }
        }
        return moved;
      }),
    });
    const before = await places();
    holds(before.bar !== null && before.frame !== null, 'the bar or the frame has no box');
    await page.mouse.click(195, 500);
    await run('scroll');
    await page.waitForTimeout(200);
    same(await places(), before, 'bar, frame and page');
    await leave();
  },
};
