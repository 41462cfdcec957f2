import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '63',
  group: 'interface',
  title: 'navigate the top window, and open other apps of the phone by custom schemes',
  expected: 'the container’s address does not change, nothing opens',
  parts: {
    async go({ evil, pause }) {
      const anchor = (href: string, target: string): void => {
        const link = document.createElement('a');
        Object.assign(link, { href, target });
        document.body.append(link);
        link.click();
      };
      const schemes = [
        'tel:10086',
        'sms:1',
        'mailto:a@b',
        'weixin://x',
        'alipays://x',
        'intent://x#Intent;end',
        'market://x',
      ];
      for (const address of [`${evil}/63/top`, 'about:blank', 'javascript:1', ...schemes]) {
        for (const set of [
          () => {
            if (top) top.location.href = address;
          },
          () => top?.location.replace(address),
          () => {
            parent.location = address;
          },
          () => top?.open(address, '_top'),
          () => window.open(address, '_blank'),
        ]) {
          try {
            set();
          } catch {
            // Refused, as it must be.
          }
        }
        for (const target of ['_top', '_parent', '_blank', '_unfencedTop']) anchor(address, target);
      }
      await pause(400);
      return 'still here';
    },
  },
  async judge({ open, page: ordinary }) {
    const { page, run } = await open();
    const address = page.url();
    const popups: string[] = [];
    page.on('popup', (popup) => popups.push(popup.url()));
    await page.mouse.click(195, 500);
    same(await run('go'), 'still here');
    same(page.url(), address, 'the container’s address');
    same(popups, []);
    holds(
      ordinary
        .context()
        .pages()
        .every((other) => !/63\/top|^intent|^tel/.test(other.url())),
      'a page opened',
    );
  },
};
