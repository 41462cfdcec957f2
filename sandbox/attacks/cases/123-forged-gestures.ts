import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '123',
  group: 'interface',
  title: 'pay without a tap: synthetic clicks, timers, focus, and one tap for many calls',
  expected: 'ERR_BRIDGE_NEEDS_GESTURE without a tap, and one call a tap',
  parts: {
    // What the debugger starts counts as tapped for five seconds: the attack waits until that has lapsed.
    later({ portico, notes }) {
      const outcomes: string[] = [];
      notes.set('outcomes', outcomes);
      const pay = (how: string): void => {
        portico.payment.request({ orderToken: 'x' }).then(
          () => outcomes.push(`${how} answered`),
          (error) => outcomes.push(`${how} ${error.code}`),
        );
      };
      const button = document.createElement('button');
      document.body.append(button);
      button.onclick = () => pay('click');
      setTimeout(() => {
        pay('timer');
        button.click();
        for (const type of ['pointerdown', 'pointerup', 'click', 'touchend', 'keydown'])
          button.dispatchEvent(new PointerEvent(type, { bubbles: true }));
        button.focus();
      }, 6_000);
      return null;
    },
    outcomes: ({ notes }): JsonValue => notes.get('outcomes') ?? null,
    bait({ portico, notes }) {
      const outcomes: string[] = [];
      notes.set('outcomes', outcomes);
      document.body.innerHTML = '<button style="position:fixed;inset:0;width:100%">tap</button>';
      document.querySelector('button')?.addEventListener('click', () => {
        for (let call = 0; call < 5; call += 1) {
          portico.payment.request({ orderToken: 'x' }).then(
            () => outcomes.push('answered'),
            (error) => outcomes.push(String(error.code)),
          );
        }
      });
      return null;
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    await run('later');
    await page.waitForTimeout(6_600);
    same(
      await run('outcomes'),
      ['timer', 'click', 'click'].map((how) => `${how} ERR_BRIDGE_NEEDS_GESTURE`),
    );
    await run('bait');
    await page.mouse.click(195, 500);
    await page.waitForTimeout(700);
    const outcomes = (await run('outcomes')) as readonly string[];
    same(outcomes.filter((code) => code === 'ERR_BRIDGE_NEEDS_GESTURE').length, 4, `of five calls: ${outcomes}`);
  },
};
