import type { Locator } from 'playwright-core';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '174',
  group: 'interface',
  title:
    'reach over the container’s bar with what the browser draws on top: popovers, anchors, tooltips, selects, carets',
  expected: 'nothing of the app is above the bar; taps there are the container’s',
  parts: {
    cover() {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<button id="a" popovertarget="p" interestfor="p" style="position:fixed;top:0;left:0;width:100%;anchor-name:--a" title="${'Your Bank '.repeat(50)}">x</button>
         <div id="p" popover="manual" style="position:fixed;position-anchor:--a;bottom:anchor(top);left:0;margin:0;width:100vw;height:300px;background:#fff">Your Bank</div>
         <dialog id="d" closedby="none" style="margin:-200px 0 0;width:100vw;max-width:none;height:300px">Your Bank</dialog>
         <select id="s" style="position:fixed;top:-20px;appearance:base-select"><option>Your Bank<option>x</select>
         <input id="t" list="l" style="position:fixed;top:-10px"><datalist id="l"><option>Your Bank</datalist>`,
      );
      const style = new CSSStyleSheet();
      style.replaceSync(
        '::picker(select){appearance:base-select;position:fixed;top:-300px;height:300px;width:100vw}html,body{overflow:visible!important;transform:translateY(-200px)}',
      );
      document.adoptedStyleSheets = [style];
      document.querySelector<HTMLElement>('#p')?.showPopover();
      document.querySelector<HTMLDialogElement>('#d')?.show();
      try {
        document.querySelector<HTMLSelectElement>('#s')?.showPicker();
      } catch {
        // Only a tap may open it.
      }
      document.querySelector<HTMLElement>('#t')?.focus();
      document.documentElement.requestFullscreen?.().catch(() => null);
      return null;
    },
  },
  async judge({ open }) {
    const { page, run, leave } = await open();
    const bar = page.locator('player-bar');
    const before = await atRest(bar);
    await page.mouse.click(195, 500);
    await run('cover');
    await page.waitForTimeout(500);
    const after = await bar.screenshot();
    holds(before.equals(after), `the bar looks different; it says ${JSON.stringify(await bar.innerText())}`);
    same(await page.evaluate(() => document.fullscreenElement), null, 'full screen');
    await leave();
  },
};

/** A picture of what no longer moves by itself, as the player does when it comes. */
async function atRest(bar: Locator): Promise<Buffer> {
  let last = await bar.screenshot();
  for (let look = 0; look < 10; look += 1) {
    await bar.page().waitForTimeout(200);
    const next = await bar.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('the bar does not come to rest');
}
