import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '156',
  group: 'card',
  only: 'sealed',
  title: 'go on working after the card is out of sight: timers, nested workers, a port that is still held',
  expected: 'the worker is gone with its frame as soon as home is not on the screen',
  card: {
    cling({ port }) {
      let id = 0;
      setInterval(() => {
        id += 1;
        port.postMessage({ type: 'call', id, method: 'storage.keys', args: {} });
      }, 100);
      return null;
    },
  },
  async judge({ openCard }) {
    const { page, worker, run } = await openCard();
    await run('cling');
    let ended = false;
    worker.on('close', () => {
      ended = true;
    });
    await page.locator('tab-bar').getByRole('link').nth(1).click();
    for (let tries = 0; tries < 100 && !ended; tries += 1) await page.waitForTimeout(50);
    same(ended, true, 'the worker ended');
  },
};
